"""An editing session: one annotator at one document, running edits, undoing and redoing them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from annotator.errors import AnnotatorError
from annotator.model.annotations import Annotations, apply
from annotator.model.change import WHOLE_LAYER, Added, Change, inverse
from annotator.model.document import Document
from annotator.model.entity import Identity
from annotator.model.label_schema import LabelSchema
from annotator.model.suggestion import Suggestion
from annotator.services.known_names import KnownNames
from annotator.services.project import Project, utc_now
from annotator.services.undoing import redoable, undoable
from annotator.services.validation import check_changes
from annotator.store import journal, suggestions
from annotator.store.connection import data_version


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
    known_names: KnownNames
    """What is known of names already, perhaps from before the last edits."""

    @property
    def names(self) -> KnownNames:
        """Which mentions use which words."""
        return self.known_names.following(self.annotations.placed_mentions)


def after_changes(context: EditContext, changes: Sequence[Change]) -> EditContext:
    """The context once `changes` are made: for an edit that is planned of two."""
    here = [change for change in changes if change.document_id == context.document.id]
    named = [
        change.item
        for change in changes
        if isinstance(change, Added) and isinstance(change.item, Identity)
    ]
    annotations = apply(context.annotations, here)
    return replace(
        context,
        annotations=annotations,
        known_names=context.known_names.following(annotations.placed_mentions),
        identities={**context.identities, **{identity.id: identity for identity in named}},
    )


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
    action: str | None = None
    """Its identifier in the journal; None where nothing was changed."""
    warnings: tuple[str, ...] = ()
    """What the label schema would rather not have, and lets pass."""

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
        self._seen = (0, 0)
        self._file_version = data_version(project.connection)
        self.annotations = Annotations()
        self._names = KnownNames(self.document.text)
        self.identities: dict[str, Identity] = {}
        self.suggestions: dict[str, Suggestion] = {}
        self.reload()

    def reload(self) -> None:
        """Read annotations, registry and suggestions again."""
        self._reload_annotations()
        self.reload_suggestions()

    def reload_suggestions(self) -> None:
        """Read what is proposed for the document again; annotations stay as they are.

        What is proposed as before stays the object it was: whoever looked at it need not again.
        """
        found = suggestions.get(self.project.connection, self.layer, self.document.id)
        before = self.suggestions
        after = {suggestion.id: suggestion for suggestion in found}
        same = {key: before[key] for key, new in after.items() if before.get(key) == new}
        if len(same) < max(len(before), len(after)):
            self.suggestions = after | same

    def catch_up(self) -> Literal["nothing", "elsewhere", "here"]:
        """Read what another connection wrote since the last time, and say where it did.

        Cheap while nobody wrote: one question that reads no table.
        """
        version = data_version(self.project.connection)
        if version == self._file_version:
            return "nothing"
        self._file_version = version
        annotations, identities, proposed = self.annotations, self.identities, self.suggestions
        if self._seen != self._stored_revisions():
            self._reload_annotations()
        self.reload_suggestions()
        is_same = self.annotations is annotations and self.suggestions is proposed
        return "elsewhere" if is_same and self.identities == identities else "here"

    @property
    def open_suggestions(self) -> list[Suggestion]:
        """What is proposed and not decided yet."""
        decided = {decision.id for decision in self.annotations.decisions}
        return [found for key, found in self.suggestions.items() if key not in decided]

    def context(self) -> EditContext:
        """The state edits plan from."""
        self._names = self._names.following(self.annotations.placed_mentions)
        return EditContext(
            known_names=self._names,
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

        It is planned from what is stored at that moment: another window may have written since.

        Raises:
            InvalidEdit: the label schema or the text forbids it; nothing is written.
            TryAgainError: it could not be stored; nothing is written.
        """
        with self._acting():
            changes = tuple(edit.plan(self.context()))
            warnings = check_changes(
                changes, self.annotations, document=self.document, schema=self.schema
            )
            action = self.project.record(self.layer, changes)
        return self._done(changes, action, warnings)

    def undo(self) -> Outcome:
        """Take back the annotator's last action, in whichever document it was.

        Raises:
            NothingToUndoError: everything is taken back already.
        """
        return self._take_back(undoable, nothing="nothing to undo")

    def redo(self) -> Outcome:
        """Bring back what the last undo took back.

        Raises:
            NothingToUndoError: nothing was undone since the last edit.
        """
        return self._take_back(redoable, nothing="nothing to redo")

    def _take_back(
        self, choose: Callable[[Sequence[journal.Action]], str | None], *, nothing: str
    ) -> Outcome:
        connection = self.project.connection
        with self._acting():
            action = choose(journal.actions(connection, self.layer))
            if action is None:
                raise NothingToUndoError(nothing)
            done = journal.entries_of_action(connection, self.layer, action)
            changes = tuple(inverse(entry.change) for entry in reversed(done))
            made = self.project.record(self.layer, changes, undoes=action)
        return self._done(changes, made)

    @contextmanager
    def _acting(self) -> Iterator[None]:
        """One transaction, begun from what is stored: nobody writes between looking and acting."""
        with self.project.writing():
            if self._seen != self._stored_revisions():
                self._reload_annotations()
            yield

    def _done(
        self, changes: tuple[Change, ...], action: str | None, warnings: Sequence[str] = ()
    ) -> Outcome:
        here = [change for change in changes if change.document_id == self.document.id]
        self.annotations = apply(self.annotations, here)
        if any(change.document_id == WHOLE_LAYER for change in changes):
            self.identities = self.project.identities(self.layer)
        self._seen = self._stored_revisions()
        return Outcome(changes, action, tuple(warnings))

    def _reload_annotations(self) -> None:
        self._seen = self._stored_revisions()
        self.annotations = self.project.annotations(self.layer, self.document.id)
        self.identities = self.project.identities(self.layer)

    def _stored_revisions(self) -> tuple[int, int]:
        """How many changes the layer has here and in its registry: more, and somebody wrote."""
        connection = self.project.connection
        return (
            journal.revision(connection, self.layer, self.document.id),
            journal.revision(connection, self.layer, WHOLE_LAYER),
        )
