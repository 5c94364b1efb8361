"""Labels of the whole document: every value the label schema has, ticked where it is set."""

from collections.abc import Mapping, Sequence

from rich.style import Style

from annotator.arabic.visual import visual
from annotator.model.label_types import DocumentLabelType
from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import marked, worded

BETWEEN = "\n"
"""Stands between a label and its value in the key of a row."""


class DocumentLabelsModal(PickingModal):
    """Picks a label and its value, joined by BETWEEN."""

    prompt = marked("value:")

    def __init__(
        self,
        declared: Mapping[str, DocumentLabelType],
        held: Mapping[str, str],
        *,
        highlight: Style,
    ) -> None:
        super().__init__(
            worded("Labels of this document"),
            hint=worded(
                "Enter sets, or takes off what is set (✓) · type to filter or for a text · Esc"
            ),
            highlight=highlight,
        )
        self._declared = declared
        self._held = held

    def rows(self, typed: str) -> Sequence[Row]:
        """Each label with its values; for one without values, what is typed."""
        rows: list[Row] = []
        for name, label in self._declared.items():
            values = [
                value
                for value in label.values
                if typed.strip().lower() in f"{name} {value}".lower()
            ]
            if not label.values:
                values = list(dict.fromkeys(filter(None, (self._held.get(name), typed.strip()))))
            rows += [self._row(name, label, value) for value in values]
        return rows

    def _row(self, name: str, label: DocumentLabelType, value: str) -> Row:
        tick = "✓" if self._held.get(name) == value else " "
        return Row(
            f"{name}{BETWEEN}{value}",
            (
                Bit(f" {tick} {visual(name, width=24)}: ", Style(dim=True)),
                Bit(visual(value, width=40), Style(bold=tick == "✓")),
            ),
            (Bit(f"{visual(label.ar, width=24)} "),),
        )
