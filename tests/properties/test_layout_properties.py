"""Text that hurts, laid out at any width: nothing is lost, places lead back, nothing raises."""

from itertools import pairwise
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from annotator.arabic.cells import logical_cells
from annotator.arabic.characters import shown
from annotator.arabic.columns import with_breaks
from annotator.arabic.display import Direction, Display
from annotator.arabic.layout import Layout, lay_out
from annotator.arabic.shaping import lam_alef_breaks
from annotator.arabic.visual import visual, visual_line, visual_runs
from annotator.model.span import Span

PAINFUL = [
    *("لا", "لأوكرانيا", "ل\u064eا", "ل\u200fا", "ل\u200dا", "سلام", "كتـــاب", "والحِوَارِ", "إلّا"),
    *("\u064b", "\u0651\u064e", "\u0670", "\u0301", "ـ", "ء", "ى", "گپ", "ﻻ", "\u06dd", "\u0600"),
    *("12", "٣٤", "2025-12-06", "12.5%", "+", "$", "NATO", "e\u0301", "(", ")", "[", "»", "«", "<"),
    *(" ", "  ", "\t", "\n", "\r\n", "\r", "\u00a0", "\u3000", "\u2028", "\u2029", "\u0085"),
    *("\u200c", "\u200d", "\u200e", "\u200f", "\ufeff", "\u00ad", "\u200b", "\u061c"),
    *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"),
    *(
        "😀",
        "👨\u200d👩\u200d👧",
        "👍\U0001f3fd",
        "🇪🇬",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "漢字",
        "한\u1161",
        "ｱ",
    ),
    *("\x00", "\x1b]52;c;YQ==\x07", "\x9b", "\x7f", "\ud800", "\udc9b", "\ufdd0", "\U000e0041"),
]
texts = st.lists(st.sampled_from(PAINFUL) | st.characters(), max_size=30).map("".join)
directions = st.sampled_from(get_args(Direction))
displays = st.builds(
    Display, base=directions, marks=st.booleans(), invisibles=st.booleans(), is_raw=st.booleans()
)
drawn_by_us = st.builds(Display, base=directions, marks=st.booleans(), invisibles=st.booleans())
widths = st.integers(min_value=2, max_value=40)


@st.composite
def layouts(draw: st.DrawFn, display: st.SearchStrategy[Display] = displays) -> Layout:
    text = draw(texts)
    borders = draw(st.lists(st.integers(min_value=0, max_value=len(text)), max_size=6))
    breaks = lam_alef_breaks(text, borders)
    return lay_out(text, width=draw(widths), display=draw(display), breaks=breaks)


def text_of(layout: Layout) -> str:
    return layout.measured.text


@given(layouts())
def test_every_character_but_line_ends_is_in_exactly_one_cell(layout: Layout) -> None:
    text = text_of(layout)
    held = [
        offset
        for row in range(layout.row_count)
        for cell in layout.line(row).cells
        for offset in range(cell.start, cell.end)
    ]
    line_ends = {
        offset
        for offset, char in enumerate(text)
        if char == "\n" or text.startswith("\r\n", offset)
    }
    assert sorted(held) == [offset for offset in range(len(text)) if offset not in line_ends]


@given(layouts())
def test_every_cell_is_as_wide_as_the_terminal_library_says(layout: Layout) -> None:
    for row in range(layout.row_count):
        line = layout.line(row)
        assert [cell_len(cell.text) for cell in line.cells] == [cell.width for cell in line.cells]
        assert cell_len(line.text) == line.right - line.left
        assert line.right <= layout.width


@given(layouts())
def test_columns_measured_beforehand_are_those_that_are_drawn(layout: Layout) -> None:
    columns = with_breaks(layout.measured.columns, layout.breaks)
    for row in range(layout.row_count):
        start, end = layout.line(row).start, layout.line(row).end
        cells = logical_cells(
            text_of(layout), start, end, display=layout.measured.display, breaks=layout.breaks
        )
        assert [columns[cell.end] - columns[cell.start] for cell in cells] == [
            cell.width for cell in cells
        ]


@given(layouts())
def test_cells_and_columns_lead_to_each_other(layout: Layout) -> None:
    for row in range(layout.row_count):
        line = layout.line(row)
        for x in range(line.left, line.right):
            offset = layout.offset_at(row, x)
            found_row, found_x = layout.position_of(offset)
            assert found_row == row
            assert found_x <= x < found_x + 2
            assert line.cell_at(found_x) == line.cell_at(x)
        drawn = [cell for cell in line.cells if cell.width]
        columns = {layout.position_of(cell.start).x for cell in drawn}
        assert len(columns) == len(drawn)


