"""Write a note on what the cursor is on, or on the document."""

from collections.abc import Sequence

from rich.style import Style

from annotator.arabic.visual import visual
from annotator.model.remark import Note
from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import marked, worded


class NoteModal(PickingModal):
    """Ends with what was typed, or with the identifier of a note that is settled."""

    prompt = marked("note:")

    def __init__(self, title: str, notes: Sequence[Note], *, highlight: Style) -> None:
        super().__init__(
            title,
            hint=worded("Enter keeps what is typed · ↓ Enter settles a note · Esc goes back"),
            highlight=highlight,
        )
        self._notes = notes

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """The notes that are there, the settled ones ticked."""
        return [
            Row(
                note.id,
                (
                    Bit(" ✓" if note.resolved else "  "),
                    Bit(f" {visual(note.by, width=20)} ", Style(dim=True)),
                ),
                (Bit(f"{visual(note.text, width=60)} "),),
            )
            for note in self._notes
        ]

    def first(self, rows: Sequence[Row]) -> str | None:  # noqa: ARG002 -- the signature is the list's
        """No note stands out: Enter keeps what is typed."""
        return None
