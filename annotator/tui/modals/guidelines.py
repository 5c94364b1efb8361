"""Guidelines in place: what the label schema says of one type, or of every type of a level."""

import textwrap
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.style import Style

from annotator.arabic.display import Direction
from annotator.arabic.paragraph import base_level
from annotator.arabic.visual import visual
from annotator.model.label_schema import LabelSchema
from annotator.services.guidelines import Guideline, guidelines_of, overview
from annotator.services.navigation import Level
from annotator.tui.looks import Looks
from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import reading_direction, worded

_COLUMNS = 57
_ABOUT_COLUMNS = 15
"""Both fit into the list on a screen of 80 columns: what does not fit is not drawn."""


class GuidelinesModal(PickingModal):
    """A text to read; nothing is picked from it."""

    prompt = ""

    def __init__(
        self,
        schema: LabelSchema,
        type_name: str | None,
        *,
        level: Level,
        looks: Looks,
        highlight: Style,
    ) -> None:
        arabic, english = looks.names(type_name or "")
        title = (
            f"{type_name}  {english}  {arabic}"
            if type_name
            else worded("All entity types")
            if level == "entities"
            else worded("All event types")
        )
        super().__init__(title, hint=worded("↑ ↓ read on · Esc goes back"), highlight=highlight)
        self._lines = guidelines_of(schema, type_name) if type_name else overview(schema, level)
        self._looks = looks

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """The lines, wrapped; each can stand out, so that arrows scroll."""
        return [row for place, line in enumerate(self._lines) for row in self._wrapped(place, line)]

    def first(self, rows: Sequence[Row]) -> str | None:  # noqa: ARG002 -- the signature is the list's
        """Nothing stands out in a text."""
        return None

    def action_take(self) -> None:
        """Reading ends."""
        self.dismiss(None)

    def _wrapped(self, place: int, line: Guideline) -> Iterator[Row]:
        style = Style(bold=True, color=self._looks.color(line.about)) if line.about else Style()
        about, base = line.about, _direction(line.text)
        width = _COLUMNS if about else _COLUMNS + _ABOUT_COLUMNS
        for number, part in enumerate(textwrap.wrap(line.text, width) or [""]):
            # a wrapped line runs as the whole does, be there Arabic words in an English sentence
            words = _aligned(visual(part, width=width, base=base), width, base)
            name = _aligned(f" {visual(about)} ", _ABOUT_COLUMNS + 1, reading_direction())
            name = name if line.about else " "
            yield Row(f"{place}.{number}", (Bit(name, style), Bit(words)))
            about = " " if about else ""


def _direction(text: str) -> Direction:
    """The way a line of the label schema, or one of ours, runs as a whole."""
    return "rtl" if base_level(text, "auto", default=0) else "ltr"


def _aligned(words: str, width: int, base: Direction) -> str:
    """What is printed, at that side of its columns where it begins."""
    gap = " " * (width - cell_len(words))
    return gap + words if base == "rtl" else words + gap
