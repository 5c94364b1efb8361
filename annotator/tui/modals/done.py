"""Before a document is done: what to look at, one key to go there, one to finish anyway."""

from collections.abc import Sequence

from rich.style import Style

from annotator.arabic.visual import visual
from annotator.services.done_check import Remark
from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit

FINISH = "finish"
_COLUMNS = 70


class DoneModal(PickingModal):
    """Picks the number of a remark, or FINISH, which stands first and stands out."""

    prompt = ""

    def __init__(self, found: Sequence[Remark], *, highlight: Style) -> None:
        super().__init__(
            "Done with this document?" if found else "Nothing left to look at. Done?",
            hint="Enter finishes, or goes to the line that stands out · ↑ ↓ · Esc goes back",
            highlight=highlight,
        )
        self._found = found

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """Finish, then what to look at."""
        return [
            Row(FINISH, (Bit(" done, go to the next document", Style(bold=True)),)),
            *(
                Row(str(place), (Bit(f" {visual(remark.message, width=_COLUMNS, base='ltr')}"),))
                for place, remark in enumerate(self._found)
            ),
        ]
