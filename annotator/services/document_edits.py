"""Edits of the document as a whole: done, set aside, labels, notes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.change import Added, Change, Changed, Removed
from annotator.model.event import Event
from annotator.model.identifiers import new_id
from annotator.model.mention import Mention
from annotator.model.remark import (
    LEVELS,
    DocumentLabel,
    Done,
    Level,
    Note,
    SetAside,
    SetAsideReason,
)
from annotator.services.editing import EditContext
from annotator.services.validation import InvalidEdit
from annotator.wording import worded


@dataclass(frozen=True)
class MarkDone:
    """Say that these levels of the document are finished."""

    levels: tuple[Level, ...] = LEVELS
    round: int = 1
    warnings: tuple[str, ...] = ()
    """What the check listed and the person let pass: kept as a note on the document."""

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One mark for each level not finished yet, and the note where there were warnings."""
        document_id, finished = context.document.id, {done.id for done in context.annotations.done}
        marks = [Done(level, self.round, context.now) for level in self.levels]
        changes: list[Change] = [
            Added(document_id, mark) for mark in marks if mark.id not in finished
        ]
        if changes and self.warnings:
            found = worded("; ").join(self.warnings)
            text = worded("finished although: {remarks}", remarks=found)
            note = Note(new_id(), "", context.annotator, context.now, text)
            changes.append(Added(document_id, note))
        return changes


@dataclass(frozen=True)
class ReopenDocument:
    """Take back that the document is finished, or that it was set aside."""

    round: int = 1
    keeps_done: bool = False
    """Only take it back from being set aside."""

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The marks of this round removed."""
        document_id, aside = context.document.id, context.annotations.set_aside
        marks: list[Change] = [
            Removed(document_id, done)
            for done in context.annotations.done
            if done.round == self.round and not self.keeps_done
        ]
        return [*marks, Removed(document_id, aside)] if aside else marks


@dataclass(frozen=True)
class SetDocumentAside:
    """Say that the document will not be annotated, and why."""

    reason: SetAsideReason

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The mark added, or its reason changed."""
        before, after = context.annotations.set_aside, SetAside(self.reason)
        if before is None:
            return [Added(context.document.id, after)]
        return [] if before == after else [Changed(context.document.id, before, after)]


@dataclass(frozen=True)
class LabelDocument:
    """Give a label of the whole document a value; None takes it off."""

    label: str
    value: str | None

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The label added, changed or removed."""
        document_id = context.document.id
        before = context.annotations.get(DocumentLabel, self.label)
        if self.value is None:
            return [] if before is None else [Removed(document_id, before)]
        after = DocumentLabel(self.label, self.value)
        if before is None:
            return [Added(document_id, after)]
        return [] if before == after else [Changed(document_id, before, after)]


@dataclass(frozen=True)
class AddNote:
    """Write a remark on a mention or event, or on the document."""

    text: str
    on: str = ""

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One note added; an empty one is none.

        Raises:
            InvalidEdit: what it is on is gone.
        """
        if not self.text.strip():
            return []
        annotations = context.annotations
        if self.on and not (annotations.get(Mention, self.on) or annotations.get(Event, self.on)):
            message = worded("what the note is on is gone; move to another one")
            raise InvalidEdit(message)
        note = Note(new_id(), self.on, context.annotator, context.now, self.text)
        return [Added(context.document.id, note)]


@dataclass(frozen=True)
class ResolveNote:
    """Mark a remark as settled."""

    note_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One note changed."""
        note = context.annotations.get(Note, self.note_id)
        if note is None or note.resolved:
            return []
        return [Changed(context.document.id, note, replace(note, resolved=True))]
