"""A modal list to pick from: rows, a line to filter or type a new one, one key to take."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from annotator.tui.color_depth import block
from annotator.tui.spoken import printed, told
from annotator.tui.themes import worn
from annotator.tui.widgets.line_input import LineInput
from annotator.tui.widgets.row_list import Row, RowList
from annotator.tui.widgets.split_line import Bit, SplitLine

_ROWS_AROUND = 5
"""Frame, title, line and hint."""


class Picked(NamedTuple):
    """What was taken: the key of a row, or what was typed."""

    key: str | None
    typed: str


class PickingModal(ModalScreen[Picked | None]):
    """Ends with what was picked, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "up", show=False, id="picking.up"),
        Binding("down", "step(1)", "down", show=False, id="picking.down"),
        Binding("pageup", "step(-10)", "page up", show=False, id="picking.page-up"),
        Binding("pagedown", "step(10)", "page down", show=False, id="picking.page-down"),
        Binding("tab", "step(1)", "down", show=False, id="picking.next"),
        Binding("shift+tab", "step(-1)", "up", show=False, id="picking.previous"),
        Binding("enter", "take", "take", id="picking.take"),
        Binding("escape", "leave", "leave", id="picking.leave"),
    ]
    prompt: ClassVar[str] = ""
    """Drawn before what is typed; a modal without one has no line to type in."""
    share: ClassVar[float] = 0.8
    """Of the screen's height, what it may take."""

    def __init__(self, title: str, *, hint: str, highlight: Style) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._highlight = highlight
        self._letter_style = block(worn().labels)

    def rows(self, typed: str) -> Sequence[Row]:
        """The rows to pick from while `typed` stands in the line."""
        raise NotImplementedError

    def letters(self) -> Sequence[str]:
        """A key for each row that can be picked, in order, where there is no line to type in."""
        return ()

    def first(self, rows: Sequence[Row]) -> str | None:
        """The key of the row that stands out to begin with."""
        return next((row.key for row in rows if row.key), None)

    def compose(self) -> ComposeResult:
        """Title, line, rows, hint."""
        with Vertical(id="modal"):
            yield SplitLine(widget_id="modal-title")
            if self.prompt:
                yield LineInput(prompt=f" {told(self.prompt)} ", widget_id="modal-input")
            yield RowList(highlight=self._highlight, widget_id="modal-rows")
            yield SplitLine(widget_id="modal-hint")

    def on_mount(self) -> None:
        """Fill it."""
        self.query_one("#modal-title", SplitLine).show(
            [Bit(f" {printed(self._title)} ", Style(bold=True))]
        )
        self.show_hint(self._hint)
        self.show_rows("")

    def show_rows(self, typed: str, *, highlighted: str | None = None) -> None:
        """The rows for what is typed; the first one stands out, unless another is named."""
        rows = [*self._with_letters(self.rows(typed))]
        self._list.show(rows, highlighted=highlighted or self.first(rows))

    @property
    def highlighted(self) -> str | None:
        """The key of the row that stands out."""
        return self._list.highlighted

    @property
    def list_width(self) -> int:
        """Columns a row has."""
        return self._list.size.width

    def on_resize(self, event: events.Resize) -> None:
        """Leave room for the hint, however small the screen is."""
        self._list.styles.max_height = max(3, int(event.size.height * self.share) - _ROWS_AROUND)

    def on_line_input_changed(self, message: LineInput.Changed) -> None:
        """Filter."""
        message.stop()
        self.show_rows(message.value)

    def show_hint(self, hint: str) -> None:
        """Say something in the last row."""
        self.query_one("#modal-hint", SplitLine).show([Bit(f" {printed(hint)} ", Style(dim=True))])

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A click takes the row."""
        message.stop()
        self.dismiss(Picked(message.key, self.typed))

    def on_key(self, event: events.Key) -> None:
        """The letter of a row takes it."""
        if self.prompt or not event.character:
            return
        for key, letter in zip(self._list.keys, self.letters(), strict=False):
            if letter == event.character:
                event.stop()
                self.dismiss(Picked(key, ""))
                return

    def action_step(self, by: int) -> None:
        """Move the highlight."""
        self._list.step(by)

    def action_take(self) -> None:
        """Take the row that stands out; without rows, what was typed."""
        if self._list.highlighted is not None or self.typed:
            self.dismiss(Picked(self._list.highlighted, self.typed))

    def action_leave(self) -> None:
        """Take nothing."""
        self.dismiss(None)

    def _with_letters(self, rows: Sequence[Row]) -> Iterator[Row]:
        letters = iter(self.letters())
        for row in rows:
            letter = next(letters, "") if row.key else ""
            chip = Bit(f" {letter} ", self._letter_style) if letter else Bit("   ")
            yield row._replace(left=(chip, *row.left)) if self.letters() else row

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.query_one(LineInput).value if self.prompt else ""

    @property
    def _list(self) -> RowList:
        return self.query_one("#modal-rows", RowList)
