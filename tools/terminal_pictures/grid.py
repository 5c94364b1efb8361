"""Where the terminal's cells lie on a picture, measured from two cells in colours of their own."""

from dataclasses import dataclass

from tools.terminal_pictures.raster import Box, Color, Raster

FIRST: Color = (255, 0, 255)
"""Fills the cell at the top left while the grid is measured."""
LAST: Color = (0, 255, 0)
"""Fills the cell at the bottom right."""


class GridError(Exception):
    """The two cells are not on the picture as they should be."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of whole pixels, as every terminal has them."""

    left: int
    top: int
    cell_width: int
    cell_height: int

    def cells(self, column: int, row: int, *, count: int = 1) -> Box:
        """The pixels of `count` neighbouring cells of a row."""
        left = self.left + column * self.cell_width
        top = self.top + row * self.cell_height
        return Box(left, top, left + count * self.cell_width, top + self.cell_height)


def measured_grid(picture: Raster, *, columns: int, rows: int) -> Grid:
    """The grid of a terminal of that size.

    Raises:
        GridError: the picture does not show the two cells, or they do not fit the size.
    """
    first, last = picture.extent(FIRST), picture.extent(LAST)
    if first is None or last is None:
        message = "the corner cells are not on the picture"
        raise GridError(message)
    width, height = last.right - first.left, last.bottom - first.top
    if width % columns or height % rows:
        message = f"{width}x{height} pixels are no {columns}x{rows} whole cells"
        raise GridError(message)
    return Grid(first.left, first.top, width // columns, height // rows)
