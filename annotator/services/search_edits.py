"""Act on what a search found, in all documents at once: one action, one undo."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from annotator.errors import AnnotatorError, UsageError
from annotator.model.change import Change
from annotator.model.entity import Identity
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.services.editing import Edit, EditContext, EditingSession, after_changes
from annotator.services.event_edits import FlagEvent, MarkTrigger, RemoveEvent
from annotator.services.mention_edits import FlagMention, LabelSpan, RemoveMention
from annotator.services.navigation import Item, place_of
from annotator.services.project import Project
from annotator.services.search_query import Query
from annotator.services.searching import SearchHit, search_project
from annotator.services.suggestion_edits import (
    AcceptSuggestion,
    CorrectSuggestion,
    RejectSuggestion,
)
from annotator.services.validation import InvalidEdit, check_changes
from annotator.wording import worded


@dataclass(frozen=True)
class RefusedHit:
    """A hit that was passed by, and why."""

    hit: SearchHit
    reason: str


@dataclass(frozen=True)
class BulkOutcome:
    """What an action on many hits did."""

    action: str | None
    """Its identifier in the journal; None where nothing was changed."""
    changed: int = 0
    """Hits that something was done at."""
    document_ids: tuple[str, ...] = ()
    refused: tuple[RefusedHit, ...] = ()


class BulkStoppedError(AnnotatorError):
    """The person stopped an action on many hits; nothing of it was written."""


@dataclass(frozen=True)
class BulkWatch:
    """Hears how far an action on many hits is, and may stop it before anything is written."""

    tell: Callable[[int, int], None] = lambda _done, _count: None
    """Told after each document how many hits are done, and of how many."""
    is_stopped: Callable[[], bool] = lambda: False


HitEdits = Callable[[EditContext, SearchHit], Sequence[Edit]]
"""The edits that carry an action out at one hit."""


def label_hits(type_name: str) -> HitEdits:
    """Make every hit a mention or trigger of the type, be it new, marked otherwise or suggested."""

    def edits(context: EditContext, hit: SearchHit) -> Sequence[Edit]:
        schema, is_event = context.schema, type_name in context.schema.events
        if not is_event and type_name not in schema.entities:
            message = f"label schema {schema.name} has no type {type_name!r}"
            raise UsageError(message)
        marked, suggested = (Event, SuggestedEvent) if is_event else (Mention, SuggestedMention)
        here = _items_at(context, hit.span)
        open_here = [item for item in here if isinstance(item, suggested)]
        if open_here and not any(isinstance(item, marked) for item in here):
            same = [item.id for item in open_here if item.type == type_name]
            if same:
                return [AcceptSuggestion(same[0])]
            return [CorrectSuggestion(open_here[0].id, type=type_name)]
        return [(MarkTrigger if is_event else LabelSpan)(hit.span, type_name)]

    return edits


def reject_hits(context: EditContext, hit: SearchHit) -> Sequence[Edit]:
    """Turn down what is suggested at exactly the hit, and remove what is marked there."""
    return [_rejection(item) for item in _items_at(context, hit.span) if _is_meant(item, hit)]


def flag_hits(context: EditContext, hit: SearchHit) -> Sequence[Edit]:
    """Mark what stands at exactly the hit as uncertain."""
    found: list[Edit] = []
    for item in _items_at(context, hit.span):
        if isinstance(item, Mention) and _is_meant(item, hit):
            found.append(FlagMention(item.id, uncertain=True))
        elif isinstance(item, Event) and _is_meant(item, hit):
            found.append(FlagEvent(item.id, uncertain=True))
    return found


def act_in_project(
    path: Path,
    layer: str,
    hits: Sequence[SearchHit] | Query,
    edits: HitEdits,
    *,
    watch: BulkWatch,
) -> BulkOutcome:
    """Carry an action out on a connection of its own: at some hits, or at all a query finds.

    Raises:
        AnnotatorError: as with `act_on_hits`.
    """
    with Project.open(path) as project:
        found = list(search_project(project, hits)) if isinstance(hits, Query) else hits
        return act_on_hits(project, layer, found, edits, watch=watch)


def act_on_hits(
    project: Project,
    layer: str,
    hits: Iterable[SearchHit],
    edits: HitEdits,
    *,
    watch: BulkWatch | None = None,
) -> BulkOutcome:
    """Carry an action out at every hit in the annotator's layer, as one action of the journal.

    A hit at which the label schema forbids it is passed by and reported.

    Raises:
        UsageError: the label schema has no such type; nothing is written.
        TryAgainError: it could not be stored; nothing is written.
        BulkStoppedError: it was stopped; nothing is written.
    """
    watch = watch or BulkWatch()
    changes: list[Change] = []
    refused: list[RefusedHit] = []
    changed = done_count = 0
    identities: dict[str, Identity] = {}
    # An iterator over hits may still be reading the tables that are written below.
    found = sorted(hits, key=lambda hit: hit.document_id)
    with project.writing():
        for document_id, here in groupby(found, key=lambda hit: hit.document_id):
            if watch.is_stopped():
                raise BulkStoppedError(worded("stopped; nothing was changed"))
            context = EditingSession(project, layer, document_id).context()
            context.identities.update(identities)
            for hit in here:
                done_count += 1
                try:
                    context, done = _acted(context, edits(context, hit))
                except InvalidEdit as error:
                    refused.append(RefusedHit(hit, str(error)))
                    continue
                changes += done
                changed += bool(done)
            identities = context.identities
            watch.tell(done_count, len(found))
        action = project.record(layer, changes)
    touched = tuple(dict.fromkeys(change.document_id for change in changes if change.document_id))
    return BulkOutcome(action, changed, touched, tuple(refused))


def _acted(context: EditContext, edits: Sequence[Edit]) -> tuple[EditContext, list[Change]]:
    """The context after the edits, and their changes; all of them, or InvalidEdit and none."""
    made: list[Change] = []
    for edit in edits:
        changes = edit.plan(context)
        check_changes(
            changes, context.annotations, document=context.document, schema=context.schema
        )
        context = after_changes(context, changes)
        made += changes
    return context, made


def _items_at(context: EditContext, span: Span) -> list[Item]:
    """The annotations and open suggestions that stand exactly there."""
    annotations = context.annotations
    decided = {decision.id for decision in annotations.decisions}
    proposed = [found for key, found in context.suggestions.items() if key not in decided]
    items: list[Item] = [*annotations.mentions, *annotations.events, *proposed]
    return [item for item in items if place_of(item) == span]


def _is_meant(item: Item, hit: SearchHit) -> bool:
    """Whether the hit is the item itself, or only a place in the text."""
    return hit.item_id in (None, item.id) or hit.type == item.type


def _rejection(item: Item) -> Edit:
    match item:
        case SuggestedMention() | SuggestedEvent():
            return RejectSuggestion(item.id)
        case Mention():
            return RemoveMention(item.id)
        case Event():
            return RemoveEvent(item.id)
