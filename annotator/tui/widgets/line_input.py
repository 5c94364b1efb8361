"""A one-line input that draws what is typed right, Arabic too; its value is in logical order."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotator.arabic.lines import Line
from annotator.arabic.shaping import lam_alef_breaks
from annotator.arabic.visual import visual_line
from annotator.tui.palette import Palette
from annotator.tui.typed import History, Typed, Way
from annotator.wording import reading_direction

_TWICE = 2


class LineInput(Widget, can_focus=True):
    """Type, paste, select with Shift or the mouse, arrows by sight, undo and redo."""

    DEFAULT_CSS = "LineInput { height: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step('left')", "left", show=False, id="input.left"),
        Binding("right", "step('right')", "right", show=False, id="input.right"),
        Binding("shift+left", "step('left', True)", "select left", show=False, id="input.s-left"),
        Binding(
            "shift+right", "step('right',True)", "select right", show=False, id="input.s-right"
        ),
        Binding("ctrl+left", "leap('left')", "a word left", show=False, id="input.word-left"),
        Binding("ctrl+right", "leap('right')", "a word right", show=False, id="input.word-right"),
        Binding("home", "edge('start')", "to the beginning", show=False, id="input.home"),
        Binding("end", "edge('end')", "to the end", show=False, id="input.end"),
        Binding("shift+home", "edge('start', True)", "select back", show=False, id="input.s-home"),
        Binding("shift+end", "edge('end', True)", "select on", show=False, id="input.s-end"),
        Binding("ctrl+a", "select_all", "select all", show=False, id="input.all"),
        Binding("backspace", "erase('back')", "erase", show=False, id="input.erase"),
        Binding("delete", "erase('on')", "erase behind", show=False, id="input.erase-behind"),
        Binding("ctrl+w", "erase('back', True)", "erase a word", show=False, id="input.erase-word"),
        Binding("ctrl+u", "clear", "clear", show=False, id="input.clear"),
        Binding("ctrl+c,super+c", "copy", "copy", show=False, id="input.copy"),
        Binding("ctrl+x,super+x", "cut", "cut", show=False, id="input.cut"),
        Binding("ctrl+z,super+z", "undo", "undo", show=False, id="input.undo"),
        Binding("ctrl+y,ctrl+shift+z", "redo", "redo", show=False, id="input.redo"),
    ]

    class Changed(Message):
        """The value is another one now."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    class CopyAsked(Message):
        """What is selected is to be put on the clipboard."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, value: str = "", *, prompt: str = "", widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._history = History(Typed(value, len(value), len(value)))
        self._prompt = prompt
        self._hidden = 0
        """Columns of the line left of what is in view."""
        self._is_dragging = False

    @property
    def value(self) -> str:
        """What is typed."""
        return self._typed.text

    @property
    def selected(self) -> str:
        """What is selected of it, in the order of the text."""
        return self._typed.selected

    @property
    def _typed(self) -> Typed:
        return self._history.now

    # -- editing, in the order of the text

    def insert(self, text: str) -> None:
        """Put `text` in place of what is selected, else at the cursor."""
        is_letter = len(text) == 1 and not text.isspace() and not self.selected
        self._edit(self._typed.inserted(text), is_letter=is_letter)

    def action_erase(self, way: Way, is_word: bool = False) -> None:  # noqa: FBT001, FBT002 -- a binding gives places
        """Take away what is selected, else the character or word before or behind the cursor."""
        self._edit(self._typed.erased(way, is_word=is_word))

    def action_clear(self) -> None:
        """Take everything away."""
        self._edit(Typed())

    def action_cut(self) -> None:
        """Copy what is selected, and take it away."""
        self.action_copy()
        if self.selected:
            self._edit(self._typed.inserted(""))

    def action_copy(self) -> None:
        """Ask for what is selected to be copied; without a selection, for all."""
        if self.value:
            self.post_message(self.CopyAsked(self.selected or self.value))

    def action_undo(self) -> None:
        """Take the last edit back."""
        self._say_changed(has=self._history.undo())

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._say_changed(has=self._history.redo())

    # -- the cursor

    def action_step(self, side: str, selects: bool = False) -> None:  # noqa: FBT001, FBT002 -- a binding gives places
        """A letter the way the arrow points: forward is left in Arabic text."""
        self._go(self._typed.letter_border(self._way(side)), selects=selects)

    def action_leap(self, side: str) -> None:
        """A word the way the arrow points."""
        self._go(self._typed.word_border(self._way(side)))

    def action_edge(self, edge: str, selects: bool = False) -> None:  # noqa: FBT001, FBT002 -- a binding gives places
        """To the beginning or the end."""
        self._go(0 if edge == "start" else len(self.value), selects=selects)

    def action_select_all(self) -> None:
        """Everything."""
        self._history.goes(Typed(self.value, len(self.value), 0))
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

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The cursor goes where the mouse points; from there on it selects."""
        event.stop()
        self._is_dragging = True
        self.capture_mouse()
        self._go(self._offset_at(event.x), selects=event.shift)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the letter under the mouse."""
        if self._is_dragging:
            event.stop()
            self._go(self._offset_at(event.x), selects=True)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Selecting ends."""
        event.stop()
        self._is_dragging = False
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A second click selects the word, a third everything."""
        event.stop()
        if event.chain == _TWICE:
            word = self._typed.word_at(self._offset_at(event.x))
            self._history.goes(self._typed.over(word) if word else self._typed)
            self.refresh()
        elif event.chain > _TWICE:
            self.action_select_all()

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """The prompt on the side one reads from, then the text; the cursor is always in view."""
        base, width = self.rich_style, self.size.width
        if y:
            return Strip.blank(width, base)
        line, selection, segments = self._line(), self._typed.selection, []
        for cell in line.cells:
            style = base
            if selection and cell.start < selection.end and selection.start < cell.end:
                style += Palette().selection
            if self.has_focus and cell.start <= self._typed.cursor < cell.end:
                style += Style(reverse=not style.reverse)
            segments.append(Segment(cell.text, style))
        self._hidden = self._first_in_view(line)
        text = Strip(segments).crop(self._hidden, self._hidden + self._room)
        gap = Strip.blank(self._room - text.cell_length, base)
        prompt = Strip([Segment(self._prompt, base + Style(dim=True))])
        parts = (gap, text, prompt) if self._is_mirrored else (prompt, text, gap)
        return Strip.join(parts).adjust_cell_length(width, base)

    @property
    def _is_mirrored(self) -> bool:
        return reading_direction() == "rtl"

    @property
    def _room(self) -> int:
        return max(1, self.size.width - cell_len(self._prompt))

    def _first_in_view(self, line: Line) -> int:
        """The first column of the line to draw: as before, unless the cursor would be outside."""
        last = max(0, line.right - self._room)
        cursor = line.x_of(self._typed.cursor)
        return min(last, max(cursor - self._room + 1, min(self._hidden, cursor)))

    def _offset_at(self, x: int) -> int:
        line = self._line()
        if self._is_mirrored:
            x -= self._room - min(self._room, line.right - self._hidden)
        else:
            x -= cell_len(self._prompt)
        return min(line.offset_at(x + self._hidden), len(self.value))

    def _line(self) -> Line:
        # the blank at the end is where the cursor stands behind the text
        selection = self._typed.selection
        borders = (selection.start, selection.end) if selection else ()
        return visual_line(f"{self.value} ", breaks=lam_alef_breaks(self.value, borders))

    def _way(self, side: str) -> Way:
        return "on" if (side == "left") == self._line().is_rtl else "back"

    def _go(self, place: int, *, selects: bool = False) -> None:
        self._history.goes(self._typed.at(place, selects=selects))
        self.refresh()

    def _edit(self, to: Typed, *, is_letter: bool = False) -> None:
        self._say_changed(has=self._history.edits(to, is_letter=is_letter))

    def _say_changed(self, *, has: bool) -> None:
        self.refresh()
        if has:
            self.post_message(self.Changed(self.value))
