"""From document to document: next, previous, the list with progress, and where one was in each."""

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.errors import AnnotatorError
from annotator.model.reason import explained
from annotator.services import opening
from annotator.services.desk import Desk
from annotator.services.editing import EditingSession, Outcome
from annotator.services.progress import (
    document_count,
    documents_set_aside,
    progress_of_documents,
)
from annotator.services.project import Project
from annotator.services.queue import reasons
from annotator.tui.modals.documents import DocumentsModal, document_row
from annotator.tui.modals.picking import Picked
from annotator.tui.palette import Palette
from annotator.tui.screens.learning import LearningScreen
from annotator.tui.status import Place
from annotator.tui.widgets.row_list import RowList
from annotator.wording import worded

_TITLE_COLUMNS = 20
_FEW_DOCUMENTS = 300
"""So many are counted again after every edit; more of them only now and then."""


class DocumentsScreen(LearningScreen):
    """Puts one document of a project after another on the desk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f2,ctrl+o",
            "open_documents",
            "documents",
            key_display="F2",
            id="annotate.document.list",
        ),
        Binding(
            "ctrl+n,f8,right_parenthesis",
            "next_document",
            "next document",
            show=False,
            id="annotate.document.next",
        ),
        Binding(
            "f7,left_parenthesis",
            "previous_document",
            "previous document",
            show=False,
            id="annotate.document.previous",
        ),
    ]

    def __init__(
        self,
        project: Project,
        annotator: str,
        *,
        document_id: str,
        offset: int,
        palette: Palette,
    ) -> None:
        self.project = project
        self.annotator = annotator
        self._queue = reasons(project, annotator)
        self._document_count = document_count(project)
        desk = Desk(EditingSession(project, annotator, document_id), offset=offset)
        if not offset:
            desk.choose_open()
        super().__init__(desk, place=self._place(document_id), palette=palette)

    def show_all(self) -> None:
        """Show again, the list of documents as well."""
        super().show_all()
        self.show_documents()

    async def open_document(self, document_id: str, *, offset: int = 0) -> None:
        """Put another document on the desk; where one was is remembered."""
        await self.close_form()
        level = self.desk.level
        session = EditingSession(self.project, self.annotator, document_id)
        self.desk = Desk(session, offset=offset, level=level)
        if not offset:
            self.desk.choose_open()
        self.place = self._place(document_id)
        self.remember_place()
        self.show_level()
        self.show_document()
        self.show_documents()
        self.opened()

    def opened(self) -> None:
        """Do what is to be done with every document that is put on the desk."""

    def remember_place(self) -> None:
        """Keep document and cursor for the next time."""
        document_id = self.desk.session.document.id
        try:
            opening.remember_place(
                self.project.path, self.annotator, document_id=document_id, offset=self.desk.cursor
            )
        except AnnotatorError as error:
            self.say(str(error), is_refusal=True)

    async def action_next_document(self) -> None:
        """The document after this one."""
        await self._step_document(1)

    async def action_previous_document(self) -> None:
        """The document before this one."""
        await self._step_document(-1)

    async def _step_document(self, by: int) -> None:
        """To the nearest document that way that is not set aside."""
        ids = list(self._queue)
        place = ids.index(self.desk.session.document.id)
        ahead = ids[place + 1 :] if by > 0 else ids[:place][::-1]
        aside = documents_set_aside(self.project, self.annotator)
        found = next((document_id for document_id in ahead if document_id not in aside), None)
        if found is not None:
            await self.open_document(found)
            self.say(explained(self._queue[found]))
            self.show()
        elif ahead:
            self.refuse(worded("all documents that way are set aside; F2 lists them"))
        else:
            last, first = worded("this is the last document"), worded("this is the first document")
            self.refuse(last if by > 0 else first)

    def action_open_documents(self) -> None:
        """The list of documents with progress."""
        modal = DocumentsModal(
            progress_of_documents(self.project, self.annotator),
            current=self.desk.session.document.id,
            highlight=self.palette.row,
        )
        self.app.push_screen(modal, self._open_picked)

    async def _open_picked(self, picked: Picked | None) -> None:
        if picked is not None and picked.key is not None:
            await self.open_document(picked.key)

    async def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A click in the list of documents opens one."""
        if message.row_list.id == "documents":
            message.stop()
            await self.open_document(message.key)
        else:
            await super().on_row_list_chosen(message)

    async def open_touched(self, outcome: Outcome) -> None:
        """Open the document that an undo or redo changed, if it is another one."""
        touched = [document_id for document_id in outcome.document_ids if document_id]
        if touched and self.desk.session.document.id not in touched:
            await self.open_document(touched[0])

    def find_documents(self) -> None:
        """Look again at which documents there are: another window may have brought some in."""
        count = document_count(self.project)
        if count != self._document_count:
            self._document_count = count
            self._queue = reasons(self.project, self.annotator)
            self.place = self._place(self.desk.session.document.id)
            self.show()

    def edited(self, outcome: Outcome) -> None:
        """Progress has changed."""
        super().edited(outcome)
        if len(self._queue) <= _FEW_DOCUMENTS:
            self.show_documents()

    def show_documents(self) -> None:
        """Bring the list beside the article up to date, where it is shown."""
        if not (self.is_mounted and self.has_class("-documents")):
            return
        rows = [
            document_row(number, document, title_columns=_TITLE_COLUMNS)
            for number, document in enumerate(
                progress_of_documents(self.project, self.annotator), start=1
            )
        ]
        current = self.desk.session.document.id
        self.query_one("#documents", RowList).show(rows, highlighted=current)

    def _place(self, document_id: str) -> Place:
        self._queue.setdefault(document_id, "")  # one of somebody else's, opened from the list
        number = list(self._queue).index(document_id) + 1
        return Place(Path(self.project.path).name, number, len(self._queue))
