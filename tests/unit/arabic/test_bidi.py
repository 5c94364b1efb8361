"""The bidirectional algorithm against Unicode's own test file, and the rules people notice."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.arabic.bidi import embedding_levels, line_levels, paragraph_level, visual_order

CONFORMANCE_FILE = Path(__file__).parents[2] / "data" / "ucd" / "BidiCharacterTest.txt.gz"


def conformance_cases() -> Iterator[list[str]]:
    with gzip.open(CONFORMANCE_FILE, "rt", encoding="utf-8") as lines:
        for line in lines:
            case = line.partition("#")[0].strip()
            if case:
                yield case.split(";")


def drawn(text: str, *, base: int = 1) -> str:
    """The characters from left to right, neither joined nor mirrored."""
    levels = line_levels(text, embedding_levels(text, base), 0, len(text), base=base)
    return "".join(text[place] for place in visual_order(levels))


def test_every_case_of_the_unicode_consortium_gives_its_levels_and_order() -> None:
    count, wrong = 0, []
    for case in conformance_cases():
        code_points, direction, expected_base, expected_levels, expected_order = case
        text = "".join(chr(int(code_point, 16)) for code_point in code_points.split())
        base = paragraph_level(text, default=0) if direction == "2" else int(direction)
        levels = line_levels(text, embedding_levels(text, base), 0, len(text), base=base)
        removed = {place for place, level in enumerate(expected_levels.split()) if level == "x"}
        found = ["x" if place in removed else str(level) for place, level in enumerate(levels)]
        order = [str(place) for place in visual_order(levels) if place not in removed]
        count += 1
        if (str(base), found, order) != (
            expected_base,
            expected_levels.split(),
            expected_order.split(),
        ):
            wrong.append(case)
    assert (count, wrong) == (91_707, [])


def test_latin_words_and_the_numbers_after_them_keep_their_order_inside_arabic() -> None:
    assert drawn("ابت NATO 2025 ثج 30") == "30 جث NATO 2025 تبا"


def test_numbers_joined_by_hyphens_change_places_after_an_arabic_letter() -> None:
    # Arabic numbers let hyphens go: dates written the ISO way read from the right
    assert drawn("يوم 2025-12-06") == "06-12-2025 موي"


def test_a_percent_sign_stands_left_of_its_number_after_an_arabic_letter() -> None:
    assert drawn("نسبة 12%") == "%12 ةبسن"


def test_brackets_around_latin_go_with_the_paragraph_when_it_is_arabic() -> None:
    assert drawn("ا (NATO) ب") == "ب )NATO( ا"


def test_blanks_at_the_end_of_a_line_stay_at_the_end_of_the_paragraph_direction() -> None:
    text = "ابت abc  "
    levels = embedding_levels(text, 1)
    assert list(line_levels(text, levels, 0, 7, base=1)) == [1, 1, 1, 1, 2, 2, 2]
    assert list(line_levels(text, levels, 4, 9, base=1)) == [2, 2, 2, 1, 1]


def test_blanks_before_a_tab_take_the_level_of_the_paragraph() -> None:
    text = "a b  \tc"
    assert list(line_levels(text, embedding_levels(text, 1), 0, 7, base=1)) == [2, 2, 2, 1, 1, 1, 2]


def test_marks_take_the_side_of_their_letter() -> None:
    assert list(embedding_levels("a\u064bب\u064b", 1)) == [2, 2, 1, 1]


@pytest.mark.parametrize(
    ("text", "level"),
    [("abc ابت", 0), ("12 ابت", 1), ("«ا» abc", 1), ("12 %", 7), ("", 7), ("\u2067ا\u2069 a", 0)],
)
def test_a_paragraph_follows_its_first_letter_outside_isolates(text: str, level: int) -> None:
    assert paragraph_level(text, default=7) == level


def test_an_empty_line_has_no_order() -> None:
    assert embedding_levels("", 1) == b""
    assert visual_order(b"") == []


def test_levels_of_two_directions_are_reversed_from_the_deepest_out() -> None:
    assert visual_order(bytes([0, 1, 2, 2, 1, 0])) == [0, 4, 2, 3, 1, 5]


def test_a_megabyte_of_hostile_controls_is_resolved_in_reasonable_time() -> None:
    # quadratic rules would take hours here
    for hostile in ("%", "\u2068", "\u202b", "\u2067)", "\u2069", "(", "()", "\u064b", "1\u200b+"):
        text = "ا" + hostile * 20_000 + "a"
        assert len(embedding_levels(text, 1)) == len(text)
