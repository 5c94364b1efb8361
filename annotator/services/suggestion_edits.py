"""Edits that decide suggestions: accept one or many, reject, take one with another type."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from annotator.model.change import WHOLE_LAYER, Added, Change, Removed
from annotator.model.entity import Identity
from annotator.model.event import Argument, Event
from annotator.model.identifiers import new_id
from annotator.model.mention import Mention, Provenance, Status
from annotator.model.span import Span
from annotator.model.suggestion import (
    Decision,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
    Verdict,
)
from annotator.services.default_identities import identified
from annotator.services.editing import EditContext
from annotator.services.validation import InvalidEdit
from annotator.wording import worded


@dataclass(frozen=True)
class AcceptSuggestion:
    """Take a suggestion as it is; an event comes with the arguments guessed for it."""

    suggestion_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The annotation and the decision; an event's fillers first, where they are open too."""
        return AcceptAll((self.suggestion_id,)).plan(context)


@dataclass(frozen=True)
class AcceptAll:
    """Take several suggestions as they are, as one action: those left in a sentence, say."""

    suggestion_ids: tuple[str, ...]

    def plan(self, context: EditContext) -> Sequence[Change]:
        """Mentions first, so that events find their fillers; what is decided is passed by."""
        taking = _Taking(context)
        wanted = [find_suggestion(context, key) for key in self.suggestion_ids]
        for mention in (found for found in wanted if isinstance(found, SuggestedMention)):
            taking.mention(mention)
        events = [found for found in wanted if isinstance(found, SuggestedEvent)]
        for event in events:
            taking.reserve(event)
        for event in events:
            taking.event(event)
        return identified(context, taking.changes)


@dataclass(frozen=True)
class RejectSuggestion:
    """Turn a suggestion down; it is not made again in this document."""

    suggestion_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The decision alone."""
        suggestion = find_suggestion(context, self.suggestion_id)
        return decide(context, suggestion, "rejected")


@dataclass(frozen=True)
class CorrectSuggestion:
    """Take a suggestion with another type or other borders."""

    suggestion_id: str
    type: str | None = None
    span: Span | None = None

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The annotation as corrected, and the decision on what was proposed.

        Raises:
            InvalidEdit: it was decided before.
        """
        suggestion = find_suggestion(context, self.suggestion_id)
        if context.annotations.get(Decision, suggestion.id) is not None:
            message = worded(
                "this suggestion was decided before; undo that, or mark the words yourself"
            )
            raise InvalidEdit(message)
        made_by = _made_by(context, suggestion, "corrected")
        item: Mention | Event
        match suggestion:
            case SuggestedMention():
                span, label = self.span or suggestion.span, self.type or suggestion.type
                item = Mention(new_id(), span, label, provenance=made_by)
            case SuggestedEvent():
                span, label = self.span or suggestion.trigger, self.type or suggestion.type
                item = Event(new_id(), span, label, provenance=made_by)
            case _:
                assert_never(suggestion)
        decision = decide(context, suggestion, "corrected")
        return identified(context, [Added(context.document.id, item), *decision])


