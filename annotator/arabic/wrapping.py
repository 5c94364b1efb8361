"""Where the lines of a paragraph begin: wrapping at blanks in the order of the text."""

from bisect import bisect_right
from collections.abc import Sequence

MIN_WIDTH = 2
"""The widest character takes two columns: no line can be narrower."""

BLANKS = " \t"
"""Where a line may end; no-break spaces are none."""


def wrap(text: str, columns: Sequence[int], *, width: int) -> list[int]:
    """The offsets in the paragraph `text` at which lines of at most `width` columns begin.

    `columns` are those `measure` gives for it, one more than characters. A line ends after its
    last blank that fits; blanks that do not fit hang. A word wider than a line is cut.
    """
    starts = [0]
    line, end = 0, len(text)
    while columns[end] - columns[line] > width:
        fits = bisect_right(columns, columns[line] + width, line, end) - 1
        if text[fits] in BLANKS:
            line = fits
        else:
            blank = max(text.rfind(char, line, fits) for char in BLANKS)
            line = fits if blank < 0 else blank + 1
        while line < end and (text[line] in BLANKS or columns[line + 1] == columns[line]):
            line += 1
        if line == end:
            break
        starts.append(line)
    return starts
