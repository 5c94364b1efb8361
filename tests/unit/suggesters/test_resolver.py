"""Suggestions that cannot all stand are chosen among, always in the same way."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.services.schemas import load_schema
from annotator.suggesters.resolver import resolve_events, resolve_mentions

SCHEMA = load_schema("siyasa")


def mention(start: int, end: int, entity_type: str, score: float = 0.8) -> SuggestedMention:
    return SuggestedMention(Span(start, end), entity_type, "test", score)


def resolved(*suggestions: SuggestedMention, decided: tuple[Span, ...] = ()) -> list[str]:
    return [s.type for s in resolve_mentions(suggestions, decided, SCHEMA)]


def test_of_two_that_cross_the_likelier_stays() -> None:
    assert resolved(mention(0, 5, "ORG", 0.6), mention(3, 8, "PER", 0.9)) == ["PER"]


def test_one_span_has_one_type() -> None:
    assert resolved(mention(0, 5, "ORG", 0.6), mention(0, 5, "GOV", 0.7)) == ["GOV"]


def test_a_nationality_stays_inside_a_title() -> None:
    assert resolved(mention(6, 12, "NORP"), mention(0, 12, "TTL")) == ["TTL", "NORP"]


def test_nothing_stays_inside_a_date() -> None:
    assert resolved(mention(0, 4, "NUM", 0.95), mention(0, 12, "DATE", 0.8)) == ["DATE"]


def test_the_longer_of_one_type_wins_unless_it_is_much_less_likely() -> None:
    assert resolved(mention(0, 4, "TTL", 0.9), mention(0, 12, "TTL", 0.8)) == ["TTL"]
    kept = resolve_mentions([mention(0, 4, "TTL", 0.9), mention(0, 12, "TTL", 0.4)], (), SCHEMA)
    assert kept[0].span == Span(0, 4)


def test_what_was_decided_is_neither_repeated_nor_crossed() -> None:
    decided = (Span(0, 5),)
    assert resolved(mention(0, 5, "GOV"), mention(3, 9, "PER"), decided=decided) == []


def test_a_trigger_has_one_event() -> None:
    events = [
        SuggestedEvent(Span(0, 4), "MEET", "test", 0.5),
        SuggestedEvent(Span(0, 4), "STATE", "test", 0.7),
    ]
    assert [e.type for e in resolve_events(events, ())] == ["STATE"]
    assert resolve_events(events, [Span(2, 3)]) == ()


@given(
    st.lists(
        st.tuples(
            st.integers(0, 20),
            st.integers(1, 8),
            st.sampled_from(sorted(SCHEMA.entities)),
            st.floats(0.1, 1),
        ),
        max_size=25,
    )
)
def test_what_remains_always_can_stand(drawn: list[tuple[int, int, str, float]]) -> None:
    listed = [mention(start, start + size, kind, score) for start, size, kind, score in drawn]
    kept = resolve_mentions(listed, (), SCHEMA)
    spans = [s.span for s in kept]
    assert len(set(spans)) == len(spans)
    assert not any(a.crosses(b) for a in spans for b in spans)
    depth = [sum(b.contains(a) for b in spans) for a in spans]
    assert max(depth, default=0) <= SCHEMA.nesting.max_depth
    assert kept == resolve_mentions(list(reversed(listed)), (), SCHEMA)
