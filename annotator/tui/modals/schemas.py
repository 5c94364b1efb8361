"""Which label schema a new annotator works with, where the project has several."""

from collections.abc import Sequence

from rich.style import Style

from annotator.arabic.visual import visual
from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.jump_bar import LABELS
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import worded


class SchemasModal(PickingModal):
    """Picks the name of a label schema."""

    prompt = ""

    def __init__(self, names: Sequence[str], annotator: str, *, highlight: Style) -> None:
        super().__init__(
            worded("Label schema of {annotator}", annotator=annotator),
            hint=worded("a letter or Enter takes; it stays so for your layer · Esc ends"),
            highlight=highlight,
        )
        self._names = names

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """A row for each, the project's first one first."""
        return [Row(name, (Bit(f" {visual(name, width=40)}"),)) for name in self._names]

    def letters(self) -> Sequence[str]:
        """A letter each."""
        return LABELS[: len(self._names)]
