"""One row on screen: its cells from left to right, and the way between columns and offsets."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.arabic.cells import Cell
from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells; columns count from 0 at the left edge of the text area."""

    start: int
    """The first offset of the row."""

    end: int
    """The offset after the last one in a cell; where a line end may follow."""

    is_rtl: bool
    """Whether the row is read from the right edge: there it begins, and left is forward."""

    width: int
    """The columns at its disposal."""

    cells: tuple[Cell, ...]
    """From left to right."""

    xs: tuple[int, ...]
    """The first column of each cell, and last of all the column after the cells."""

    @property
    def text(self) -> str:
        """What to print from column `left` on."""
        return "".join([cell.text for cell in self.cells])

    @property
    def left(self) -> int:
        """The first column that is drawn in; all before it are empty."""
        return self.xs[0]

    @property
    def right(self) -> int:
        """The column after the last that is drawn in."""
        return self.xs[-1]

    def cell_at(self, x: int) -> Cell | None:
        """The cell that column `x` belongs to, None beside the text."""
        if not self.left <= x < self.right:
            return None
        return self.cells[bisect_right(self.xs, x) - 1]

    def offset_at(self, x: int) -> int:
        """The offset of the cell at column `x`; beside the text, of the first or last cell."""
        cell = self.cell_at(x)
        if cell is not None:
            return cell.start
        drawn = [cell.start for cell in self.cells if cell.width]
        is_before = (x >= self.right) if self.is_rtl else (x < self.left)
        if not drawn:
            return self.start
        return min(drawn) if is_before else max(drawn)

    def x_of(self, offset: int) -> int:
        """The column of the cell that holds `offset`; past the last cell, the column after it.

        Always a column of the row, so that a cursor has a place on line ends and hanging blanks.
        """
        x = self.left - 1 if self.is_rtl else self.right
        for place, cell in enumerate(self.cells):
            if cell.start <= offset < cell.end:
                x = self.xs[place]
                break
        return max(0, min(x, self.width - 1))

    def pieces(self, span: Span) -> Iterator[tuple[int, int]]:
        """The columns `start`-`end`, from left to right, in which characters of `span` are drawn.

        There are several where direction changes inside the span.
        """
        open_from: int | None = None
        for x, cell in zip(self.xs, self.cells, strict=False):
            if not cell.width:
                continue
            is_inside = cell.start < span.end and span.start < cell.end
            if is_inside and open_from is None:
                open_from = x
            elif not is_inside and open_from is not None:
                yield open_from, x
                open_from = None
        if open_from is not None:
            yield open_from, self.right
