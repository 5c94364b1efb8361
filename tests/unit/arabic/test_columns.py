"""Columns of a text, told without shaping it."""

from itertools import pairwise

from annotator.arabic.columns import measure, with_breaks
from annotator.arabic.display import ARTICLE, Display


def widths(text: str, display: Display = ARTICLE) -> list[int]:
    columns = measure(text, display)
    return [after - before for before, after in pairwise(columns)]


def test_marks_joiners_and_the_alef_of_a_lam_alef_add_no_column() -> None:
    assert widths("بَلا\u200cب") == [1, 0, 1, 0, 0, 1]


def test_wide_characters_count_two() -> None:
    assert widths("a漢😀") == [1, 2, 2]


def test_a_line_end_counts_one_also_when_it_is_two_characters() -> None:
    assert widths("ا\nا\r\nا\r") == [1, 1, 1, 1, 0, 1, 1]


def test_a_mark_without_a_letter_gets_a_column_once() -> None:
    assert widths("\u064e\u064eب\n\u200f\u064fب") == [1, 0, 1, 1, 0, 1, 1]


def test_a_lam_alef_is_two_columns_where_something_is_drawn_between_them() -> None:
    assert widths("ل\u200fا") == [1, 0, 0]
    assert widths("ل\u200fا", Display(invisibles=True)) == [1, 1, 1]
    assert widths("لا", Display(is_raw=True)) == [1, 1]


def test_breaks_add_a_column_from_the_alef_on() -> None:
    columns = measure("بلالا", ARTICLE)
    assert list(with_breaks(columns, [2])) == [0, 1, 2, 3, 4, 4]


def test_breaks_that_are_none_add_nothing() -> None:
    columns = measure("بلالا", ARTICLE)
    assert list(with_breaks(columns, [0])) == list(columns)
    assert with_breaks(columns, []) is columns
