"""The edits that put a place of the article in order before a lesson begins there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model.change import WHOLE_LAYER, Added, Change, Removed
from annotator.model.entity import Identity
from annotator.model.identifiers import new_id
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import Decision
from annotator.services.document_edits import ReopenDocument
from annotator.services.editing import Edit, EditContext, EditingSession, after_changes
from annotator.services.event_edits import MarkTrigger, RemoveEvent
from annotator.services.lessons import Lesson, StagedMention, event_at, mention_at, verdict_on
from annotator.services.mention_edits import RemoveMention, by_person
from annotator.services.suggestion_edits import RejectSuggestion
from annotator.services.undoing import redoable
from annotator.store.journal import actions


@dataclass(frozen=True)
class SetStage:
    """Take away what stands at `clear`, open what was decided there, and put `mentions`."""

    clear: tuple[Span, ...]
    mentions: tuple[StagedMention, ...]

    def plan(self, context: EditContext) -> Sequence[Change]:
        """Removals first; nothing where all is in order."""
        changes: list[Change] = []
        for edit in self._removals(context):
            changes += edit.plan(after_changes(context, changes))
        changes += self._reopened(context)
        for staged in self.mentions:
            changes += _put(staged, after_changes(context, changes))
        return changes

    def _removals(self, context: EditContext) -> Iterator[Edit]:
        wanted = {(staged.span, staged.type, staged.slug or None) for staged in self.mentions}
        for mention in context.annotations.mentions:
            is_wanted = (mention.span, mention.type, mention.kb) in wanted
            if self._touches(mention.span) and (mention.uncertain or not is_wanted):
                yield RemoveMention(mention.id)
        for event in context.annotations.events:
            if self._touches(event.trigger):
                yield RemoveEvent(event.id)

    def _reopened(self, context: EditContext) -> list[Change]:
        decisions: list[Decision] = context.annotations.decisions
        return [
            Removed(context.document.id, decision)
            for decision in decisions
            if self._touches(decision.span)
        ]

    def _touches(self, span: Span) -> bool:
        return any(span.overlaps(place) for place in self.clear)


def _put(staged: StagedMention, context: EditContext) -> Iterator[Change]:
    if mention_at(context.annotations, staged.span, staged.type) is not None:
        return
    if staged.slug and staged.slug not in context.identities:
        label = staged.span.of(context.document.text)
        yield Added(WHOLE_LAYER, Identity(staged.slug, label))
    mention = Mention(
        new_id(), staged.span, staged.type, kb=staged.slug or None, provenance=by_person(context)
    )
    yield Added(context.document.id, mention)


def put_in_order(session: EditingSession, lesson: Lesson, *, is_again: bool) -> None:
    """Let the article be as the lesson expects it, whatever was done there before.

    `is_again` says that the lesson was begun before: what was done in it is taken away.
    """
    if lesson.name in ("undo", "redo"):
        _put_decision(session, lesson)
        return
    if lesson.name == "finish":
        session.run(ReopenDocument())
    is_kept = lesson.goes_on and not is_again
    session.run(SetStage(() if is_kept else lesson.places, lesson.stage))
    if lesson.name == "argument" and not event_at(session.annotations, lesson.span, lesson.type):
        session.run(MarkTrigger(lesson.span, lesson.type))


def _put_decision(session: EditingSession, lesson: Lesson) -> None:
    """A rejection to take back is the last action; one to bring back was taken back last."""
    is_rejected = verdict_on(session.annotations, lesson.span) == "rejected"
    is_taken_back = redoable(actions(session.project.connection, session.layer)) is not None
    if is_rejected if lesson.name == "undo" else is_taken_back and not is_rejected:
        return
    if is_rejected:
        session.run(SetStage((lesson.span,), ()))
    for suggestion in lesson.suggestions:
        session.run(RejectSuggestion(suggestion.id))
        if lesson.name == "redo":
            session.undo()
