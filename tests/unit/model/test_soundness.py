"""Faults are found, each where it is and nothing else."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.event import Argument, Event
from annotator.model.mention import Mention
from annotator.model.relation import Relation
from annotator.model.soundness import Fault, faults, quoted
from annotator.model.span import Span
from tests.golden.hard_document import golden_schema

TEXT = "زار وليد بيروت صباح الأحد"
WALID = Mention("m1", Span(4, 8), "PER")
BEIRUT = Mention("m2", Span(9, 14), "GPE")
VISIT = Event("e1", Span(0, 3), "MEET", (Argument("Participant", "m1"), Argument("Place", "m2")))


def found(*items: Item) -> list[Fault]:
    annotations = Annotations({key_of(item): item for item in items})
    return faults(annotations, text=TEXT, schema=golden_schema())


def test_sound_annotations_have_none() -> None:
    nested = Mention("m3", Span(4, 14), "TTL")
    work = Relation("r1", "employment", "m1", "m2")
    assert found(WALID, BEIRUT, nested, VISIT, work) == []


@pytest.mark.parametrize(
    ("item", "kind", "ids"),
    [
        (Mention("x", Span(20, 99), "PER"), "offsets", ("x",)),
        (Mention("x", Span(15, 19), "PLANET"), "type", ("x",)),
        (Mention("x", Span(0, 6), "PER"), "crossing", ("x", "m1")),
        (Event("x", Span(20, 99), "MEET"), "offsets", ("x",)),
        (Event("x", Span(0, 3), "MELT"), "type", ("x",)),
        (Event("x", Span(0, 3), "MEET", (Argument("Boss", "m1"),)), "role", ("x",)),
        (Event("x", Span(0, 3), "MEET", (Argument("Place", "no"),)), "reference", ("x", "no")),
        (Relation("x", "love", "m1", "m2"), "type", ("x",)),
        (Relation("x", "employment", "m1", "no"), "reference", ("x", "no")),
        (Relation("x", "employment", "e1", "m2"), "reference", ("x", "e1")),
    ],
)
def test_a_fault_is_found_and_names_what_it_is_about(
    item: Item, kind: str, ids: tuple[str, ...]
) -> None:
    [fault] = found(WALID, BEIRUT, VISIT, item)
    assert (fault.kind, fault.ids) == (kind, ids)


def test_the_message_shows_the_words() -> None:
    [fault] = found(WALID, Mention("x", Span(0, 6), "GPE"))
    assert fault.message == (
        "GPE «زار ول» (0-6) and PER «وليد» (4-8) cross: one must contain the other"
    )


def test_long_words_are_shortened_and_line_ends_do_not_break_the_message() -> None:
    assert quoted(Span(0, 60), "أ\n ب " * 20) == f"«{('أ ب ' * 20)[:40]}…» (0-60)"


SPANS = st.tuples(st.integers(0, 24), st.integers(1, 25)).filter(lambda pair: pair[0] < pair[1])


@given(st.lists(SPANS, max_size=8))
def test_crossing_mentions_are_found_if_and_only_if_there_are_some(
    pairs: Sequence[tuple[int, int]],
) -> None:
    mentions = [Mention(str(n), Span(*pair), "PER") for n, pair in enumerate(pairs)]
    crossing = {
        frozenset((one.id, other.id))
        for one in mentions
        for other in mentions
        if one.span.crosses(other.span)
    }
    said = {frozenset(fault.ids) for fault in found(*mentions)}
    assert said <= crossing
    assert bool(said) == bool(crossing)
