"""An editing session: one annotator at one document, running edits, undoing and redoing them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from annotator.errors import AnnotatorError
from annotator.model.annotations import Annotations, apply
from annotator.model.change import WHOLE_LAYER, Change, inverse
from annotator.model.document import Document
from annotator.model.entity import Identity
from annotator.model.label_schema import LabelSchema
from annotator.model.suggestion import Suggestion
from annotator.services.project import Project, utc_now
from annotator.services.undoing import redoable, undoable
from annotator.services.validation import check_changes
from annotator.store import journal, suggestions


class NothingToUndoError(AnnotatorError):
    """There is no action to take back, or none to bring back."""


@dataclass(frozen=True)
class EditContext:
    """What an edit may look at when it plans its changes."""

    document: Document
    schema: LabelSchema
    annotations: Annotations
    suggestions: dict[str, Suggestion]
    """What is proposed for the document, by identifier, decided ones included."""
    identities: dict[str, Identity]
    annotator: str
    now: str
    """UTC, ISO 8601."""


class Edit(Protocol):
    """What a person asks for: a frozen value that plans changes and knows no store or screen."""

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The changes that carry the edit out; none where there is nothing to do.

        Raises:
            InvalidEdit: it cannot be done, with a reason a person understands.
        """
        ...


@dataclass(frozen=True)
class Outcome:
    """What an action did: the changes as journalled, oldest first."""

    changes: tuple[Change, ...] = ()

    @property
    def document_ids(self) -> tuple[str, ...]:
        """The documents it touched, first touched first."""
        return tuple(dict.fromkeys(change.document_id for change in self.changes))


class EditingSession:
    """Edits of one annotator at one document; every action is stored before `run` returns."""

    def __init__(
        self, project: Project, layer: str, document_id: str, *, now: Callable[[], str] = utc_now
    ) -> None:
        self.project = project
        self.layer = layer
        self.document = project.document(document_id)
        self.schema = project.schema_of(layer)
        self._now = now
        self.reload()

    def reload(self) -> None:
        """Read annotations, registry and suggestions again, after somebody else wrote them."""
        self.annotations = self.project.annotations(self.layer, self.document.id)
        self.identities = self.project.identities(self.layer)
        self.reload_suggestions()

    def reload_suggestions(self) -> None:
        """Read what is proposed for the document again; annotations stay as they are."""
        found = suggestions.get(self.project.connection, self.layer, self.document.id)
        self.suggestions = {suggestion.id: suggestion for suggestion in found}

    @property
    def open_suggestions(self) -> list[Suggestion]:
        """What is proposed and not decided yet."""
        decided = {decision.id for decision in self.annotations.decisions}
        return [found for key, found in self.suggestions.items() if key not in decided]

    def context(self) -> EditContext:
        """The state edits plan from."""
        return EditContext(
            document=self.document,
            schema=self.schema,
            annotations=self.annotations,
            suggestions=self.suggestions,
            identities=self.identities,
            annotator=self.layer,
            now=self._now(),
        )

    def run(self, edit: Edit) -> Outcome:
        """Carry out `edit` as one action: journalled and stored, or nothing.

        Raises:
            InvalidEdit: the label schema or the text forbids it; nothing is written.
            TryAgainError: it could not be stored; nothing is written.
        """
        changes = tuple(edit.plan(self.context()))
        check_changes(changes, self.annotations, document=self.document, schema=self.schema)
        self._record(changes, undoes=None)
        return Outcome(changes)

    def undo(self) -> Outcome:
        """Take back the annotator's last action, in whichever document it was.

        Raises:
            NothingToUndoError: everything is taken back already.
        """
        actions = journal.actions(self.project.connection, self.layer)
        return self._take_back(undoable(actions), nothing="nothing to undo")

    def redo(self) -> Outcome:
        """Bring back what the last undo took back.

        Raises:
            NothingToUndoError: nothing was undone since the last edit.
        """
        actions = journal.actions(self.project.connection, self.layer)
        return self._take_back(redoable(actions), nothing="nothing to redo")

    def _take_back(self, action: str | None, *, nothing: str) -> Outcome:
        if action is None:
            raise NothingToUndoError(nothing)
        done = journal.entries_of_action(self.project.connection, self.layer, action)
        changes = tuple(inverse(entry.change) for entry in reversed(done))
        self._record(changes, undoes=action)
        return Outcome(changes)

    def _record(self, changes: tuple[Change, ...], *, undoes: str | None) -> None:
        here = [change for change in changes if change.document_id == self.document.id]
        after = apply(self.annotations, here)  # before anything is written: it may not fit
        self.project.record(self.layer, changes, undoes=undoes)
        self.annotations = after
        if any(change.document_id == WHOLE_LAYER for change in changes):
            self.identities = self.project.identities(self.layer)
