"""The same lines printed without our screen: in one go, or every cell by itself."""

import os
import sys
from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len

from annotator.tui.terminal import Profile
from tools.terminal_pictures.grid import FIRST, LAST
from tools.terminal_pictures.raster import Color
from tools.terminal_pictures.rows import Row
from tools.terminal_pictures.sample import ALMOST_GROUND, GROUND, INK

GLYPH_STEP = 3
"""Columns from one cell of the glyph table to the next, so that none touches another."""

_CUBE_FROM = 95
"""The lowest part of a colour, but none, in the cube of 256 colours; the others follow by 40."""


def show_corners() -> None:
    """Fill the first cell and the last."""
    size = os.get_terminal_size()
    last = _at(size.lines - 1, size.columns - 1) + _behind(LAST)
    _print(f"{_at(0, 0)}{_behind(FIRST)} {last} ")


def show_lines(rows: Sequence[Row]) -> None:
    """Print every line from left to right, in the colours of the stage `quiet`.

    Where the colour changes a terminal clips what reaches out of a cell; so it has to change here.
    """
    _print("".join(f"{_at(row.row, row.column)}{_coloured(row)}" for row in rows))


def show_glyphs(rows: Sequence[Row]) -> None:
    """Print every cell that occurs, each at its place of the glyph table."""
    places = glyph_places(rows, columns=os.get_terminal_size().columns)
    table: dict[int, str] = {}
    for glyph, (column, row) in places.items():
        blanks = " " * (column - cell_len(table.setdefault(row, "")))
        table[row] += blanks + glyph
    _print("".join(f"{_at(row, 0)}{line}" for row, line in table.items()))


def glyph_places(rows: Sequence[Row], *, columns: int) -> dict[str, tuple[int, int]]:
    """The column and row of each cell in the glyph table; blanks are none."""
    glyphs = dict.fromkeys(cell for row in rows for cell in row.cells if cell.strip())
    a_row = columns // GLYPH_STEP
    return {
        glyph: (1 + GLYPH_STEP * (number % a_row), number // a_row)
        for number, glyph in enumerate(glyphs)
    }


def enter(profile: Profile | None) -> None:
    """An empty screen, the terminal's bidi switched off if a profile is given."""
    size = os.get_terminal_size()
    colors = _colored(38, INK) + _behind(GROUND)
    # not every terminal clears in the colour that is set
    blank = "".join(f"{_at(row, 0)}{' ' * size.columns}" for row in range(size.lines))
    _print(f"\x1b[?1049h\x1b[?25l\x1b[?7l{profile.off if profile else ''}{colors}\x1b[2J{blank}")


def leave(profile: Profile | None) -> None:
    """The terminal as it was."""
    _print(f"{profile.on if profile else ''}\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l")


def _coloured(row: Row) -> str:
    runs = groupby(zip(row.colors, row.cells, strict=True), key=lambda column: column[0])
    return "".join(
        _behind(ALMOST_GROUND if color else GROUND) + "".join(cell for _, cell in cells)
        for color, cells in runs
    )


def _at(row: int, column: int) -> str:
    return f"\x1b[{row + 1};{column + 1}H"


def _behind(color: Color) -> str:
    return _colored(48, color)


def _colored(place: int, color: Color) -> str:
    """The sequence for a colour; of 256, where the program would not use more either."""
    if os.environ.get("COLORTERM") == "truecolor":
        return f"\x1b[{place};2;{';'.join(map(str, color))}m"
    red, green, blue = (0 if part < _CUBE_FROM else (part - 35) // 40 for part in color)
    return f"\x1b[{place};5;{16 + 36 * red + 6 * green + blue}m"


def _print(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
