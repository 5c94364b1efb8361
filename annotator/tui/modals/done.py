"""Before a document is done: what to look at, one key to go there, one to finish anyway."""

from collections.abc import Sequence

from rich.style import Style

from annotator.services.done_check import Remark
from annotator.tui.modals.picking import PickingModal
from annotator.tui.spoken import printed, told
from annotator.tui.widgets.jump_bar import LABELS
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import worded

FINISH = "finish"
_COLUMNS = 70


class DoneModal(PickingModal):
    """Picks the number of a remark, or FINISH, which stands first and stands out."""

    prompt = ""

    def __init__(self, found: Sequence[Remark], *, highlight: Style) -> None:
        super().__init__(
            worded("Done with this document?")
            if found
            else worded("Nothing left to look at. Done?"),
            hint=worded("Enter finishes · a letter goes to its line · ↑ ↓ · Esc goes back"),
            highlight=highlight,
        )
        self._found = found

    def letters(self) -> Sequence[str]:
        """Enter finishes; each remark has a letter."""
        return ("", *LABELS[: len(self._found)])

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """Finish, then what to look at."""
        return [
            Row(FINISH, (Bit(f" {told('done, go to the next document')} ", Style(bold=True)),)),
            *(
                Row(str(place), (Bit(f" {printed(remark.message, width=_COLUMNS)} "),))
                for place, remark in enumerate(self._found)
            ),
        ]
