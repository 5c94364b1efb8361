"""How many columns a text takes, told without shaping it: what scrolling and wrapping need."""

import re
from array import array
from collections.abc import Collection
from itertools import accumulate
from operator import add

from annotator.arabic.display import Display
from annotator.arabic.glyphs import glyph_table, width_table
from annotator.arabic.shaping import find_lam_alef

_PARAGRAPH = re.compile("[^\n]+")


def measure(text: str, display: Display) -> "array[int]":
    """For every offset, and for the end, the columns before it on one endless line.

    A line end counts one column (of CRLF the first character), a lam-alef one for both letters.
    Characters drawn in another's cell add nothing, so equal entries mean one cell.
    """
    width_of = width_table(invisibles=display.invisibles).__getitem__
    widths = list(map(width_of, text))
    if not display.is_raw:
        for lam, alef in find_lam_alef(text, 0, len(text)):
            if not any(widths[lam + 1 : alef]):
                widths[alef] = 0
    if "\r\n" in text:
        for line_end in re.finditer("\r\n", text):
            widths[line_end.start() + 1] = 0
    for paragraph in _PARAGRAPH.finditer(text):
        if not widths[paragraph.start()]:
            _widen_leading_mark(text, widths, *paragraph.span())
    return array("I", accumulate(widths, initial=0))


def _widen_leading_mark(text: str, widths: list[int], start: int, end: int) -> None:
    """Give the first mark a column if nothing stands before it: it gets a dotted circle."""
    glyphs = glyph_table(marks=True, invisibles=False)
    for place in range(start, end):
        if glyphs[text[place]].attaches:
            widths[place] = 1
        if widths[place]:
            return


def with_breaks(columns: "array[int]", alefs: Collection[int]) -> "array[int]":
    """`columns` with one more from every alef on that no longer shares the cell of its lam."""
    if not alefs:
        return columns
    added = bytearray(len(columns))
    for alef in alefs:
        if columns[alef + 1] == columns[alef]:
            added[alef + 1] = 1
    return array("I", map(add, columns, accumulate(added)))
