"""Find in the document: every place with its context; Enter goes there."""

from collections.abc import Sequence
from itertools import islice

from rich.style import Style

from annotator.arabic.visual import visual
from annotator.services.finding import find
from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import marked, worded

_MOST = 200


class FindingModal(PickingModal):
    """Picks an offset, as a string."""

    prompt = marked("find:")

    def __init__(self, text: str, *, highlight: Style) -> None:
        super().__init__(
            worded("Find in this document"),
            hint=worded("Enter goes there · Esc goes back"),
            highlight=highlight,
        )
        self._text = text

    def rows(self, typed: str) -> Sequence[Row]:
        """The first hits."""
        return [
            Row(
                str(hit.span.start),
                (Bit(f" {number:>3} ", Style(dim=True)),),
                (Bit(f"{visual(hit.context, width=64, base='rtl')} "),),
            )
            for number, hit in enumerate(islice(find(self._text, typed), _MOST), start=1)
        ]
