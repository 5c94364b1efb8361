"""The pause: the text is covered and no time passes until a key is pressed."""

from collections.abc import Sequence

from rich.style import Style
from textual import events

from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.row_list import Row
from annotator.wording import worded


class PauseModal(PickingModal):
    """Ends with any key."""

    prompt = ""

    def __init__(self, *, highlight: Style) -> None:
        super().__init__(worded("Paused"), hint=worded("any key goes on"), highlight=highlight)

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """Nothing to pick."""
        return ()

    def on_key(self, event: events.Key) -> None:
        """Go on; the key does nothing else."""
        event.stop()
        self.dismiss(None)

    def action_take(self) -> None:
        """Go on."""
        self.dismiss(None)
