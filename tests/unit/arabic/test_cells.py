"""Cells in the order of the text: what is printed and for which offsets."""

import pytest

from annotator.arabic.cells import MAX_MARKS, Cell, logical_cells
from annotator.arabic.display import ARTICLE, Display


def cells(
    text: str, display: Display = ARTICLE, breaks: frozenset[int] = frozenset()
) -> list[Cell]:
    return logical_cells(text, 0, len(text), display=display, breaks=breaks)


def printed(text: str, display: Display = ARTICLE) -> list[str]:
    return [cell.text for cell in cells(text, display)]


def test_a_letter_and_its_marks_are_one_cell() -> None:
    assert cells("عَدْ") == [Cell("ﻋ\u064e", 0, 2, 1), Cell("ﺪ\u0652", 2, 4, 1)]


def test_lam_alef_is_one_cell_with_the_marks_of_both() -> None:
    assert cells("ل\u064eأ\u064f") == [Cell("ﻷ\u064e\u064f", 0, 4, 1)]
    assert printed("بلا") == ["ﺑ", "ﻼ"]


def test_a_cut_lam_alef_is_two_joined_cells_that_no_terminal_can_melt() -> None:
    assert cells("بلأ", breaks=frozenset({2})) == [
        Cell("ﺑ", 0, 1, 1),
        Cell("ﻠ", 1, 2, 1),
        Cell("ﺄ\u200c", 2, 3, 1),
    ]


def test_hidden_characters_have_a_cell_without_a_column() -> None:
    assert cells("ب\u200cب") == [Cell("ﺏ", 0, 1, 1), Cell("", 1, 2, 0), Cell("ﺏ", 2, 3, 1)]


def test_hidden_characters_before_a_mark_go_with_the_letter() -> None:
    assert cells("ب\u200f\u064eا") == [Cell("ﺑ\u064e", 0, 3, 1), Cell("ﺎ", 3, 4, 1)]


def test_a_mark_without_a_letter_stands_on_a_dotted_circle() -> None:
    assert cells("\u064e\u0651ب") == [Cell("◌\u064e\u0651", 0, 2, 1), Cell("ﺏ", 2, 3, 1)]


def test_a_mark_behind_a_hidden_character_alone_stands_on_one_too() -> None:
    assert cells("\u200f\u064e") == [Cell("", 0, 1, 0), Cell("◌\u064e", 1, 2, 1)]


def test_a_heap_of_marks_is_drawn_in_part_and_kept_in_whole() -> None:
    (cell,) = cells("ب" + "\u064e" * 1000)
    assert cell == Cell("ﺏ" + "\u064e" * MAX_MARKS, 0, 1001, 1)


def test_emoji_sequences_fall_apart_into_emoji_of_two_columns() -> None:
    assert [(cell.text, cell.width) for cell in cells("👨\u200d👩👍\U0001f3fd❤\ufe0f")] == [
        ("👨", 2),
        ("", 0),
        ("👩", 2),
        ("👍", 2),
        ("❤", 1),
    ]


def test_marks_can_be_left_out_without_moving_anything() -> None:
    with_marks, without = cells("بِلا\u064b"), cells("بِلا\u064b", Display(marks=False))
    assert [cell[1:] for cell in with_marks] == [cell[1:] for cell in without]
    assert [cell.text for cell in without] == ["ﺑ", "ﻼ"]


def test_on_request_hidden_characters_are_drawn() -> None:
    assert printed("ل\u200fا", Display(invisibles=True)) == ["ﻟ", "⇠", "ﺎ"]


def test_raw_cells_leave_joining_to_the_terminal() -> None:
    assert printed("بلا", Display(is_raw=True)) == ["ب", "ل", "ا"]


@pytest.mark.parametrize("text", ["", "\u200c", "\u200f\u200d"])
def test_text_without_anything_to_draw_takes_no_column(text: str) -> None:
    assert sum(cell.width for cell in cells(text)) == 0
