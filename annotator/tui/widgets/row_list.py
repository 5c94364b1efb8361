"""A list of rows, painted as they come into view: something on the left, Arabic on the right."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, overload

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from annotator.tui.widgets.split_line import Bit, joined
from annotator.wording import reading_direction

_ROWS_AT_A_TIME = 16
"""A list that scrolls grows by so many; the last of them may be empty."""


class Row(NamedTuple):
    """One row; `key` says what it stands for, an empty one that it cannot be chosen."""

    key: str
    left: tuple[Bit, ...]
    right: tuple[Bit, ...] = ()


class LazyRows(Sequence[Row]):
    """Rows made when they come into view, for lists that are long and often new."""

    def __init__(
        self,
        keys: Sequence[str],
        make: Callable[[int], Row],
        *,
        find: Callable[[str], int | None] | None = None,
    ) -> None:
        self.keys = keys
        self._make = make
        self._find = find

    def place_of(self, key: str) -> int | None:
        """Which row has that key; None if there is none."""
        return _place_in(self.keys, key) if self._find is None else self._find(key)

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return [self._make(number) for number in range(len(self))[place]]
        return self._make(range(len(self))[place])


class RowList(ScrollView, can_focus=False):
    """Rows, one of them highlighted; the mouse chooses."""

    DEFAULT_CSS = "RowList { overflow-x: hidden; scrollbar-size-vertical: 1; }"

    class Chosen(Message):
        """A row was clicked, or chosen with a key by whoever holds the list."""

        def __init__(self, row_list: "RowList", key: str) -> None:
            super().__init__()
            self.row_list = row_list
            self.key = key

    def __init__(self, *, highlight: Style, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._rows: Sequence[Row] = ()
        self._keys: Sequence[str] = ()
        self._highlighted: int | None = None
        self.highlight = highlight
        """Laid over the row that stands out."""
        self._painted: dict[int, tuple[Row, bool]] = {}
        self._base: Style | None = None
        """What all rows of one refresh have in common; None until one is painted."""

    def show(self, rows: Sequence[Row], *, highlighted: str | None = None) -> None:
        """Show `rows`; the one with the key `highlighted` stands out and is in view."""
        is_new = rows is not self._rows and (isinstance(rows, LazyRows) or rows != self._rows)
        if is_new:
            self._rows = rows
            self._keys = rows.keys if isinstance(rows, LazyRows) else [row.key for row in rows]
        place = self._place_of(highlighted) if highlighted else None
        if is_new:
            self._highlighted = place
            self._measure()
            self._refresh_different()
        else:
            self._move_highlight(place)
        self._reveal()

    @property
    def highlighted(self) -> str | None:
        """The key of the row that stands out."""
        return None if self._highlighted is None else self._keys[self._highlighted]

    @property
    def keys(self) -> list[str]:
        """The keys of the rows that can be chosen."""
        return [key for key in self._keys if key]

    @property
    def text(self) -> str:
        """What the rows say, without their looks."""
        lines = ("".join(bit.text for bit in (*row.left, *row.right)) for row in self._rows)
        return "\n".join(lines)

    def step(self, by: int) -> None:
        """Move the highlight over rows that can be chosen, stopping at both ends."""
        keys = self.keys
        if not keys:
            return
        place = keys.index(self.highlighted) if self.highlighted in keys else -1
        wanted = keys[max(0, min(place + by, len(keys) - 1))]
        self._move_highlight(self._keys.index(wanted))
        self._reveal()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of one refresh share their look; Textual works it out anew whenever it is asked."""
        self._base = None
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row."""
        base = self._base = self._base or self.rich_style
        width = self.scrollable_content_region.width
        place = y + round(self.scroll_y)
        shown = self._row_at(place)
        if shown is None:
            self._painted.pop(place, None)
            return Strip.blank(self.size.width, base)
        self._painted[place] = shown
        row, is_highlighted = shown
        if is_highlighted:
            base += self.highlight
        # a row of the interface's words alone begins on the side they are read from
        is_mirrored = not row.right and reading_direction() == "rtl"
        strip = joined(row.left, row.right, width=width, base=base, is_mirrored=is_mirrored)
        return strip.adjust_cell_length(self.size.width, base)

    def on_resize(self, _: events.Resize) -> None:
        """The rows take the width there is."""
        self._measure()
        self.call_after_refresh(self._reveal)

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        event.stop()
        place = event.y - self.content_offset.y + round(self.scroll_y)
        if 0 <= place < len(self._rows) and self._keys[place]:
            self.post_message(self.Chosen(self, self._keys[place]))

    def _place_of(self, key: str) -> int | None:
        rows = self._rows
        return rows.place_of(key) if isinstance(rows, LazyRows) else _place_in(self._keys, key)

    def _move_highlight(self, place: int | None) -> None:
        before, self._highlighted = self._highlighted, place
        for changed in {before, place} - {None}:
            y = (changed or 0) - round(self.scroll_y)
            if before != place and 0 <= y < self.size.height:
                self.refresh(Region(0, y, self.size.width, 1))

    def _measure(self) -> None:
        # the bar is not painted anew for a row or two, nor is the screen laid out
        height = self.scrollable_content_region.height
        if self.styles.is_auto_height:
            # as high as its rows, and no lower while they are filtered: nothing jumps about
            height = max(len(self._rows), self.virtual_size.height)
        elif len(self._rows) > height:
            height = -(-len(self._rows) // _ROWS_AT_A_TIME) * _ROWS_AT_A_TIME
        size = Size(self.scrollable_content_region.width, height)
        if self._changes_nothing_around(height):
            self.set_reactive(RowList.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = height
        else:
            self.virtual_size = size

    def _changes_nothing_around(self, height: int) -> bool:
        """Whether a list of so many rows takes the same place, with its bar as it was."""
        if self.styles.is_auto_height or not self.show_vertical_scrollbar:
            return False
        return self.scrollable_content_region.height < height and self.scroll_y <= (
            height - self.scrollable_content_region.height
        )

    def _refresh_different(self) -> None:
        """Paint again only the rows in view that are not what was painted last."""
        top = round(self.scroll_y)
        for y in range(self.size.height):
            if self._row_at(top + y) != self._painted.get(top + y):
                self.refresh(Region(0, y, self.size.width, 1))

    def _row_at(self, place: int) -> tuple[Row, bool] | None:
        """A row, and whether it stands out."""
        if place >= len(self._rows):
            return None
        return self._rows[place], place == self._highlighted

    def _reveal(self) -> None:
        place, height = self._highlighted, self.size.height
        if place is None or not height:
            return
        top = round(self.scroll_y)
        if not top + 1 <= place <= top + height - 2:
            # to the middle: by a row at every step, the whole list would be painted at every key
            self.scroll_to(y=max(0, place - height // 2), animate=False, immediate=True)


def _place_in(keys: Sequence[str], key: str) -> int | None:
    return keys.index(key) if key in keys else None
