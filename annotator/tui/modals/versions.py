"""What a document can be compared with: earlier texts of it, and the documents of its group."""

from collections.abc import Sequence

from rich.style import Style

from annotator.arabic.visual import visual
from annotator.services.comparing import Version
from annotator.tui.modals.picking import PickingModal
from annotator.tui.spoken import printed
from annotator.tui.widgets.jump_bar import LABELS
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import worded


class VersionsModal(PickingModal):
    """Picks the number of a text."""

    prompt = ""

    def __init__(self, versions: Sequence[Version], *, highlight: Style) -> None:
        super().__init__(
            worded("Compare with"),
            hint=worded("a letter or Enter takes · Esc goes back"),
            highlight=highlight,
        )
        self._versions = versions

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """Why it can be compared, and its title."""
        return [
            Row(
                str(place),
                (Bit(f" {printed(version.why)} ", Style(dim=True)),),
                (Bit(f"{visual(' '.join(version.title.split()), width=44, base='rtl')} "),),
            )
            for place, version in enumerate(self._versions)
        ]

    def letters(self) -> Sequence[str]:
        """A letter each, as far as there are any."""
        return LABELS[: len(self._versions)]
