"""A document on the grid: rows, places, pieces, and what is kept when width or breaks change."""

import pytest

from annotator.arabic import measured_text
from annotator.arabic.display import Display
from annotator.arabic.layout import Layout, Piece, Position, lay_out
from annotator.arabic.paragraph import Paragraph, resolve_paragraph
from annotator.arabic.shaping import lam_alef_breaks
from annotator.model.span import Span

TEXT = "قال كوشنر لأوكرانيا\nin NATO\r\n\nسلام"


def rows(layout: Layout) -> list[str]:
    return [layout.line(row).text for row in range(layout.row_count)]


def cut(text: str, *borders: int) -> frozenset[int]:
    return lam_alef_breaks(text, borders)


def test_paragraphs_are_wrapped_and_each_row_is_in_display_order() -> None:
    layout = lay_out(TEXT, width=10)
    assert rows(layout) == [" ﺮﻨﺷﻮﻛ ﻝﺎﻗ", "ﺎﻴﻧﺍﺮﻛﻭﻷ", "in NATO", "", "ﻡﻼﺳ"]
    assert list(layout.row_starts) == [0, 10, 20, 29, 30]


def test_a_row_does_not_hold_its_line_end() -> None:
    layout = lay_out(TEXT, width=10)
    assert [layout.line(row).end for row in range(5)] == [10, 19, 27, 29, 34]


def test_every_row_is_aligned_to_the_reading_side_of_the_document() -> None:
    assert [lay_out(TEXT, width=10).line(row).left for row in range(5)] == [0, 2, 3, 10, 7]
    ltr = lay_out(TEXT, width=10, display=Display(base="ltr"))
    assert {ltr.line(row).left for row in range(5)} == {0}


def test_an_empty_document_has_one_empty_row() -> None:
    layout = lay_out("", width=10)
    assert rows(layout) == [""]
    assert (layout.offset_at(0, 5), layout.position_of(0)) == (0, Position(0, 9))


def test_there_is_no_row_past_the_last() -> None:
    with pytest.raises(IndexError):
        lay_out("ابت", width=10).line(1)


def test_no_layout_is_narrower_than_the_widest_character() -> None:
    assert lay_out("漢漢", width=0).width == 2
    assert lay_out("漢漢", width=40).with_width(1).row_count == 2


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, (0, 9)), (4, (0, 5)), (9, (0, 0)), (10, (1, 9)), (18, (1, 2)), (19, (1, 1))],
)
def test_offsets_have_a_place(offset: int, position: tuple[int, int]) -> None:
    assert lay_out(TEXT, width=10).position_of(offset) == position


def test_line_ends_have_the_place_past_the_last_letter() -> None:
    layout = lay_out(TEXT, width=10)
    assert layout.position_of(27) == layout.position_of(28) == Position(2, 2)
    assert layout.position_of(29) == Position(3, 9)
    assert layout.position_of(len(TEXT)) == Position(4, 6)


def test_places_have_an_offset_also_beyond_the_text() -> None:
    layout = lay_out(TEXT, width=10)
    assert layout.offset_at(0, 9) == 0
    assert layout.offset_at(1, 0) == 18
    assert layout.offset_at(-3, 9) == 0
    assert layout.offset_at(99, 9) == 30


def test_a_span_has_a_piece_in_every_row_it_touches() -> None:
    layout = lay_out(TEXT, width=10)
    assert list(layout.pieces(Span(4, 13))) == [Piece(0, 0, 6), Piece(1, 8, 10)]


def test_only_pieces_in_the_rows_asked_for_are_given() -> None:
    layout = lay_out(TEXT, width=10)
    assert [piece.row for piece in layout.pieces(Span(0, 34), rows=range(1, 3))] == [1, 2]
    assert list(layout.pieces(Span(0, 34), rows=range(7, 9))) == []


def test_a_span_border_inside_lam_alef_shows_once_the_ligature_is_cut() -> None:
    layout = lay_out(TEXT, width=10)
    span = Span(11, 19)
    assert list(layout.pieces(span)) == [Piece(1, 2, 10)]
    assert list(layout.with_breaks(cut(TEXT, 11)).pieces(span)) == [Piece(1, 1, 9)]


def test_a_cut_anywhere_gives_what_laying_out_anew_gives() -> None:
    text = "لا سلام لأوكرانيا\n\nلأن لا\nبلا لا لا لا"
    layout = lay_out(text, width=6)
    rows(layout)
    for first in range(len(text)):
        for second in range(first, len(text), 3):
            breaks = cut(text, first, second)
            layout = layout.with_breaks(breaks)
            anew = lay_out(text, width=6, breaks=breaks)
            assert layout.row_starts == anew.row_starts
            assert rows(layout) == rows(anew)


def test_only_the_paragraph_of_a_cut_is_set_again() -> None:
    layout = lay_out(TEXT + "\nلا", width=10)
    before = [layout.line(row) for row in range(layout.row_count)]
    after = layout.with_breaks(cut(TEXT, 11))
    same = [after.line(row) is line for row, line in enumerate(before)]
    assert same == [False, False, True, True, True, True]


def test_without_another_cut_or_width_the_layout_is_the_same() -> None:
    layout = lay_out(TEXT, width=10, breaks=cut(TEXT, 11))
    assert layout.with_breaks(cut(TEXT, 11, 5)) is layout
    assert layout.with_width(10) is layout


def test_another_width_needs_no_new_measuring_or_directions() -> None:
    layout = lay_out(TEXT, width=10)
    rows(layout)
    wider = layout.with_width(40)
    assert wider.measured is layout.measured
    assert rows(wider) == rows(lay_out(TEXT, width=40))


def test_another_display_keeps_width_and_cuts() -> None:
    vocalised = "لأَن"
    layout = lay_out(vocalised, width=10, breaks=cut(vocalised, 1))
    bare = layout.with_display(Display(marks=False))
    assert (bare.width, bare.breaks) == (10, layout.breaks)
    assert rows(layout) == ["ﻥﺄ\u064e\u200cﻟ"]
    assert rows(bare) == ["ﻥﺄ\u200cﻟ"]


def test_a_cursor_walks_over_all_paragraphs_and_back() -> None:
    layout = lay_out(TEXT, width=10, breaks=cut(TEXT, 11))
    forth = [0]
    while forth[-1] < len(TEXT):
        forth.append(layout.next_stop(forth[-1]))
    back = [len(TEXT)]
    while back[-1]:
        back.append(layout.previous_stop(back[-1]))
    assert forth == back[::-1] == [offset for offset in range(35) if offset not in (28, 32)]


def test_directions_are_resolved_only_for_paragraphs_that_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolved: list[int] = []

    def recording(text: str, *, start: int, base: int) -> Paragraph:
        resolved.append(start)
        return resolve_paragraph(text, start=start, base=base)

    monkeypatch.setattr(measured_text, "resolve_paragraph", recording)
    layout = lay_out("\n".join(["سلام"] * 500), width=10)
    assert layout.row_count == 500
    layout.line(250)
    assert resolved == [250 * 5]


def test_set_rows_do_not_pile_up_without_end() -> None:
    layout = lay_out("\n" * 10_000, width=10)
    first = layout.line(0)
    for row in range(1, 10_000):
        layout.line(row)
    assert layout.line(0) is not first
