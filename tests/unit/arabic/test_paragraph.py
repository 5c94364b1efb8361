"""Where a paragraph's direction comes from."""

import pytest

from annotator.arabic.display import Direction
from annotator.arabic.paragraph import base_level, resolve_paragraph


@pytest.mark.parametrize(
    ("text", "direction", "level"),
    [
        ("abc", "rtl", 1),
        ("ابت", "ltr", 0),
        ("abc", "auto", 0),
        ("12 ابت", "auto", 1),
        ("12", "auto", 1),
    ],
)
def test_the_given_direction_wins_over_the_letters(
    text: str, direction: Direction, level: int
) -> None:
    assert base_level(text, direction) == level


def test_without_letters_the_default_is_taken() -> None:
    assert base_level("12", "auto", default=0) == 0


def test_levels_of_a_line_are_asked_for_in_offsets_of_the_document() -> None:
    paragraph = resolve_paragraph("ابت abc ", start=100, base=1)
    assert list(paragraph.line_levels(102, 106)) == [1, 1, 2, 2]
    assert list(paragraph.line_levels(106, 108)) == [2, 1]
