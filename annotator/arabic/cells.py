"""The cells of a stretch of text: what one place of the grid shows, for which characters."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from annotator.arabic.characters import ZWNJ
from annotator.arabic.display import Display
from annotator.arabic.glyphs import DOTTED_CIRCLE, GlyphTable, glyph_table
from annotator.arabic.shaping import ALEFS, FORMS, LAM_ALEF_FORMS, find_lam_alef, joined_forms

MAX_MARKS = 8
"""More marks than this on one letter are an attack on the terminal and are not drawn."""


class Cell(NamedTuple):
    """A letter with its marks, or a lam-alef; a frozen value."""

    text: str
    """What to print: presentation forms, never to leave the screen. Empty for hidden characters."""

    start: int
    """The first offset it stands for, in the document."""

    end: int
    """The offset after the last."""

    width: int
    """Columns: 0 for hidden characters, else 1 or 2."""


def logical_cells(
    text: str, start: int, end: int, *, display: Display, breaks: Container[int] = frozenset()
) -> list[Cell]:
    """The cells of `text[start:end]`, which begins and ends between cells, in the text's order.

    `breaks` are the alefs that keep a cell apart from their lam (see `lam_alef_breaks`).
    """
    glyphs = glyph_table(marks=display.marks, invisibles=display.invisibles)
    forms, ligatures = b"", dict[int, int]()
    if not display.is_raw:
        forms = joined_forms(text, start, end)
        ligatures = _unbroken_ligatures(text, start, end, glyphs=glyphs, breaks=breaks)
    cells: list[Cell] = []
    place = start
    while place < end:
        char = text[place]
        printed, width, attaches = glyphs[char]
        last = ligatures.get(place, place)
        if attaches:
            printed, width = DOTTED_CIRCLE + printed, 1
        elif last != place:
            printed = LAM_ALEF_FORMS[text[last]][forms[place - start] & 1]
        elif forms and char in FORMS:
            printed = FORMS[char][forms[place - start]]
        following = _end_of_marks(text, last + 1, end, glyphs=glyphs) if width else place + 1
        if following > place + 1:
            printed += _marks(text[place + 1 : last] + text[last + 1 : following], glyphs=glyphs)
        if place in breaks and char in ALEFS:
            printed += ZWNJ  # else terminals that shape join lam and alef again and leave a hole
        cells.append(Cell(printed, place, following, width))
        place = following
    return cells


def _unbroken_ligatures(
    text: str, start: int, end: int, *, glyphs: GlyphTable, breaks: Container[int]
) -> dict[int, int]:
    """Lam to alef, where one cell holds both."""
    return {
        lam: alef
        for lam, alef in find_lam_alef(text, start, end)
        if alef not in breaks and not any(glyphs[char].width for char in text[lam + 1 : alef])
    }


def _end_of_marks(text: str, place: int, end: int, *, glyphs: GlyphTable) -> int:
    """Where the marks from `place` on end; hidden characters before a mark go with it."""
    end_of_marks = place
    while place < end and not (glyph := glyphs[text[place]]).width:
        place += 1
        if glyph.attaches:
            end_of_marks = place
    return end_of_marks


def _marks(chars: Iterable[str], *, glyphs: GlyphTable) -> str:
    drawn = [glyph.text for char in chars if (glyph := glyphs[char]).attaches]
    return "".join(drawn[:MAX_MARKS])
