"""A scroll view whose bar stands on the side its lines begin: Textual's on the right, ours left."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.scroll_view import ScrollView
from textual.strip import Strip

from annotator.tui.themes import worn

_CLASS = "-read-from-left"


class SidedScrollView(ScrollView):
    """Draws its own bar, a column, in rows of what is read from the left."""

    DEFAULT_CSS = f"SidedScrollView.{_CLASS} {{ scrollbar-size-vertical: 0; }}"
    _is_bar_held = False

    def read_from(self, *, is_left: bool) -> None:
        """Put the bar on that side."""
        self.set_class(is_left, _CLASS)

    @property
    def bar_columns(self) -> int:
        """Columns that the bar takes of every row, on the left."""
        return int(self.has_class(_CLASS))

    def bar(self, y: int) -> Strip:
        """The bar's part of a row of the screen; nothing where Textual draws it."""
        if not self.bar_columns:
            return Strip([])
        is_thumb = y in thumb(round(self.scroll_y), height=self.size.height, rows=self._row_count)
        ground = Style(color=worn().line, bgcolor=worn().ground)
        return Strip([Segment("█" if is_thumb else " ", ground)], 1)

    @property
    def _row_count(self) -> int:
        return self.virtual_size.height

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The text follows the bar."""
        if event.x - self.content_offset.x < self.bar_columns:
            event.stop()
            self._is_bar_held = True
            self.capture_mouse()
            self._follow(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """While it is held."""
        if self._is_bar_held:
            event.stop()
            self._follow(event)

    def on_mouse_up(self, _: events.MouseUp) -> None:
        """It is let go."""
        self._is_bar_held = False
        self.release_mouse()

    def _follow(self, event: events.MouseEvent) -> None:
        top = top_for(
            event.y - self.content_offset.y, height=self.size.height, rows=self._row_count
        )
        self.scroll_to(y=top, animate=False, immediate=True)


def thumb(top: int, *, height: int, rows: int) -> range:
    """The rows of the screen that the thumb takes while row `top` is the first in view."""
    if rows <= height:
        return range(0)
    size = max(1, round(height * height / rows))
    start = round((height - size) * min(top, rows - height) / (rows - height))
    return range(start, start + size)


def top_for(y: int, *, height: int, rows: int) -> int:
    """The first row in view that brings the middle of the thumb to row `y` of the screen."""
    if rows <= height:
        return 0
    size = len(thumb(0, height=height, rows=rows))
    share = (y - size / 2) / max(1, height - size)
    return round(max(0.0, min(share, 1.0)) * (rows - height))
