"""The looks of single characters, measured as the terminal library measures them."""

import pytest
from rich.cells import cell_len

from annotator.arabic.glyphs import Glyph, GlyphTable, glyph_table, width_table

PLAIN = glyph_table(marks=True, invisibles=False)
BARE = glyph_table(marks=False, invisibles=False)
TELLING = glyph_table(marks=True, invisibles=True)

ALL_BUT_IDEOGRAPHS = [
    chr(code_point)
    for part in (
        range(0x3500),
        range(0x4D00, 0x4F00),
        range(0xA000, 0xAD00),
        range(0xD700, 0x13500),
        range(0x16000, 0x17100),
        range(0x18D00, 0x1FD00),
        range(0xE0000, 0xE0200),
        range(0x10FFF0, 0x110000),
    )
    for code_point in part
]


@pytest.mark.parametrize("invisibles", [False, True])
def test_every_character_is_as_wide_as_the_terminal_library_says(*, invisibles: bool) -> None:
    table = GlyphTable(marks=True, invisibles=invisibles)
    wrong = [char for char in ALL_BUT_IDEOGRAPHS if cell_len(table[char].text) != table[char].width]
    assert wrong == []


def test_no_glyph_can_command_a_terminal_or_change_the_width_of_another() -> None:
    table = GlyphTable(marks=True, invisibles=False)
    printed = {table[char].text for char in ALL_BUT_IDEOGRAPHS}
    assert len(printed) > 20_000
    assert not printed & {"\u200d", "\ufe0f", "\x1b", "\n", "\t", "\r", "\u202e", "\x9b"}


@pytest.mark.parametrize(
    ("char", "text", "width"),
    [
        ("ب", "ب", 1),
        ("漢", "漢", 2),
        ("😀", "😀", 2),
        ("\u06dd", "○", 1),
        ("\u0600", "▯", 1),
        ("䷀", "▯", 1),
        ("\U0001f1ea", "E", 1),
        ("\ud800", "�", 1),
        ("\ufdd0", "�", 1),
        ("\x1b", "␛", 1),
        ("\t", " ", 1),
        ("\u2009", " ", 1),
        ("\u200c", "", 0),
        ("\u202e", "⇇", 1),
    ],
)
def test_characters_that_stand_alone(char: str, text: str, width: int) -> None:
    assert PLAIN[char] == Glyph(text, width, attaches=False)


@pytest.mark.parametrize("char", ["\u064b", "\u0301", "\u20e3", "\u1161"])
def test_marks_are_drawn_in_the_cell_before(char: str) -> None:
    assert PLAIN[char] == Glyph(char, 0, attaches=True)


@pytest.mark.parametrize("char", ["\ufe0f", "\U000e0100", "\U0001f3fd"])
def test_selectors_and_skin_tones_are_not_drawn_at_all(char: str) -> None:
    assert PLAIN[char] == Glyph("", 0, attaches=True)


def test_without_marks_arabic_ones_vanish_and_latin_accents_stay() -> None:
    assert BARE["\u064e"].text == BARE["\u0670"].text == BARE["\u0653"].text == ""
    assert BARE["\u0301"].text == "\u0301"


def test_on_request_what_is_invisible_has_a_sign_and_a_cell() -> None:
    signs = [TELLING[char] for char in "\u200c\u200d\u200e\u200f\u00ad\t\u00a0\u2062"]
    assert [glyph.text for glyph in signs] == list("¬+⇢⇠-⇥⍽▫")
    assert {glyph.width for glyph in signs} == {1}


def test_widths_are_those_of_the_glyphs() -> None:
    widths = width_table(invisibles=False)
    assert [widths[char] for char in "ب漢\u064e\u200c\n"] == [1, 2, 0, 0, 1]
