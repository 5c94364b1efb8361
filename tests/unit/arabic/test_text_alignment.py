"""Spans go to a corrected text with their words, and are dropped with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.text_alignment import TextAlignment
from annotator.model.span import Span

OLD = "زار الرئيس جاريد. كوشنر مدينة بغداد وبيروت يوم السبت."


def carried(new: str, words: str, *, old: str = OLD) -> tuple[str, bool] | None:
    start = old.index(words)
    found = TextAlignment(old, new).carry(Span(start, start + len(words)))
    return None if found is None else (found.span.of(new), found.is_exact)


@pytest.mark.parametrize(
    ("new", "words", "expected"),
    [
        (f"مقدمة. {OLD}", "بغداد", ("بغداد", True)),
        (f"مقدمة. {OLD}", "بيروت", ("بيروت", True)),
        (OLD.replace("جاريد.", "جاريد"), "جاريد. كوشنر", ("جاريد كوشنر", False)),
        (OLD.replace("بغداد", "عمّان"), "بغداد", None),
        (OLD.replace("وبيروت", "وبَيروت"), "بيروت", ("بَيروت", True)),
        (OLD.replace("وبيروت", "وبيروث"), "بيروت", ("بيروث", False)),
        (OLD.replace("مدينة ", ""), "مدينة بغداد", None),
        (OLD.replace("يوم ", "صباح يوم "), "يوم السبت", ("يوم السبت", True)),
    ],
)
def test_a_span_goes_with_its_words(new: str, words: str, expected: tuple[str, bool]) -> None:
    assert carried(new, words) == expected


def test_a_span_does_not_swallow_a_new_paragraph() -> None:
    new = OLD.replace("جاريد.", "جاريد " + "كلام جديد " * 20)
    assert carried(new, "جاريد. كوشنر") is None


TEXTS = st.text(st.sampled_from("ابت ـَ.،\n\u200f12"), min_size=1, max_size=60)


@given(TEXTS, TEXTS, st.data())
def test_what_nested_or_stood_apart_still_does(old: str, new: str, data: st.DataObject) -> None:
    alignment = TextAlignment(old, new)
    places = st.integers(0, len(old) - 1)
    spans = []
    for _ in range(2):
        start = data.draw(places)
        spans.append(Span(start, data.draw(st.integers(start + 1, len(old)))))
    a, b = (alignment.carry(span) for span in spans)
    if a is None or b is None or spans[0].crosses(spans[1]):
        return
    assert a.span.end <= len(new)
    assert not a.span.crosses(b.span)


@given(TEXTS)
def test_nothing_moves_where_nothing_changed(text: str) -> None:
    alignment = TextAlignment(text, text)
    for start in range(len(text)):
        found = alignment.carry(Span(start, len(text)))
        if found is not None:
            assert found.is_exact
