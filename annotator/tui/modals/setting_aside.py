"""Why a document is set aside: one letter for each reason, one to take it back."""

from collections.abc import Sequence

from rich.style import Style

from annotator.model.remark import SET_ASIDE_REASONS, SetAside
from annotator.tui.modals.picking import PickingModal
from annotator.tui.spoken import printed, told
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import worded

TAKE_BACK = "take back"
"""Key of the row that puts the document among the others again."""


class SettingAsideModal(PickingModal):
    """Picks a reason."""

    prompt = ""

    def __init__(self, now: SetAside | None, *, highlight: Style) -> None:
        super().__init__(
            worded("Set this document aside"),
            hint=worded("a letter or Enter takes · the next document passes it by · Esc"),
            highlight=highlight,
        )
        self._now = now

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """The reasons; the one that holds is ticked."""
        reason = self._now.reason if self._now is not None else None
        rows = [
            Row(each, (Bit(f" {'✓' if each == reason else ' '} {printed(worded(each))} "),))
            for each in SET_ASIDE_REASONS
        ]
        if self._now is not None:
            rows.append(
                Row(TAKE_BACK, (Bit(f"   {told('not set aside after all')} ", Style(italic=True)),))
            )
        return rows

    def letters(self) -> Sequence[str]:
        """The first letter of each reason."""
        return (*(reason[0] for reason in SET_ASIDE_REASONS), "z")
