"""A row's columns and offsets."""

import pytest

from annotator.arabic.cells import Cell
from annotator.arabic.lines import Line
from annotator.model.span import Span

# offsets 10-16 in ten columns: two letters, a wide character between, then a hidden one and a blank
RTL = Line(
    start=10,
    end=15,
    is_rtl=True,
    width=10,
    cells=(
        Cell(" ", 14, 15, 1),
        Cell("", 13, 14, 0),
        Cell("ب", 12, 13, 1),
        Cell("漢", 11, 12, 2),
        Cell("ا", 10, 11, 1),
    ),
    xs=(5, 6, 6, 7, 9, 10),
)
LTR = Line(
    start=0,
    end=2,
    is_rtl=False,
    width=4,
    cells=(Cell("a", 0, 1, 1), Cell("b", 1, 2, 1)),
    xs=(0, 1, 2),
)
EMPTY = Line(start=7, end=7, is_rtl=True, width=4, cells=(), xs=(4,))


def test_a_row_knows_what_is_printed_and_where() -> None:
    assert (RTL.text, RTL.left, RTL.right) == (" ب漢ا", 5, 10)


def test_every_column_of_a_cell_belongs_to_it() -> None:
    starts = [cell.start if (cell := RTL.cell_at(x)) else None for x in range(11)]
    assert starts == [None] * 5 + [14, 12, 11, 11, 10, None]


def test_beside_the_text_the_nearest_end_is_meant() -> None:
    assert (RTL.offset_at(0), RTL.offset_at(10)) == (14, 10)
    assert (LTR.offset_at(3), LTR.offset_at(-1)) == (1, 0)
    assert EMPTY.offset_at(1) == 7


@pytest.mark.parametrize(("offset", "x"), [(10, 9), (11, 7), (12, 6), (13, 6), (14, 5), (15, 4)])
def test_every_offset_of_a_row_has_a_column(offset: int, x: int) -> None:
    assert RTL.x_of(offset) == x


def test_a_line_end_is_the_column_past_the_text_or_the_last_there_is() -> None:
    assert LTR.x_of(2) == 2
    assert EMPTY.x_of(7) == 3
    full = Line(start=0, end=1, is_rtl=True, width=1, cells=(Cell("ا", 0, 1, 1),), xs=(0, 1))
    assert full.x_of(1) == 0


def test_the_pieces_of_a_span_run_from_left_to_right() -> None:
    assert list(RTL.pieces(Span(10, 12))) == [(7, 10)]
    assert list(RTL.pieces(Span(12, 15))) == [(5, 7)]
    assert list(RTL.pieces(Span(13, 14))) == []
    assert list(RTL.pieces(Span(0, 99))) == [(5, 10)]


def test_a_span_over_two_directions_has_two_pieces() -> None:
    cells = (Cell("a", 1, 2, 1), Cell("b", 2, 3, 1), Cell("ا", 0, 1, 1))
    line = Line(start=0, end=3, is_rtl=True, width=3, cells=cells, xs=(0, 1, 2, 3))
    assert list(line.pieces(Span(0, 2))) == [(0, 1), (2, 3)]
