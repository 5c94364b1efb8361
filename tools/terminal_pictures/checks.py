"""What the pictures of one terminal prove: lines, highlights, and that both checks can fail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tools.terminal_pictures.grid import Grid
from tools.terminal_pictures.plain_print import glyph_places
from tools.terminal_pictures.raster import Color, Raster, difference
from tools.terminal_pictures.rows import Row
from tools.terminal_pictures.stages import Stage

_ALMOST = 12
"""A byte of colour so far off is the same to the eye; letters on another ground differ by one."""
_ANOTHER_GLYPH = 0.08
"""The share of a cell's bytes that may differ from its glyph alone: its neighbours reach in."""
_CLIPPED = 0.12
"""The share that may differ beside a change of colour, where what reaches out of a cell is cut."""
_SHADE = 0.02
"""The share that may differ in other letters: less than a dot."""
_TAIL = 0.06
"""The share that may differ in blanks: the tail of a letter beside them, drawn or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """How far a terminal shows what it should; counts of lines, columns and cells."""

    line_count: int
    lines_as_computed: int
    """Lines of which the widget says that it draws what the layout computes."""
    lines_as_printed: int
    """Lines that look as they do when they are printed in one go, bidi off."""
    lines_as_untouched: int
    """Lines that look so with the terminal's bidi left on: few, where it reorders."""
    cell_count: int
    cells_in_place: int
    """Cells that show the glyph that belongs there, seen alone."""
    cells_in_place_untouched: int
    highlighted_count: int
    columns_wrongly_highlighted: tuple[tuple[int, int], ...]
    """Row and column wherever a highlight is missing, too long, or another's."""

    @property
    def share_in_place(self) -> float:
        """The share of the cells that show their glyph."""
        return self.cells_in_place / self.cell_count


def examine(
    pictures: Mapping[Stage, Raster], grid: Grid, rows: Sequence[Row], *, columns: int
) -> Findings:
    """Compare the pictures of one terminal with what was expected."""
    quiet, reference, untouched = (pictures[s] for s in ("quiet", "reference", "untouched"))
    places = glyph_places(rows, columns=columns)
    return Findings(
        line_count=len(rows),
        lines_as_computed=sum(row.text.strip() == row.drawn for row in rows),
        lines_as_printed=_equal_lines(quiet, reference, grid, rows),
        lines_as_untouched=_equal_lines(quiet, untouched, grid, rows),
        cell_count=sum(1 for row in rows for cell in row.cells if cell.strip()),
        cells_in_place=_cells_in_place(quiet, pictures["glyphs"], grid, rows, places),
        cells_in_place_untouched=_cells_in_place(untouched, pictures["glyphs"], grid, rows, places),
        highlighted_count=sum(1 for row in rows for color in row.colors if color),
        columns_wrongly_highlighted=_wrong_columns(pictures["loud"], grid, rows),
    )


def _equal_lines(first: Raster, second: Raster, grid: Grid, rows: Sequence[Row]) -> int:
    return sum(_is_equal(first, second, grid, row) for row in rows)


def _is_equal(first: Raster, second: Raster, grid: Grid, row: Row) -> bool:
    for column in range(len(row.cells)):
        box = grid.cells(row.column + column, row.row)
        off = difference(first, box, second, box, above=_ALMOST)
        if off > _tolerance(row, column) * box.byte_count:
            return False
    return True


def _tolerance(row: Row, column: int) -> float:
    around = set(row.colors[max(0, column - 1) : column + 2])
    if len(around) > 1:
        return _CLIPPED
    return _SHADE if row.cells[column].strip() else _TAIL


def _cells_in_place(
    picture: Raster,
    glyphs: Raster,
    grid: Grid,
    rows: Sequence[Row],
    places: Mapping[str, tuple[int, int]],
) -> int:
    count = 0
    for row in rows:
        for column, cell in enumerate(row.cells):
            if not cell.strip():
                continue
            width = _width(row.cells, column)
            here = grid.cells(row.column + column, row.row, count=width)
            there = grid.cells(*places[cell], count=width)
            off = difference(picture, here, glyphs, there, above=64)
            count += off <= _ANOTHER_GLYPH * here.byte_count
    return count


def _width(cells: Sequence[str], column: int) -> int:
    return 2 if cells[column + 1 : column + 2] == ("",) else 1


def _wrong_columns(picture: Raster, grid: Grid, rows: Sequence[Row]) -> tuple[tuple[int, int], ...]:
    """A terminal may draw its own shade of a colour, but one for each, and no two alike."""
    seen: dict[Color | None, Color] = {}
    wrong = []
    for row in rows:
        for column, color in enumerate(row.colors):
            ground = picture.ground(grid.cells(row.column + column, row.row))
            known = seen.setdefault(color, ground)
            is_taken = any(other != color and shade == ground for other, shade in seen.items())
            if known != ground or is_taken:
                wrong.append((row.row, column))
    return tuple(wrong)
