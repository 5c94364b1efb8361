"""A document on a grid of cells: rows, and the way between rows, columns, spans and offsets.

Opening costs one measuring pass over the text; directions are resolved paragraph by paragraph and
rows are set one by one, when they are first looked at. A layout never changes: another width or
other breaks make another layout, which takes over what is still true.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.arabic.display import ARTICLE, Display
from annotator.arabic.lines import Line
from annotator.arabic.measured_text import MeasuredText
from annotator.arabic.typesetting import Typesetter
from annotator.arabic.wrapping import MIN_WIDTH
from annotator.model.span import Span

_KEPT_LINES = 4096
"""How many set rows are kept; a screen shows fewer than 200."""


class Position(NamedTuple):
    """A place on the grid."""

    row: int
    x: int


class Piece(NamedTuple):
    """Part of a span on screen: the columns `start`-`end` of one row."""

    row: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A text wrapped into rows; made by `lay_out`."""

    measured: MeasuredText
    width: int
    breaks: frozenset[int]
    """The alefs that keep a cell apart from their lam (see `lam_alef_breaks`)."""

    row_starts: "array[int]"
    """The offset at which each row begins."""

    _lines: dict[int, Line] = field(default_factory=dict)

    @property
    def row_count(self) -> int:
        """How many rows the document has at this width; exact, though most were never set."""
        return len(self.row_starts)

    def line(self, row: int) -> Line:
        """The cells of a row.

        Raises:
            IndexError: there is no such row.
        """
        start = self.row_starts[row]
        line = self._lines.get(start)
        if line is None:
            if len(self._lines) >= _KEPT_LINES:
                self._lines.clear()
            line = self._lines[start] = self._set_line(row)
        return line

    def _set_line(self, row: int) -> Line:
        measured, start = self.measured, self.row_starts[row]
        index = measured.index_at(start)
        end = measured.end_of(index)
        if row + 1 < self.row_count:
            end = min(end, self.row_starts[row + 1])
        typesetter = Typesetter(measured.text, measured.display, self.width, self.breaks)
        return typesetter.set_line(start, end, paragraph=measured.paragraph(index))

    def row_of(self, offset: int) -> int:
        """The row in which `offset` lies; a line end lies in the row before it."""
        return max(0, bisect_right(self.row_starts, offset) - 1)

    def position_of(self, offset: int) -> Position:
        """Where the cell of `offset` begins; see `Line.x_of` for those without one."""
        row = self.row_of(offset)
        return Position(row, self.line(row).x_of(offset))

    def offset_at(self, row: int, x: int) -> int:
        """The offset of the cell at a place; beside or beyond the text, of the nearest row end."""
        return self.line(max(0, min(row, self.row_count - 1))).offset_at(x)

    def pieces(self, span: Span, *, rows: range | None = None) -> Iterator[Piece]:
        """The parts of `span` on screen, row by row and from left to right; only those in `rows`.

        Give the visible rows: a row has to be set to know its columns.
        """
        first, last = self.row_of(span.start), self.row_of(span.end - 1)
        if rows is not None:
            first, last = max(first, rows.start), min(last, rows.stop - 1)
        for row in range(first, last + 1):
            for start, end in self.line(row).pieces(span):
                yield Piece(row, start, end)

    def next_stop(self, offset: int) -> int:
        """The offset a cursor goes to from `offset`, one letter on; at last the text's length."""
        return self.measured.next_stop(offset, breaks=self.breaks)

    def previous_stop(self, offset: int) -> int:
        """The offset a cursor goes to from `offset`, one letter back.

        `previous_stop(offset + 1)` is where the cell that holds `offset` begins.
        """
        return self.measured.previous_stop(offset, breaks=self.breaks)

    def with_width(self, width: int) -> "Layout":
        """This document wrapped at another width; nothing is measured or resolved again."""
        if max(MIN_WIDTH, width) == self.width:
            return self
        return _wrapped(self.measured, width=width, breaks=self.breaks)

    def with_display(self, display: Display) -> "Layout":
        """This document drawn another way."""
        return lay_out(self.measured.text, width=self.width, display=display, breaks=self.breaks)

    def with_breaks(self, breaks: frozenset[int]) -> "Layout":
        """This document with other lam-alefs cut; only the paragraphs concerned are laid anew."""
        measured = self.measured
        touched = {measured.index_at(alef) for alef in self.breaks ^ breaks}
        if not touched:
            return self
        broken = _by_paragraph(measured, breaks)
        row_starts = self.row_starts[:]
        for index in touched:
            first = bisect_left(row_starts, measured.starts[index])
            last = bisect_right(row_starts, measured.end_of(index))
            rows = measured.rows_of(index, width=self.width, breaks=broken.get(index, ()))
            row_starts[first:last] = array("I", rows)
        kept = {
            start: line
            for start, line in self._lines.items()
            if measured.index_at(start) not in touched
        }
        return Layout(measured, self.width, breaks, row_starts, kept)


def lay_out(
    text: str, *, width: int, display: Display = ARTICLE, breaks: frozenset[int] = frozenset()
) -> Layout:
    """Wrap `text` into rows of at most `width` columns; of at least two, whatever is asked."""
    return _wrapped(MeasuredText.of(text, display), width=width, breaks=breaks)


def _wrapped(measured: MeasuredText, *, width: int, breaks: frozenset[int]) -> Layout:
    width = max(MIN_WIDTH, width)
    broken = _by_paragraph(measured, breaks)
    row_starts = array("I")
    for index in range(len(measured.starts)):
        row_starts.extend(measured.rows_of(index, width=width, breaks=broken.get(index, ())))
    return Layout(measured, width, breaks, row_starts)


def _by_paragraph(measured: MeasuredText, breaks: frozenset[int]) -> Mapping[int, list[int]]:
    broken: dict[int, list[int]] = defaultdict(list)
    for alef in breaks:
        broken[measured.index_at(alef)].append(alef)
    return broken
