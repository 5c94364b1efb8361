"""Keys for the document as a whole: done, set aside, labels, and which level is worked on."""

from functools import partial
from typing import ClassVar, cast

from textual.binding import Binding, BindingType

from annotator.model.layer import OnlyLevel
from annotator.model.remark import DocumentLabel, SetAsideReason
from annotator.services.desk import Desk
from annotator.services.document_edits import (
    LabelDocument,
    MarkDone,
    ReopenDocument,
    SetDocumentAside,
)
from annotator.services.done_check import Remark, remarks, summed_up
from annotator.services.editing import Edit
from annotator.tui.modals.document_labels import BETWEEN, DocumentLabelsModal
from annotator.tui.modals.done import FINISH, DoneModal
from annotator.tui.modals.picking import Picked
from annotator.tui.modals.setting_aside import TAKE_BACK, SettingAsideModal
from annotator.tui.screens.documents import DocumentsScreen
from annotator.wording import worded

_NEXT_LEVEL: dict[OnlyLevel, OnlyLevel] = {"": "entities", "entities": "events", "events": ""}


class FinishingScreen(DocumentsScreen):
    """What is said of a document is an edit like any other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "Q",
            "finish",
            "done",
            tooltip="list what to look at, then finish the document",
            id="annotate.document.done",
        ),
        Binding(
            "ctrl+x",
            "set_aside",
            "set aside, and why",
            show=False,
            id="annotate.document.set-aside",
        ),
        Binding(
            "ctrl+t,f4",
            "label_document",
            "labels of the document",
            show=False,
            id="annotate.document.labels",
        ),
        Binding(
            "ctrl+e,f6",
            "only_level",
            "one level only",
            tooltip="annotate entities only, events only, or both",
            show=False,
            id="annotate.document.only-level",
        ),
    ]

    def action_finish(self) -> None:
        """List what to look at; one key finishes anyway."""
        found = remarks(self.desk)
        modal = DoneModal(found, highlight=self.palette.row)
        self.app.push_screen(modal, partial(self._finish, found))

    async def _finish(self, found: list[Remark], picked: Picked | None) -> None:
        if picked is None or picked.key is None:
            return
        if picked.key != FINISH:
            remark = found[int(picked.key)]
            self.show_item(remark.level, remark.item_id or "", remark.offset)
            return
        edit = MarkDone(self.desk.done_levels, warnings=summed_up(found))
        if self._run_on_document(edit):
            await self.action_next_document()

    def action_set_aside(self) -> None:
        """Say that the document will not be annotated, and why."""
        now = self.desk.session.annotations.set_aside
        self.app.push_screen(SettingAsideModal(now, highlight=self.palette.row), self._set_aside)

    async def _set_aside(self, picked: Picked | None) -> None:
        if picked is None or picked.key is None:
            return
        if picked.key == TAKE_BACK:
            if self._run_on_document(ReopenDocument(keeps_done=True)):
                self.say(worded("not set aside any more"))
                self.show()
        elif self._run_on_document(SetDocumentAside(cast("SetAsideReason", picked.key))):
            await self.action_next_document()
            reason = worded(picked.key)
            self.say(worded("set aside: {reason}; z takes it back", reason=reason))
            self.show()

    def action_label_document(self) -> None:
        """Set one of the label schema's labels of whole documents."""
        session = self.desk.session
        if not session.schema.document_labels:
            name = session.schema.name
            self.refuse(worded("label schema {schema} has no labels of documents", schema=name))
            return
        held = {label.id: label.value for label in session.annotations.document_labels}
        modal = DocumentLabelsModal(
            session.schema.document_labels, held, highlight=self.palette.row
        )
        self.app.push_screen(modal, self._label_document)

    def _label_document(self, picked: Picked | None) -> None:
        if picked is None or not picked.key:
            return
        name, value = picked.key.split(BETWEEN, maxsplit=1)
        before = self.desk.session.annotations.get(DocumentLabel, name)
        is_off = before is not None and before.value == value
        if self._run_on_document(LabelDocument(name, None if is_off else value)):
            said = worded("{label} is {value}", label=name, value=value)
            off = worded("{label} is not set any more", label=name)
            self.say(off if is_off else said)
            self.show()

    async def action_only_level(self) -> None:
        """Entities only, events only, both: for this annotator, in every document."""
        now = self.project.layer(self.annotator).only_level
        self.project.set_only_level(self.annotator, _NEXT_LEVEL[now])
        await self.close_form()
        self.desk.find_levels()
        self.show_level()
        only = self.project.layer(self.annotator).only_level
        said = worded("{level} only; the other layer is off", level=worded(only)) if only else ""
        self.say(said or worded("entities and events"))
        self.show_documents()
        self.show()

    def _run_on_document(self, edit: Edit) -> bool:
        """Run it; what was active stays so, and the key that repeats passes it by."""

        def plan(_: Desk) -> Edit:
            return edit

        return self.run_plan(plan, is_repeatable=False) is not None
