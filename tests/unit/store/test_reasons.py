"""Reasons survive being stored, beside the plain sentences of others and of earlier versions."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.reason import Reason, Why, because
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent
from annotator.store.payload import decode_all, encode_all
from annotator.store.reasons import packed, unpacked

VALUES = st.one_of(st.text(), st.integers(), st.floats(allow_nan=False, allow_infinity=False))
NAMED = st.lists(st.tuples(st.text(), VALUES), unique_by=lambda pair: pair[0]).map(tuple)
PLAIN = st.builds(Reason, st.text(), NAMED, st.text())
REASONS = st.one_of(
    st.text(max_size=30).filter(lambda text: not text.startswith('["')),
    PLAIN,
    st.builds(lambda inner: because("{why}; more", why=inner), PLAIN),
)


@given(REASONS)
def test_what_a_column_held_comes_back(why: Why) -> None:
    assert unpacked(packed(why)) == why


@given(REASONS, REASONS)
def test_a_suggestion_keeps_its_reason_and_those_of_its_arguments(why: Why, other: Why) -> None:
    argument = SuggestedArgument("Agent", Span(4, 6), 0.5, other)
    event = SuggestedEvent(Span(0, 3), "ATTACK", "rules", 0.5, why, (argument,))
    assert decode_all(encode_all((event,))) == (event,)


def test_a_sentence_of_an_earlier_version_is_still_read() -> None:
    assert unpacked("short: 812 characters") == "short: 812 characters"
