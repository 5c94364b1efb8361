"""Setting rows: cells in display order, mirrored, blanks hanging, aligned to the reading side."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from annotator.arabic.bidi import visual_order
from annotator.arabic.cells import Cell, logical_cells
from annotator.arabic.display import Display
from annotator.arabic.lines import Line
from annotator.arabic.mirroring import MIRRORED
from annotator.arabic.paragraph import Paragraph
from annotator.arabic.wrapping import BLANKS


@dataclass(frozen=True, slots=True)
class Typesetter:
    """All that rows of one text have in common."""

    text: str
    display: Display
    width: int
    breaks: frozenset[int]
    """The alefs that keep a cell apart from their lam."""

    def set_line(self, start: int, end: int, *, paragraph: Paragraph) -> Line:
        """The row of `text[start:end]`, which lies within `paragraph`."""
        cells = logical_cells(self.text, start, end, display=self.display, breaks=self.breaks)
        cells = self._hang_blanks(cells)
        is_rtl = paragraph.base == 1 and not self.display.is_raw
        if not self.display.is_raw:
            cells = _in_display_order(cells, paragraph.line_levels(start, end), start=start)
        left = max(0, self.width - sum([cell.width for cell in cells])) if is_rtl else 0
        xs = tuple(accumulate([cell.width for cell in cells], initial=left))
        return Line(start, end, is_rtl, self.width, tuple(cells), xs)

    def _hang_blanks(self, cells: list[Cell]) -> list[Cell]:
        """`cells` without a column for those blanks at the end that do not fit."""
        excess = sum([cell.width for cell in cells]) - self.width
        place = len(cells)
        while excess > 0 and place:
            place -= 1
            cell = cells[place]
            if cell.width and self.text[cell.start] not in BLANKS:
                break
            excess -= cell.width
            cells[place] = Cell("", cell.start, cell.end, 0)
        return cells


def _in_display_order(cells: Sequence[Cell], levels: bytes, *, start: int) -> list[Cell]:
    """`cells` from left to right, those that run from right to left mirrored."""
    cell_levels = [levels[cell.start - start] for cell in cells]
    return [
        _mirrored(cells[place]) if cell_levels[place] & 1 else cells[place]
        for place in visual_order(cell_levels)
    ]


def _mirrored(cell: Cell) -> Cell:
    char = cell.text[:1]
    if not char or (partner := MIRRORED[char]) == char:
        return cell
    return cell._replace(text=partner + cell.text[1:])
