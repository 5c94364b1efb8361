"""A legend of live letters: a focusable bar of chips, each a letter and what it stands for.

Whichever legend has the focus is live: its letters are bindings of a subclass made at run time
from the label schema, so that a person can rebind each by its id.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from annotator.arabic.visual import visual
from annotator.model.label_types import Attribute
from annotator.tui.palette import Palette
from annotator.tui.themes import worn
from annotator.wording import named, reading_direction


class Chip(NamedTuple):
    """A live letter, the code and the Arabic name of what it stands for, and its action."""

    key: str
    code: str
    arabic: str
    color: Callable[[], str]
    """Asked whenever it is drawn: the theme may be another one."""
    action: str


class _Placed(NamedTuple):
    chip: Chip
    text: str
    row: int
    x: int
    width: int


class Legend(Widget, can_focus=True):
    """Chips in rows; a click on one does what its letter does."""

    DEFAULT_CSS = "Legend { height: auto; }"

    def __init__(
        self, chips: Sequence[Chip], *, palette: Palette, widget_id: str | None = None
    ) -> None:
        super().__init__(id=widget_id)
        self.chips = tuple(chips)
        self._palette = palette
        self._placed: list[_Placed] = []
        self._placed_for: tuple[int, str] | None = None
        self._typed = ""
        """The first letter of a two-letter key."""

    # -- two-letter keys, for a label schema with more types than letters

    def action_type_ahead(self, letter: str) -> None:
        """Wait for the second letter; only chips that it can lead to stay."""
        self._typed = letter
        self.refresh(layout=True)

    def on_key(self, event: events.Key) -> None:
        """The second letter of a two-letter key."""
        if self.screen.focused is not self:
            # pressed while a form was opening: it is meant for the form
            event.stop()
            event.prevent_default()
            self.app.call_later(self.app.simulate_key, event.key)
            return
        if not self._typed:
            return
        event.stop()
        event.prevent_default()
        keys, self._typed = self._typed + (event.character or ""), ""
        self.refresh(layout=True)
        for chip in self.chips:
            if chip.key == keys:
                self.call_later(self.run_action, chip.action)

    # -- drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- the signature is Textual's
        """As many rows as the chips need."""
        return 1 + max((placed.row for placed in self._place(width)), default=0)

    def render_line(self, y: int) -> Strip:
        """One row of chips."""
        base, width = self.rich_style, self.size.width
        segments: list[Segment] = []
        place, is_mirrored = 0, reading_direction() == "rtl"
        for placed in self._place(width):
            if placed.row != y:
                continue
            segments.append(Segment(" " * (placed.x - place), base))
            key, color = f" {placed.chip.key} ", placed.chip.color()
            segments.append(Segment(key, base + self._palette.key(color)))
            words = f"{placed.text} " if is_mirrored else f" {placed.text}"
            segments.append(Segment(words, base + Style(color=color)))
            place = placed.x + placed.width
        if is_mirrored:
            segments = [Segment(" " * (width - place), base), *reversed(segments)]
        return Strip(segments).adjust_cell_length(width, base)

    async def on_click(self, event: events.Click) -> None:
        """Do what the letter of the chip does."""
        event.stop()
        x = self.size.width - 1 - event.x if reading_direction() == "rtl" else event.x
        for placed in self._place(self.size.width):
            if placed.row == event.y and placed.x <= x < placed.x + placed.width:
                await self.run_action(placed.chip.action)

    def _place(self, width: int) -> list[_Placed]:
        if self._placed_for != (width, self._typed):
            self._placed_for = (width, self._typed)
            chips = [chip for chip in self.chips if chip.key.startswith(self._typed)]
            for form, gap, most_rows in _FORMS:
                self._placed = _in_rows(chips, form, width, gap=gap)
                if not self._placed or self._placed[-1].row < most_rows:
                    break
        return self._placed


def _quiet() -> str:
    """Of chips that stand for no type."""
    return worn().muted


def attribute_chips(attributes: Mapping[str, Attribute]) -> list[Chip]:
    """Chips of the keys that cycle attributes."""
    return [
        Chip(attribute.key, named(attribute.ar, name), "", _quiet, f"cycle('{name}')")
        for name, attribute in attributes.items()
    ]


def _in_rows(
    chips: Sequence[Chip], form: Callable[[Chip], str], width: int, *, gap: int
) -> list[_Placed]:
    placed: list[_Placed] = []
    row, x = 0, 0
    for chip in chips:
        text = form(chip)
        taken = len(chip.key) + 2 + 1 + len(text)
        if x and x + taken > width:
            row, x = row + 1, 0
        placed.append(_Placed(chip, text, row, x, taken))
        x += taken + gap
    return placed


def _code_and_arabic(chip: Chip) -> str:
    names = [name for name in (visual(chip.code), visual(chip.arabic)) if name]
    return " ".join(reversed(names) if reading_direction() == "rtl" else names)


def _code(chip: Chip) -> str:
    return visual(chip.code)


_FORMS = ((_code_and_arabic, 2, 3), (_code, 2, 2), (_code, 1, 99))
"""What a chip says, columns between two, most rows they may take; the richest form that fits."""
