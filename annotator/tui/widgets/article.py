"""The article: draws a text and the scene laid over it; only offsets leave this widget.

It decides nothing and keeps no cursor of its own: a screen tells it what to show and hears from it
where the mouse points. Rows are laid out and painted when they come into view, and repainted when
something on them changes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from annotator.arabic.display import ARTICLE, Display
from annotator.arabic.layout import Layout, lay_out
from annotator.arabic.paragraph import base_level
from annotator.arabic.shaping import lam_alef_breaks
from annotator.model.span import Span
from annotator.tui.palette import Palette
from annotator.tui.row_painting import paint_row
from annotator.tui.scene import Mark, Marks, Scene, touched
from annotator.tui.widgets.rows_ahead import look_ahead
from annotator.tui.widgets.sided_scroll_view import SidedScrollView

_KEPT_IN_VIEW = 1 / 3
"""Of the rows in view, those kept above and below the cursor: one reads on, and labels reach on."""
_DOUBLE = 2
_LOOKED_AT = 2000
"""Characters: the first letter among them says from which side an `auto` text is read."""
_MARGIN, _GUTTER = 1, 2
"""Empty columns beside the text; the gutter is on the side it is read from."""


class Article(SidedScrollView, can_focus=False):
    """A text with marks, a cursor and a selection."""

    @dataclass
    class Pointed(Message):
        """The mouse was pressed on a character, or dragged over it with the button down."""

        offset: int
        is_drag: bool
        is_double: bool = False

    class LaidOut(Message):
        """The text was given rows for the first time, or at another width."""

    def __init__(
        self,
        text: str = "",
        *,
        palette: Palette,
        display: Display = ARTICLE,
        widget_id: str | None = None,
    ) -> None:
        super().__init__(id=widget_id)
        self.palette = palette
        self.scene = Scene()
        self._text = text
        self._display = display
        self._layout_: Layout | None = None
        self._painted_id: str | None = None
        self._most_columns = 0
        self._spacing = 1
        self._left = _MARGIN
        """Empty columns before the text."""
        self._is_dragging = False
        self._broken_by = Marks()
        self._mark_breaks: Counter[int] = Counter()
        """The lam-alefs that marks cut, and how many borders cut each."""

    # -- what a screen tells it

    def show_text(self, text: str, scene: Scene, *, display: Display = ARTICLE) -> None:
        """Show another text from its beginning, or from the scene's cursor."""
        self._text, self._display, self.scene = text, display, scene
        self._painted_id = None
        self._layout_ = None
        self._broken_by, self._mark_breaks = Marks(), Counter()
        self._fit()
        self.refresh()
        self.reveal(scene.cursor)

    def show_as(self, display: Display, *, most_columns: int = 0, spacing: int = 1) -> None:
        """Draw the same text another way; what the cursor is on stays in view.

        Rows have at most `most_columns`, 0 for as many as there are, and stand at the side they are
        read from; `spacing` 2 leaves an empty row below each.
        """
        if (display, most_columns, spacing) == (self._display, self._most_columns, self._spacing):
            return
        self._display, self._most_columns, self._spacing = display, most_columns, spacing
        self._layout_ = None
        self._fit()
        self.refresh()
        self.reveal(self.scene.cursor)

    def show_scene(self, scene: Scene) -> None:
        """Show `scene` in place of the one before; only rows that look different are painted."""
        before, self.scene = self.scene, scene
        if before.current_id != scene.current_id:
            self._painted_id = None
        if self._layout_ is None:
            return
        breaks = self._breaks(scene)
        if breaks != self._layout_.breaks:
            self._layout_ = self._layout_.with_breaks(breaks)
            self._measure()
            self.refresh()
            return
        self._repaint(row for span in touched(before, scene) for row in self._rows_of(span))

    def reveal(self, offset: int) -> None:
        """Scroll as little as brings `offset` and a few rows around it into view."""
        if self._layout_ is None or not self.size.height:
            return
        row, height = self._layout_.row_of(offset) * self._spacing, self.size.height
        margin = int(height * _KEPT_IN_VIEW)
        top = round(self.scroll_y)
        wanted = min(max(top, row - height + 1 + margin), max(0, row - margin))
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True)
        if round(self.scroll_y) != top:
            top = round(self.scroll_y) // self._spacing
            look_ahead(self, self._layout_, top=top, screen=self.rows_in_view)

    # -- what a screen asks it

    @property
    def has_painted(self) -> bool:
        """Whether the current item has been on the screen since it became current."""
        return self.scene.current_id is None or self._painted_id == self.scene.current_id

    def column_of(self, offset: int) -> int:
        """The column in which `offset` is drawn."""
        return 0 if self._layout_ is None else self._layout_.position_of(offset).x

    def offset_rows_away(self, offset: int, rows: int, *, column: int) -> int:
        """The offset `rows` below that of `offset` (above, if negative), nearest to a column."""
        if self._layout_ is None:
            return offset
        return self._layout_.offset_at(self._layout_.row_of(offset) + rows, column)

    def is_rtl_at(self, offset: int) -> bool:
        """Whether the paragraph around `offset` runs from right to left."""
        if self._layout_ is None:
            return True
        if self._display.is_raw:  # rows begin on the left, and the terminal turns them round
            return bool(base_level(self._text[:_LOOKED_AT], self._display.base))
        return self._layout_.line(self._layout_.row_of(offset)).is_rtl

    def row_end(self, offset: int, *, is_start: bool) -> int:
        """The first or last offset on the row of `offset`."""
        if self._layout_ is None:
            return offset
        line = self._layout_.line(self._layout_.row_of(offset))
        return line.start if is_start else max(line.start, line.end - 1)

    def next_letter(self, offset: int, *, is_back: bool) -> int:
        """The offset one letter further, with its marks; or one letter back."""
        if self._layout_ is None:
            return offset
        if is_back:
            return self._layout_.previous_stop(offset)
        return self._layout_.next_stop(offset)

    @property
    def rows_in_view(self) -> int:
        """How many rows of text the screen has room for."""
        return max(1, self.size.height // self._spacing)

    @property
    def visible_span(self) -> Span:
        """The part of the text on screen."""
        if self._layout_ is None or not self._text:
            return Span(0, 1)
        top = min(round(self.scroll_y) // self._spacing, self._layout_.row_count - 1)
        below = top + self.rows_in_view
        start = self._layout_.row_starts[top]
        is_to_the_end = below >= self._layout_.row_count
        end = len(self._text) if is_to_the_end else self._layout_.row_starts[below]
        return Span(start, max(end, start + 1))

    # -- painting

    def render_line(self, y: int) -> Strip:
        """One row of the text, painted when it comes into view."""
        if self._layout_ is None:  # the first paint comes before the message of the size
            self._fit()
            self.reveal(self.scene.cursor)
        width, style = self.size.width, self.palette.text
        row, below = divmod(y + round(self.scroll_y), self._spacing)
        if self._layout_ is None or below or row >= self._layout_.row_count:
            return Strip.join([self.bar(y), Strip.blank(width - self.bar_columns, style)])
        line = self._layout_.line(row)
        current = self.scene.current
        if current is not None and line.start <= current.span.start <= max(line.end, line.start):
            self._painted_id = self.scene.current_id
        margin = Strip.blank(self._left - self.bar_columns, style)
        has_cursor = self._layout_.row_of(self.scene.cursor) == row
        painted = paint_row(line, self.scene, self.palette, has_cursor=has_cursor)
        return Strip.join([self.bar(y), margin, painted]).adjust_cell_length(width, style)

    def on_resize(self, _: events.Resize) -> None:
        """Wrap anew, and keep the cursor's place in view."""
        self._fit()
        self.refresh()
        self.call_after_refresh(self.reveal, self.scene.cursor)
        self.post_message(self.LaidOut())

    def _fit(self) -> None:
        is_from_left = not base_level(self._text[:_LOOKED_AT], self._display.base)
        self.read_from(is_left=is_from_left)
        room = self.scrollable_content_region.width - _MARGIN - _GUTTER - self.bar_columns
        if room < 1:
            return
        width = min(room, self._most_columns or room)
        self._left = self.bar_columns + _GUTTER if is_from_left else _MARGIN + room - width
        if self._layout_ is None:
            breaks = self._breaks(self.scene)
            self._layout_ = lay_out(self._text, width=width, display=self._display, breaks=breaks)
        else:
            self._layout_ = self._layout_.with_width(width)
        self._measure()

    def _breaks(self, scene: Scene) -> frozenset[int]:
        """The lam-alefs that a border of the scene cuts; those of marks are kept with the marks."""
        gone, come = scene.marks.since(self._broken_by)
        self._broken_by = scene.marks
        if gone or come:
            self._mark_breaks.subtract(_cut_by(gone, self._text))
            self._mark_breaks.update(_cut_by(come, self._text))
        cut = {offset for offset, count in self._mark_breaks.items() if count > 0}
        return lam_alef_breaks(self._text, scene.single_borders) | cut

    def _measure(self) -> None:
        if self._layout_ is not None:
            width = self.scrollable_content_region.width
            self.virtual_size = Size(width, self._layout_.row_count * self._spacing)

    def _rows_of(self, span: Span) -> range:
        layout = self._layout_
        if layout is None:
            return range(0)
        return range(layout.row_of(span.start), layout.row_of(span.end - 1) + 1)

    def _repaint(self, rows: Iterable[int]) -> None:
        top = round(self.scroll_y)
        for row in set(rows):
            y = row * self._spacing - top
            if 0 <= y < self.size.height:
                self.refresh(Region(0, y, self.size.width, 1))

    # -- the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The cursor goes where the mouse points."""
        offset = self._offset_under(event)
        if offset is None or event.button != 1:
            return
        event.stop()
        self._is_dragging = True
        self.capture_mouse()
        self.post_message(self.Pointed(offset, is_drag=event.shift))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Dragging selects."""
        if self._is_dragging and (offset := self._offset_under(event)) is not None:
            self.post_message(self.Pointed(offset, is_drag=True))

    def on_mouse_up(self, _: events.MouseUp) -> None:
        """The selection stands."""
        self._is_dragging = False
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A double click selects the word."""
        offset = self._offset_under(event)
        if event.chain == _DOUBLE and offset is not None:
            self.post_message(self.Pointed(offset, is_drag=False, is_double=True))

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        if self._layout_ is None:
            return None
        dx, dy = self.content_offset
        if event.x - dx < self.bar_columns:
            return None
        row = (event.y - dy + round(self.scroll_y)) // self._spacing
        return self._layout_.offset_at(row, event.x - dx - self._left)


def _cut_by(marks: Iterable[Mark], text: str) -> Iterator[int]:
    """The lam-alefs that borders of the marks cut; one that two borders cut comes twice."""
    for mark in marks:
        for border in (mark.span.start, mark.span.end):
            yield from lam_alef_breaks(text, (border,))
