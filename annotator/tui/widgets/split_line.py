"""One row with something on its left and something on its right, cut where the two would meet."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotator.arabic.characters import shown
from annotator.wording import reading_direction


class Bit(NamedTuple):
    """A piece of a row: printable text, its style, and the action a click on it runs."""

    text: str
    style: Style = Style()
    action: str = ""


def joined(
    left: Sequence[Bit],
    right: Sequence[Bit],
    *,
    width: int,
    base: Style,
    is_mirrored: bool = False,
) -> Strip:
    """A row of exactly `width` columns; on the left, what does not fit as a whole is left out.

    Mirrored, as the rows of an Arabic interface are, left is right and right is left.

    Whatever a bit holds is safe to print, also where nobody thought of it.
    """
    left, right = _harmless(left), _harmless(right)
    kept = Strip([Segment(bit.text, base + bit.style) for bit in _ordered(right, is_mirrored)])
    room = max(0, width - kept.cell_length)
    fitting = _ordered(_that_fit(left, room), is_mirrored)
    cut = Strip([Segment(bit.text, base + bit.style) for bit in fitting])
    gap = Strip.blank(room - cut.cell_length, base)
    strips = (kept, gap, cut) if is_mirrored else (cut, gap, kept)
    return Strip.join(strips).crop(0, width)


def _ordered(bits: Sequence[Bit], is_mirrored: bool) -> Sequence[Bit]:  # noqa: FBT001 -- a pair of its own
    return [bit._replace(text=_turned(bit.text)) for bit in bits[::-1]] if is_mirrored else bits


def _turned(text: str) -> str:
    """The blanks behind it before it, and those before it behind: what parted it still does."""
    core = text.strip(" ")
    start = text.index(core)
    return text[start + len(core) :] + core + text[:start]


def _harmless(bits: Sequence[Bit]) -> list[Bit]:
    return [bit._replace(text=shown(bit.text)) for bit in bits]


def _that_fit(bits: Sequence[Bit], room: int) -> list[Bit]:
    ends = accumulate(cell_len(bit.text) for bit in bits)
    return [bit for bit, end in zip(bits, ends, strict=True) if end <= room]


class SplitLine(Widget):
    """A row that shows what it was last told; a click on a bit runs the bit's action."""

    DEFAULT_CSS = "SplitLine { height: 1; }"

    class Clicked(Message):
        """A bit with an action was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._left: tuple[Bit, ...] = ()
        self._right: tuple[Bit, ...] = ()

    def show(self, left: Sequence[Bit], right: Sequence[Bit] = ()) -> None:
        """Show these bits from now on."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    @property
    def text(self) -> str:
        """What the row says, without its looks."""
        return "".join(bit.text for bit in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:
        """The one row."""
        base = self.rich_style
        if y:
            return Strip.blank(self.size.width, base)
        return joined(
            self._left, self._right, width=self.size.width, base=base, is_mirrored=_is_mirrored()
        )

    def on_click(self, event: events.Click) -> None:
        """Run the action of the bit under the mouse."""
        event.stop()
        if action := self._action_at(event.x):
            self.post_message(self.Clicked(action))

    def _action_at(self, x: int) -> str:
        if _is_mirrored():
            x = self.size.width - 1 - x
        place = 0
        for bit in self._left:
            place += cell_len(bit.text)
            if x < place:
                return bit.action
        place = self.size.width
        for bit in reversed(self._right):
            place -= cell_len(bit.text)
            if x >= place:
                return bit.action
        return ""


def _is_mirrored() -> bool:
    return reading_direction() == "rtl"
