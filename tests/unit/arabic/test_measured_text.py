"""Paragraphs of a document, their ends, and the stops of a cursor."""

from itertools import pairwise

import pytest

from annotator.arabic.display import ARTICLE, Display
from annotator.arabic.measured_text import MeasuredText

NO_BREAKS: frozenset[int] = frozenset()


def measured(text: str, display: Display = ARTICLE) -> MeasuredText:
    return MeasuredText.of(text, display)


def stops(text: str, *, breaks: frozenset[int] = NO_BREAKS) -> list[int]:
    document, offset, found = measured(text), 0, [0]
    while offset < len(text):
        offset = document.next_stop(offset, breaks=breaks)
        found.append(offset)
    return found


def test_paragraphs_end_at_line_feeds_with_or_without_a_carriage_return() -> None:
    document = measured("اب\nت\r\n\n\rث")
    assert list(document.starts) == [0, 3, 6, 7]
    assert [document.end_of(index) for index in range(4)] == [2, 4, 6, 9]


def test_a_line_end_belongs_to_the_paragraph_before_it() -> None:
    document = measured("اب\nت")
    assert [document.index_at(offset) for offset in range(5)] == [0, 0, 0, 1, 1]


def test_a_text_that_ends_with_a_line_end_has_an_empty_last_paragraph() -> None:
    document = measured("اب\n")
    assert list(document.starts) == [0, 3]
    assert document.end_of(1) == 3


def test_directions_are_resolved_once() -> None:
    document = measured("اب\nabc", Display(base="auto"))
    assert [document.paragraph(index).base for index in (0, 1)] == [1, 0]
    assert document.paragraph(0) is document.paragraph(0)


def test_rows_are_found_paragraph_by_paragraph() -> None:
    document = measured("ابت ثج\nحخد ذر")
    assert document.rows_of(0, width=20, breaks=()) == [0]
    assert document.rows_of(1, width=4, breaks=()) == [7, 11]


def test_breaks_make_a_paragraph_longer() -> None:
    document = measured("ا\nسلام")
    assert document.rows_of(1, width=3, breaks=()) == [2]
    assert document.rows_of(1, width=3, breaks=[4]) == [2, 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [0]),
        ("ابت", [0, 1, 2, 3]),
        ("بَلا\u200cب\u064b", [0, 2, 5, 7]),
        ("اب\nت\r\n\nث", [0, 1, 2, 3, 4, 6, 7, 8]),
        ("\u200fا", [0, 1, 2]),
    ],
)
def test_a_cursor_stops_at_letters_and_line_ends(text: str, expected: list[int]) -> None:
    assert stops(text) == expected


def test_a_cursor_stays_at_the_end_and_at_the_beginning() -> None:
    document = measured("ابت")
    assert document.next_stop(3, breaks=NO_BREAKS) == 3
    assert document.previous_stop(0, breaks=NO_BREAKS) == 0


def test_a_cursor_stops_inside_a_cut_lam_alef() -> None:
    assert stops("بلَا", breaks=frozenset({3})) == [0, 1, 3, 4]


@pytest.mark.parametrize("breaks", [NO_BREAKS, frozenset({4})])
def test_the_way_back_has_the_same_stops(breaks: frozenset[int]) -> None:
    text = "بَلَا\u200cب\u064b\r\n\nلا"
    document = measured(text)
    for before, after in pairwise(stops(text, breaks=breaks)):
        assert document.previous_stop(after, breaks=breaks) == before
