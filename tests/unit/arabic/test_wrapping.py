"""Where lines begin."""

import pytest

from annotator.arabic.columns import measure
from annotator.arabic.display import ARTICLE
from annotator.arabic.wrapping import wrap


def lines(text: str, *, width: int) -> list[str]:
    starts = wrap(text, measure(text, ARTICLE), width=width)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, [""]),
        ("ابت", 5, ["ابت"]),
        ("ابت ثج حخد", 7, ["ابت ثج ", "حخد"]),
        ("ابت ثج حخد", 6, ["ابت ثج ", "حخد"]),
        ("ابت ثج حخد", 5, ["ابت ", "ثج ", "حخد"]),
        ("ابت   ثج", 4, ["ابت   ", "ثج"]),
        ("ابت    ", 3, ["ابت    "]),
        ("ابتثجحخد", 3, ["ابت", "ثجح", "خد"]),
        ("اب تثجحخد", 4, ["اب ", "تثجح", "خد"]),
        ("ابت\tثج", 4, ["ابت\t", "ثج"]),
        ("اب\u00a0تث جح", 5, ["اب\u00a0تث ", "جح"]),
        ("漢漢漢", 3, ["漢", "漢", "漢"]),
        ("سلام سلام", 3, ["سلام ", "سلام"]),
    ],
)
def test_lines_end_after_the_last_blank_that_fits(
    text: str, width: int, expected: list[str]
) -> None:
    assert lines(text, width=width) == expected


def test_marks_and_direction_marks_stay_with_what_is_before_them() -> None:
    assert lines("اَبَتَثَ", width=2) == ["اَبَ", "تَثَ"]
    assert lines("ابت \u200fثج", width=4) == ["ابت \u200f", "ثج"]


def test_columns_may_begin_at_any_number() -> None:
    text = "ابت ثج"
    shifted = [column + 40 for column in measure(text, ARTICLE)]
    assert wrap(text, shifted, width=3) == [0, 4]
