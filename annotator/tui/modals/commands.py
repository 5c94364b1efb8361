"""The palette: every live key by its name, for whoever forgot the key; Enter does it."""

from collections.abc import Iterable, Sequence

from rich.style import Style
from textual.binding import Binding

from annotator.arabic.normalize import fold_key
from annotator.tui.keymap import written
from annotator.tui.modals.picking import PickingModal
from annotator.tui.spoken import printed
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import marked, worded

QUIT = "app.quit"
TUTORIAL = "app.leave_for_tutorial"
_TEXT_COLUMNS = 58
"""They fit beside the key on a screen of 80 columns; what is longer is cut."""


class CommandsModal(PickingModal):
    """Picks an action; made from the bindings of the screen, so that it is never out of step."""

    prompt = marked("find:")

    def __init__(
        self, bindings: Iterable[Binding], *, highlight: Style, offers_tutorial: bool = False
    ) -> None:
        hint = worded("type to filter · Enter does it · Esc goes back")
        super().__init__(worded("Commands"), hint=hint, highlight=highlight)
        self._names: dict[str, tuple[str, str]] = {}
        """Action -> what it does, in the order of the text, and its key."""
        for binding in bindings:
            if binding.id and binding.description:
                name = worded(binding.tooltip or binding.description)
                key = binding.key_display or written(binding.key)
                self._names.setdefault(binding.action, (name, key))
        if offers_tutorial:
            self._names[TUTORIAL] = (worded("tutorial: five minutes, then back here"), "")
        self._names[QUIT] = (worded("leave annotator (Ctrl+Q)"), "Ctrl+Q")

    def rows(self, typed: str) -> Sequence[Row]:
        """Those with every word typed; what begins with it comes first."""
        wanted = fold_key(typed.strip().lower())
        found = [
            (not folded.startswith(wanted), number, action)
            for number, (action, (name, _)) in enumerate(self._names.items())
            if all(word in (folded := fold_key(name.lower())) for word in wanted.split() or [""])
        ]
        return [self._row(action) for _, _, action in sorted(found)]

    def _row(self, action: str) -> Row:
        name, key = self._names[action]
        return Row(
            action, (Bit(f" {key:<12} ", Style(bold=True)), Bit(printed(name, width=_TEXT_COLUMNS)))
        )