@dataclass(frozen=True)
class ReopenSuggestion:
    """Take a rejection back."""

    suggestion_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The decision removed; nothing where there is none."""
        decision = context.annotations.get(Decision, self.suggestion_id)
        return [] if decision is None else [Removed(context.document.id, decision)]


def find_suggestion(context: EditContext, suggestion_id: str) -> Suggestion:
    """The suggestion of that identifier.

    Raises:
        InvalidEdit: it is not proposed any more.
    """
    suggestion = context.suggestions.get(suggestion_id)
    if suggestion is None:
        message = worded("this suggestion is gone; move to another one")
        raise InvalidEdit(message)
    return suggestion


def as_taken(suggestion: Suggestion) -> Mention | Event:
    """The annotation a suggestion would be, without arguments and under its own identifier."""
    match suggestion:
        case SuggestedMention(id=key, span=span, type=label, attributes=held, kb=slug):
            return Mention(
                key, span, label, attributes=dict(held), kb=slug, provenance=Provenance("accepted")
            )
        case SuggestedEvent(id=key, trigger=trigger, type=label, attributes=held):
            return Event(
                key, trigger, label, attributes=dict(held), provenance=Provenance("accepted")
            )


def decide(context: EditContext, suggestion: Suggestion, verdict: Verdict) -> list[Change]:
    """The decision on a suggestion as a change; none where it was decided before."""
    if context.annotations.get(Decision, suggestion.id) is not None:
        return []
    match suggestion:
        case SuggestedMention(span=span):
            layer, where = "mention", span
        case SuggestedEvent(trigger=span):
            layer, where = "event", span
    decision = Decision(
        "mention" if layer == "mention" else "event",
        where,
        suggestion.type,
        verdict,
        suggestion.suggester,
        suggestion.score,
        context.now,
    )
    return [Added(context.document.id, decision)]


def _made_by(context: EditContext, suggestion: Suggestion, status: Status) -> Provenance:
    return Provenance(
        status=status,
        suggester=suggestion.suggester,
        score=round(suggestion.score, 4),
        decided_by=context.annotator,
        decided_at=context.now,
    )


class _Taking:
    """The changes of taking suggestions together, so that one taken now can fill another."""

    def __init__(self, context: EditContext) -> None:
        self.changes: list[Change] = []
        self._context = context
        self._mentions: dict[Span, Sequence[Mention]] = _by_span(context.annotations.mentions)
        self._events: dict[Span, str] = {e.trigger: e.id for e in context.annotations.events}
        self._registered = set(context.identities)

    def mention(self, suggestion: SuggestedMention) -> None:
        if self._decided(suggestion):
            return
        if suggestion.kb and suggestion.kb not in self._registered:
            label = suggestion.span.of(self._context.document.text)
            self.changes.append(Added(WHOLE_LAYER, Identity(suggestion.kb, label)))
            self._registered.add(suggestion.kb)
        mention = Mention(
            new_id(),
            suggestion.span,
            suggestion.type,
            attributes=dict(suggestion.attributes),
            kb=suggestion.kb,
            provenance=_made_by(self._context, suggestion, "accepted"),
        )
        self._take(mention, suggestion)
        self._mentions[mention.span] = [*self._mentions.get(mention.span, ()), mention]

    def reserve(self, suggestion: SuggestedEvent) -> None:
        """Give the event its identifier before any is made: one may fill another."""
        if not self._decided(suggestion):
            self._events.setdefault(suggestion.trigger, new_id())

    def event(self, suggestion: SuggestedEvent) -> None:
        if self._decided(suggestion):
            return
        event_id = self._events[suggestion.trigger]
        if self._context.annotations.get(Event, event_id) is not None:
            return  # a person marked this trigger meanwhile
        arguments = tuple(
            dict.fromkeys(
                Argument(guess.role, target)
                for guess in suggestion.arguments
                if (target := self._filler(suggestion, guess.role, guess.filler))
                not in (None, event_id)
            )
        )
        event = Event(
            event_id,
            suggestion.trigger,
            suggestion.type,
            arguments=arguments,
            attributes=dict(suggestion.attributes),
            provenance=_made_by(self._context, suggestion, "accepted"),
        )
        self._take(event, suggestion)

    def _filler(self, event: SuggestedEvent, role: str, span: Span) -> str | None:
        """What stands at `span` and may fill the role; an open suggestion there is taken along."""
        fillers = self._context.schema.fillers(event.type, role)
        if not self._mentions.get(span):
            for suggestion in self._context.suggestions.values():
                if isinstance(suggestion, SuggestedMention) and suggestion.span == span:
                    self.mention(suggestion)
        for mention in self._mentions.get(span, ()):
            if mention.type in fillers.entity_types:
                return mention.id
        return self._happening(span) if fillers.events else None

    def _happening(self, span: Span) -> str | None:
        """The event at `span`; an open suggestion is taken along without what is guessed for it."""
        if span not in self._events:
            for suggestion in self._context.suggestions.values():
                if isinstance(suggestion, SuggestedEvent) and suggestion.trigger == span:
                    self.reserve(suggestion)
                    self.event(replace(suggestion, arguments=()))
        return self._events.get(span)

    def _decided(self, suggestion: Suggestion) -> bool:
        return self._context.annotations.get(Decision, suggestion.id) is not None or any(
            isinstance(change, Added)
            and isinstance(change.item, Decision)
            and change.item.id == suggestion.id
            for change in self.changes
        )

    def _take(self, item: Mention | Event, suggestion: Suggestion) -> None:
        self.changes.append(Added(self._context.document.id, item))
        self.changes += decide(self._context, suggestion, "accepted")


def _by_span(mentions: Iterable[Mention]) -> dict[Span, Sequence[Mention]]:
    table: dict[Span, Sequence[Mention]] = {}
    for mention in mentions:
        table[mention.span] = [*table.get(mention.span, ()), mention]
    return table
