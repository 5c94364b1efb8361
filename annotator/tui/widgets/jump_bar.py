"""The bar that waits for one of the labels drawn in the article; it takes every key until then."""

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotator.tui.spoken import printed
from annotator.wording import worded

LABELS = "asdfjkleiowcmpghruvntyxqz1234567890"
"""In the order they are given out, the nearest first; no `b`, which some layouts send as two."""


class JumpBar(Widget, can_focus=True):
    """Shown and focused while labels are drawn."""

    DEFAULT_CSS = "JumpBar { height: 1; }"

    class Picked(Message):
        """The label of something was typed."""

        def __init__(self, label: str) -> None:
            super().__init__()
            self.label = label

    class Cancelled(Message):
        """Any key that is no label."""

    class Emptied(Message):
        """None of what is labelled is meant: empty it."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self.labels: frozenset[str] = frozenset()
        self._asks = ""
        self._empties = ""

    def wait_for(self, labels: frozenset[str], *, asks: str = "", empties: str = "") -> None:
        """Say what a label is for; with the focus the bar takes every key.

        `empties` says what Backspace does; without it, Backspace gives up as other keys do.
        """
        self.labels, self._asks, self._empties = labels, asks, empties
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """No key passes: a label picks, anything else gives up."""
        event.stop()
        event.prevent_default()
        character = (event.character or event.key).lower()
        if character in self.labels:
            self.post_message(self.Picked(character))
        elif self._empties and event.key in ("backspace", "delete", "minus"):
            self.post_message(self.Emptied())
        else:
            self.post_message(self.Cancelled())

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 -- the signature is Textual's
        """What can be typed."""
        base = self.rich_style
        parts = [self._asks, worded("type a label")]
        if self._empties:
            parts.append(f"⌫ {self._empties}")
        parts.append(worded("Esc goes back"))
        text = f" {printed(' · '.join(part for part in parts if part))} "
        return Strip([Segment(text, base)]).adjust_cell_length(self.size.width, base)
