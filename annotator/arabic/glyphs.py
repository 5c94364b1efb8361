"""What each character looks like by itself on a grid of cells, measured as the terminal measures.

Where terminals disagree about the width of a character, something narrow that they agree on is
drawn instead: nothing for joiners and selectors, letters for flags, a box for rare signs.
"""

from functools import cache
from typing import NamedTuple
from unicodedata import category, east_asian_width, name

from annotator.arabic.characters import (
    LRM,
    REPLACEMENT,
    RLM,
    ZWJ,
    ZWNJ,
    is_invisible,
    is_variation_selector,
    is_visible_sign,
    shown,
)

BOX = "▯"
"""Drawn for signs that have no dependable width."""

DOTTED_CIRCLE = "◌"
"""Carries a mark that has no letter before it."""

_ON_REQUEST = {
    ZWNJ: "¬",
    ZWJ: "+",
    LRM: "⇢",
    RLM: "⇠",
    "\u00ad": "-",  # soft hyphen
    "\t": "⇥",
    "\u00a0": "⍽",  # no-break space
    "\u202f": "⍽",  # narrow no-break space
}
_ANY_OTHER_INVISIBLE = "▫"
_BLANKS_WITH_INK_OR_WIDTH = "\u1680\u3000"


class Glyph(NamedTuple):
    """The looks of one character."""

    text: str
    """What is printed; empty when nothing is."""

    width: int
    """Columns taken: 0, 1 or 2."""

    attaches: bool
    """Whether it is drawn in the cell of the character before it."""


class GlyphTable(dict[str, Glyph]):
    """Character to glyph under two choices of a `Display`, filled as characters are met."""

    def __init__(self, *, marks: bool, invisibles: bool) -> None:
        super().__init__()
        self._marks = marks
        self._invisibles = invisibles

    def __missing__(self, char: str) -> Glyph:
        glyph = self[char] = self._attached(char) or self._standing(char)
        return glyph

    def _attached(self, char: str) -> Glyph | None:
        if is_variation_selector(char) or "\U0001f3fb" <= char <= "\U0001f3ff":
            return Glyph("", 0, attaches=True)  # emoji styles and skin tones
        if category(char) not in {"Mn", "Me", "Mc"} and not _is_hangul_tail(char):
            return None
        is_hidden = not self._marks and name(char, "").startswith("ARABIC")
        return Glyph("" if is_hidden else char, 0, attaches=True)

    def _standing(self, char: str) -> Glyph:
        if self._invisibles and (char in _ON_REQUEST or is_invisible(char)):
            return Glyph(_ON_REQUEST.get(char, _ANY_OTHER_INVISIBLE), 1, attaches=False)
        if is_invisible(char):
            return Glyph("", 0, attaches=False)
        text = _safe_form(char)
        width = 2 if text == char and east_asian_width(char) in "WF" else 1
        return Glyph(text, width, attaches=False)


def _safe_form(char: str) -> str:
    """What is printed for a character that takes a cell."""
    if is_visible_sign(char):
        return "○" if char in "\u06dd\u08e2" else BOX
    if _has_unsettled_width(char):
        return BOX
    if "\U0001f1e6" <= char <= "\U0001f1ff":  # flags: two letters are a cell each everywhere
        return chr(ord("A") + ord(char) - 0x1F1E6)
    if category(char) == "Cn":
        return REPLACEMENT  # its width is unknown to this Python
    if category(char) == "Zs" and char not in _BLANKS_WITH_INK_OR_WIDTH:
        return " "
    return shown(char) if char != "\t" else " "


def _is_hangul_tail(char: str) -> bool:
    """Whether `char` is a vowel or final consonant drawn inside a Korean syllable."""
    return "\u1161" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"


def _has_unsettled_width(char: str) -> bool:
    """Whether Unicode 16 widened `char`: hexagrams, monograms, counting rods."""
    return (
        "\u2630" <= char <= "\u2637"
        or "\u268a" <= char <= "\u268f"
        or "\u4dc0" <= char <= "\u4dff"
        or "\U0001d300" <= char <= "\U0001d376"
    )


@cache
def glyph_table(*, marks: bool, invisibles: bool) -> GlyphTable:
    """The one table for these choices."""
    return GlyphTable(marks=marks, invisibles=invisibles)


class _Widths(dict[str, int]):
    """Character to columns, for measuring long texts without looking at glyphs."""

    def __init__(self, glyphs: GlyphTable) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, char: str) -> int:
        width = self[char] = self._glyphs[char].width
        return width


@cache
def width_table(*, invisibles: bool) -> dict[str, int]:
    """Columns that each character takes when something stands before it."""
    return _Widths(glyph_table(marks=True, invisibles=invisibles))
