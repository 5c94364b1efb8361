"""The list of documents with how far each is; Enter opens one."""

from collections.abc import Sequence

from rich.style import Style

from annotator.arabic.normalize import fold_key
from annotator.arabic.visual import visual
from annotator.services.progress import DocumentProgress
from annotator.tui.modals.picking import PickingModal
from annotator.tui.spoken import told
from annotator.tui.themes import worn
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import marked, worded

_BAR_COLUMNS = 8
_TITLE_COLUMNS = 50


class DocumentsModal(PickingModal):
    """Picks a document identifier."""

    prompt = marked("find:")

    def __init__(
        self, documents: Sequence[DocumentProgress], *, current: str, highlight: Style
    ) -> None:
        super().__init__(
            worded("Documents ({count})", count=len(documents)),
            hint=worded("↑ ↓ move · Enter opens · type to filter · Esc goes back"),
            highlight=highlight,
        )
        self._documents = documents
        self._current = current

    def rows(self, typed: str) -> Sequence[Row]:
        """Those whose title or identifier holds what is typed."""
        wanted = fold_key(typed.strip().lower())
        return [
            document_row(number, document, title_columns=_TITLE_COLUMNS)
            for number, document in enumerate(self._documents, start=1)
            if wanted in fold_key(document.title.lower()) or wanted in document.document_id.lower()
        ]

    def first(self, rows: Sequence[Row]) -> str | None:
        """The open document, while it is among them."""
        keys = [row.key for row in rows]
        return self._current if self._current in keys else super().first(rows)


def document_row(number: int, document: DocumentProgress, *, title_columns: int) -> Row:
    """Number, progress bar, what is left, title."""
    full = round(document.share * _BAR_COLUMNS)
    left = (
        Bit(f" {number:>3} "),
        Bit("━" * full, Style(color=worn().good)),
        Bit("━" * (_BAR_COLUMNS - full), Style(dim=True)),
        Bit(f" {_standing(document):<9} ", Style(dim=True)),
    )
    title = visual(" ".join(document.title.split()), width=title_columns, base="rtl")
    return Row(document.document_id, left, (Bit(f"{title} "),))


def _standing(document: DocumentProgress) -> str:
    match document.stage:
        case "done":
            return told("done ✓")
        case "aside":
            return told("set aside")
        case "new" if not document.suggested_count:
            return told("new")
        case _:
            return told("{count} open", count=document.open_count)
