"""What is read off a picture of a terminal: the grid, colours, letters out of place."""

import pytest

from tools.terminal_pictures.checks import examine
from tools.terminal_pictures.grid import FIRST, LAST, Grid, GridError, measured_grid
from tools.terminal_pictures.plain_print import glyph_places
from tools.terminal_pictures.raster import Box, Color, Raster
from tools.terminal_pictures.rows import Row
from tools.terminal_pictures.stages import Stage

BLACK: Color = (0, 0, 0)
RED: Color = (175, 0, 0)
CELL_WIDTH, CELL_HEIGHT, LEFT, TOP = 8, 16, 3, 5
COLUMNS, ROWS = 30, 6
INK: dict[str, Color] = {"ا": (200, 200, 1), "ب": (200, 1, 200), "ت": (1, 200, 200)}
TEXT = "ابت بات"
ROW = Row(1, 2, tuple(TEXT), (None, RED, RED, *[None] * 4), TEXT)
GRID = Grid(LEFT, TOP, CELL_WIDTH, CELL_HEIGHT)


def painted(cells: dict[tuple[int, int], tuple[Color, Color]]) -> Raster:
    """A terminal whose cells, by column and row, are half of a ground and half of an ink."""
    width, height = LEFT + COLUMNS * CELL_WIDTH, TOP + ROWS * CELL_HEIGHT
    pixels = bytearray(width * height * 3)
    for (column, row), (ground, ink) in cells.items():
        box = GRID.cells(column, row)
        for y in range(box.top, box.bottom):
            for x in range(box.left, box.right):
                color = ink if (x - box.left) < 3 else ground
                pixels[(y * width + x) * 3 : (y * width + x) * 3 + 3] = bytes(color)
    return Raster(width, height, bytes(pixels))


def lines(text: str, *, highlighted: range = range(0)) -> Raster:
    """The row as a terminal draws `text` in it, columns of it highlighted."""
    return painted(
        {
            (ROW.column + x, ROW.row): (RED if x in highlighted else BLACK, INK.get(char, BLACK))
            for x, char in enumerate(text)
        }
    )


def pictures(**changed: Raster) -> dict[Stage, Raster]:
    """What a terminal that is right shows, with some pictures changed."""
    places = glyph_places([ROW], columns=COLUMNS)
    stages: dict[Stage, Raster] = {
        "quiet": lines(TEXT),
        "loud": lines(TEXT, highlighted=range(1, 3)),
        "reference": lines(TEXT),
        "untouched": lines(TEXT[::-1]),
        "glyphs": painted({place: (BLACK, INK[glyph]) for glyph, place in places.items()}),
    }
    return stages | changed  # type: ignore[return-value]  # the names are stages


def test_the_grid_is_measured_from_the_two_corners() -> None:
    corners = painted({(0, 0): (FIRST, FIRST), (COLUMNS - 1, ROWS - 1): (LAST, LAST)})
    assert measured_grid(corners, columns=COLUMNS, rows=ROWS) == GRID
    with pytest.raises(GridError, match="no 31x6 whole cells"):
        measured_grid(corners, columns=31, rows=ROWS)
    with pytest.raises(GridError, match="not on the picture"):
        measured_grid(lines(TEXT), columns=COLUMNS, rows=ROWS)


def test_a_box_knows_its_ground_and_the_extent_of_a_colour() -> None:
    picture = lines(TEXT, highlighted=range(1, 2))
    assert picture.ground(GRID.cells(ROW.column + 1, ROW.row)) == RED
    extent = picture.extent(RED)
    assert extent is not None
    assert Box(*extent).right == GRID.cells(ROW.column + 1, ROW.row).right


def test_a_terminal_that_is_right_has_everything_in_place() -> None:
    found = examine(pictures(), GRID, [ROW], columns=COLUMNS)
    assert (found.lines_as_computed, found.lines_as_printed, found.lines_as_untouched) == (1, 1, 0)
    assert (found.cells_in_place, found.cell_count, found.share_in_place) == (6, 6, 1.0)
    assert (found.highlighted_count, found.columns_wrongly_highlighted) == (2, ())


def test_letters_that_changed_places_are_seen() -> None:
    found = examine(pictures(quiet=lines("بات ابت")), GRID, [ROW], columns=COLUMNS)
    assert found.lines_as_printed == 0
    assert found.cells_in_place == 2


@pytest.mark.parametrize(
    ("highlighted", "wrong"),
    [(range(1, 4), {(1, 3)}), (range(1, 2), {(1, 2)}), (range(2, 4), {(1, 2), (1, 3)})],
)
def test_a_highlight_in_another_column_is_seen(
    highlighted: range, wrong: set[tuple[int, int]]
) -> None:
    loud = lines(TEXT, highlighted=highlighted)
    found = examine(pictures(loud=loud), GRID, [ROW], columns=COLUMNS)
    assert set(found.columns_wrongly_highlighted) & wrong
