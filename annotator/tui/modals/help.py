"""Help: every live key with what it does, made from the bindings themselves."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from rich.style import Style
from textual.binding import Binding

from annotator.tui.keymap import written
from annotator.tui.modals.picking import PickingModal
from annotator.tui.spoken import printed, told
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import marked, worded

_SECTIONS = (
    ("annotate.decide", marked("Decide")),
    ("annotate.move", marked("Move")),
    ("annotate.adjust", marked("Adjust")),
    ("annotate.link", marked("Tie two together")),
    ("annotate.undo", marked("Take back")),
    ("annotate.document", marked("Documents")),
    ("annotate.view", marked("See")),
    ("entity.label", marked("Entity layer: a letter relabels what is active, or marks the word")),
    ("entity.phrase", marked("Entity layer: Shift marks the phrase")),
    ("entity.attribute", marked("Entity layer: attributes")),
    ("event.trigger", marked("Event layer: a letter makes the word a trigger")),
    ("event.attribute", marked("Event layer: attributes")),
    ("arguments", marked("Argument form; a letter in the text fills its likeliest role")),
)
_KEY_COLUMNS = 22
_TEXT_COLUMNS = 48
"""They fit beside the keys on a screen of 80 columns."""


class HelpModal(PickingModal):
    """A list to read; nothing is picked from it."""

    prompt = marked("find:")

    def __init__(self, bindings: Iterable[Binding], *, highlight: Style) -> None:
        hint = worded("type to filter · Esc goes back")
        super().__init__(worded("Keys"), hint=hint, highlight=highlight)
        self._keys: dict[str, tuple[list[str], str]] = {}
        for binding in bindings:
            if binding.id and binding.description:
                keys, _ = self._keys.setdefault(
                    binding.id, ([], worded(binding.tooltip or binding.description))
                )
                if written(binding.key) not in keys:
                    keys.append(written(binding.key))

    def rows(self, typed: str) -> Sequence[Row]:
        """Sections with their keys; only keys whose name or action holds what is typed."""
        rows: list[Row] = []
        for prefix, title in _SECTIONS:
            section = [
                row
                for binding_id, (keys, description) in self._keys.items()
                if binding_id.startswith(f"{prefix}.")
                and typed.lower() in f"{' '.join(keys)} {description}".lower()
                for row in _rows(binding_id, keys, description)
            ]
            if section:
                rows += [
                    Row("", (Bit(f" {told(title)} ", Style(bold=True, underline=True)),)),
                    *section,
                ]
        return rows

    def action_take(self) -> None:
        """Reading ends."""
        self.dismiss(None)


def _rows(binding_id: str, keys: Sequence[str], description: str) -> Iterator[Row]:
    """The keys, and beside them what they do in as many rows as it takes."""
    said = "  ".join(keys)
    for number, part in enumerate(textwrap.wrap(description, _TEXT_COLUMNS)):
        key = "" if number else binding_id
        yield Row(key, (Bit(f"   {said:<{_KEY_COLUMNS}}"), Bit(printed(part))))
        said = ""