@given(layouts(display=drawn_by_us), st.data())
def test_a_click_on_any_cell_of_a_span_lands_in_it(layout: Layout, data: st.DataObject) -> None:
    text = text_of(layout)
    stops = [0]
    while stops[-1] < len(text):
        stops.append(layout.next_stop(stops[-1]))
    if len(stops) < 2:
        return
    start, end = sorted(
        data.draw(st.lists(st.sampled_from(stops), min_size=2, max_size=2, unique=True))
    )
    span = Span(start, end)
    pieces = list(layout.pieces(span))
    for row, left, right in pieces:
        assert all(start <= layout.offset_at(row, x) < end for x in range(left, right))
    columns = with_breaks(layout.measured.columns, layout.breaks)
    drawn = sum(right - left for _, left, right in pieces)
    hung = sum(
        columns[cell.end] - columns[cell.start]
        for row in range(layout.row_count)
        for cell in layout.line(row).cells
        if not cell.width and start <= cell.start < end
    )
    line_ends = sum(
        text[offset] == "\n" or text.startswith("\r\n", offset) for offset in range(start, end)
    ) - text.count("\r\n", start, end)
    assert drawn + hung + line_ends == columns[end] - columns[start]


@given(layouts())
def test_rows_follow_each_other_without_gaps(layout: Layout) -> None:
    text = text_of(layout)
    lines = [layout.line(row) for row in range(layout.row_count)]
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    for line, following in pairwise(lines):
        assert text[line.end : following.start] in {"", "\n", "\r\n"}
    for row, line in enumerate(lines):
        assert layout.row_of(line.start) == layout.row_of(max(line.start, line.end - 1)) == row


@given(layouts())
def test_a_cursor_meets_every_drawn_cell_forth_and_back(layout: Layout) -> None:
    text = text_of(layout)
    forth = [0]
    while forth[-1] < len(text):
        forth.append(layout.next_stop(forth[-1]))
    back = [len(text)]
    while back[-1]:
        back.append(layout.previous_stop(back[-1]))
    assert forth == back[::-1]
    drawn = {
        cell.start
        for row in range(layout.row_count)
        for cell in layout.line(row).cells
        if cell.width
    }
    assert drawn <= set(forth)


@given(layouts(), widths, st.lists(st.integers(min_value=0, max_value=60), max_size=6))
def test_changing_a_layout_is_laying_out_anew(
    layout: Layout, width: int, borders: list[int]
) -> None:
    text = text_of(layout)
    breaks = lam_alef_breaks(text, borders)
    for row in range(layout.row_count):
        layout.line(row)
    changed = layout.with_breaks(breaks).with_width(width)
    anew = lay_out(text, width=width, display=layout.measured.display, breaks=breaks)
    assert changed.row_starts == anew.row_starts
    for row in range(anew.row_count):
        assert changed.line(row) == anew.line(row)


@given(texts, st.none() | st.integers(min_value=-1, max_value=30), directions)
def test_a_printed_string_is_safe_and_fits(text: str, width: int | None, base: Direction) -> None:
    printed = visual(text, width=width, base=base)
    assert width is None or cell_len(printed) <= max(0, width)
    assert shown(printed) == printed
    assert not set(printed) & {"\n", "\t", "\u200d", "\ufe0f"}


@given(texts, st.none() | widths, displays)
def test_a_printed_line_leads_back_to_its_text(
    text: str, width: int | None, display: Display
) -> None:
    line = visual_line(text, width=width, display=display)
    offsets = sorted(offset for cell in line.cells for offset in range(cell.start, cell.end))
    assert offsets == list(range(len(offsets)))
    assert len(offsets) <= len(text)
    if width is None:
        assert len(offsets) == len(text)
    assert cell_len(line.text) == line.right - line.left <= line.width


@given(texts, st.data(), st.none() | widths)
def test_runs_are_the_line_in_pieces(text: str, data: st.DataObject, width: int | None) -> None:
    bounds = st.integers(min_value=0, max_value=len(text) + 3)
    spans = [
        (Span(start, start + length + 1), (start, length))
        for start, length in data.draw(st.lists(st.tuples(bounds, bounds), max_size=4))
    ]
    breaks = lam_alef_breaks(
        text, [border for span, _ in spans for border in (span.start, span.end)]
    )
    line = visual_line(text, width=width, breaks=breaks)
    runs = visual_runs(text, spans, width=width)
    assert "".join(run.text for run in runs) == line.text
    assert all(before.tags != after.tags for before, after in pairwise(runs))
