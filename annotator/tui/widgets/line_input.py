"""A one-line input that draws what is typed right, Arabic too; its value is in logical order."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotator.arabic.lines import Line
from annotator.arabic.visual import visual_line


class LineInput(Widget, can_focus=True):
    """Type, paste, Backspace, Delete, arrows by sight, Home and End."""

    DEFAULT_CSS = "LineInput { height: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step('left')", "left", show=False, id="input.left"),
        Binding("right", "step('right')", "right", show=False, id="input.right"),
        Binding("home", "edge('start')", "to the beginning", show=False, id="input.home"),
        Binding("end", "edge('end')", "to the end", show=False, id="input.end"),
        Binding("backspace", "erase('back')", "erase", show=False, id="input.erase"),
        Binding("delete", "erase('on')", "erase behind", show=False, id="input.erase-behind"),
        Binding("ctrl+u", "clear", "clear", show=False, id="input.clear"),
    ]

    class Changed(Message):
        """The value is another one now."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, value: str = "", *, prompt: str = "", widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self.value = value
        self._cursor = len(value)
        self._prompt = prompt

    # -- editing, in the order of the text

    def insert(self, text: str) -> None:
        """Put `text` at the cursor."""
        before, after = self.value[: self._cursor], self.value[self._cursor :]
        self._set(before + text + after, len(before) + len(text))

    def action_erase(self, way: str) -> None:
        """Take away the character before or behind the cursor."""
        place = self._cursor - 1 if way == "back" else self._cursor
        if 0 <= place < len(self.value):
            self._set(self.value[:place] + self.value[place + 1 :], place)

    def action_clear(self) -> None:
        """Take everything away."""
        self._set("", 0)

    def action_step(self, way: str) -> None:
        """Move the cursor the way the arrow points: forward is left in Arabic text."""
        is_forward = (way == "left") == self._line().is_rtl
        self._cursor = max(0, min(self._cursor + (1 if is_forward else -1), len(self.value)))
        self.refresh()

    def action_edge(self, edge: str) -> None:
        """Move the cursor to the beginning or the end."""
        self._cursor = 0 if edge == "start" else len(self.value)
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Printable characters are typed; everything else goes on to the bindings."""
        if event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self.insert(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is put in one line."""
        event.stop()
        self.insert(" ".join(event.text.split()))

    def on_click(self, event: events.Click) -> None:
        """The cursor goes where the mouse points."""
        event.stop()
        x = event.x - len(self._prompt)
        self._cursor = min(self._line().offset_at(x), len(self.value))
        self.refresh()

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """Prompt, text and cursor."""
        base = self.rich_style
        if y:
            return Strip.blank(self.size.width, base)
        line = self._line()
        segments = [Segment(self._prompt, base + Style(dim=True)), Segment(" " * line.left, base)]
        for cell in line.cells:
            is_cursor = self.has_focus and cell.start <= self._cursor < cell.end
            segments.append(Segment(cell.text, base + Style(reverse=True) if is_cursor else base))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _line(self) -> Line:
        # the blank at the end is where the cursor stands behind the text
        return visual_line(self.value + " ")

    def _set(self, value: str, cursor: int) -> None:
        self.value, self._cursor = value, cursor
        self.refresh()
        self.post_message(self.Changed(value))
