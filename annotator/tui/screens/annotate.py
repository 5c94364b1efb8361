"""The annotate screen: one document of a project at a time, and the way from each to the next."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from annotator.errors import AnnotatorError
from annotator.services import opening
from annotator.services.desk import Desk
from annotator.services.document_edits import MarkDone
from annotator.services.done_check import Remark, remarks
from annotator.services.editing import EditingSession, Outcome
from annotator.services.learning import Learning
from annotator.services.progress import progress_of_documents
from annotator.services.project import Project
from annotator.services.queue import reasons
from annotator.tui.commands import KeyCommands
from annotator.tui.keymap import ARABIC_POSITIONS, key_named
from annotator.tui.modals.documents import DocumentsModal, document_row
from annotator.tui.modals.done import FINISH, DoneModal
from annotator.tui.modals.finding import FindingModal
from annotator.tui.modals.help import HelpModal
from annotator.tui.modals.picking import Picked
from annotator.tui.pace import Pace
from annotator.tui.palette import Palette
from annotator.tui.screens.learning import LearningScreen
from annotator.tui.status import Place
from annotator.tui.widgets.legend import Legend
from annotator.tui.widgets.row_list import RowList
from annotator.wording import worded

_TITLE_COLUMNS = 20
_FEW_DOCUMENTS = 300
"""So many are counted again after every edit; more of them only now and then."""


class AnnotateScreen(LearningScreen):
    """Owns the project's connection of this thread; the worker has its own."""

    COMMANDS = {KeyCommands}  # noqa: RUF012 -- Textual's own form

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "Q",
            "finish",
            "done",
            tooltip="list what to look at, then finish the document",
            id="annotate.document.done",
        ),
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
        Binding("ctrl+f", "find", "find in the document", show=False, id="annotate.document.find"),
        Binding(
            "f3,ctrl+l",
            "toggle_panel",
            "panel",
            key_display="F3",
            tooltip="show or hide the side panel",
            id="annotate.view.panel",
        ),
        Binding("f1,ctrl+g", "help", "keys", key_display="F1", id="annotate.view.help"),
    ]

    def __init__(  # noqa: PLR0913 -- each is set by itself
        self,
        project: Project,
        annotator: str,
        *,
        document_id: str,
        offset: int,
        palette: Palette,
        clock: Callable[[], float],
        with_suggestions: bool = True,
    ) -> None:
        self.project = project
        self.annotator = annotator
        self._with_suggestions = with_suggestions
        self.pace = Pace(clock)
        self._clock = clock
        self._queue = reasons(project, annotator)
        desk = Desk(EditingSession(project, annotator, document_id), offset=offset)
        if not offset:
            desk.choose_open()
        super().__init__(desk, place=self._place(document_id), palette=palette)

    def on_mount(self) -> None:
        """Suggestions are made meanwhile."""
        super().on_mount()
        if self._with_suggestions:
            self.suggest()
            self.begin_learning(Learning(self.project, self.annotator), clock=self._clock)

    def on_unmount(self) -> None:
        """The application ends: the next time it goes on from here."""
        self.end_learning()
        self.remember_place()
        self.project.close()

    def show_all(self) -> None:
        """Show again, the list of documents as well."""
        super().show_all()
        self.show_documents()

    # -- documents

    async def open_document(self, document_id: str, *, offset: int = 0) -> None:
        """Put another document on the desk; where one was is remembered."""
        await self._close_form()
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
        if self._with_suggestions:
            self.suggest()

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
        ids = list(self._queue)
        place = ids.index(self.desk.session.document.id) + by
        if 0 <= place < len(ids):
            await self.open_document(ids[place])
            self.say(self._queue[ids[place]])
            self.show()
        else:
            last, first = worded("this is the last document"), worded("this is the first document")
            self.refuse(last if by > 0 else first)

    def action_open_documents(self) -> None:
        """The list of documents with progress."""
        modal = DocumentsModal(
            progress_of_documents(self.project, self.annotator),
            current=self.desk.session.document.id,
            highlight=self.palette.word,
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

    # -- modals

    def action_finish(self) -> None:
        """List what to look at; one key finishes anyway."""
        found = remarks(self.desk)

        async def finish(picked: Picked | None) -> None:
            if picked is not None:
                await self._finish(found, picked)

        self.app.push_screen(DoneModal(found, highlight=self.palette.word), finish)

    async def _finish(self, found: list[Remark], picked: Picked) -> None:
        if picked.key == FINISH:
            if self.run_plan(lambda _: MarkDone(), is_repeatable=False) is not None:
                await self.action_next_document()
        elif picked.key is not None:
            remark = found[int(picked.key)]
            self.show_item(remark.level, remark.item_id or "", remark.offset)

    def action_find(self) -> None:
        """Find words, and go to one of the places."""

        def go(picked: Picked | None) -> None:
            if picked is not None and picked.key is not None:
                self.move_to(int(picked.key))

        self.app.push_screen(FindingModal(self.desk.text, highlight=self.palette.word), go)

    def action_help(self) -> None:
        """Every live key; those of both layers."""
        bindings = [active.binding for active in self.active_bindings.values()]
        for legend in self.query(Legend):
            bindings += Binding.make_bindings(legend.BINDINGS)
        self.app.push_screen(HelpModal(bindings, highlight=self.palette.word))

    def on_key(self, event: events.Key) -> None:
        """Under an Arabic keyboard layout the same physical keys work: ش is a."""
        latin = ARABIC_POSITIONS.get(event.character or "")
        if latin is not None:
            event.stop()
            # from the app: a key this screen sends itself would stop here
            self.app.call_later(self.app.simulate_key, key_named(latin))

    def edited(self) -> None:
        """Progress has changed."""
        if len(self._queue) <= _FEW_DOCUMENTS:
            self.show_documents()

    def show_documents(self) -> None:
        """Show the list of documents again, where it is shown at all."""
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
