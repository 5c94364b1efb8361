"""Edits of the argument form: fill a role, take all that is guessed, take a trigger alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from annotator.model.change import Added, Change, Changed
from annotator.model.event import Argument, Event
from annotator.model.mention import Mention
from annotator.model.suggestion import (
    Decision,
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
)
from annotator.services.editing import Edit, EditContext, after_changes
from annotator.services.event_edits import changed_event
from annotator.services.mention_edits import find_event
from annotator.services.suggestion_edits import AcceptSuggestion, find_suggestion
from annotator.services.validation import InvalidEdit
from annotator.wording import worded

SuggestionT = TypeVar("SuggestionT", SuggestedMention, SuggestedEvent)


@dataclass(frozen=True)
class TakeTrigger:
    """Take a suggested event without the arguments guessed for it: they are gone through next."""

    suggestion_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The event and the decision."""
        suggestion = find_suggestion(context, self.suggestion_id)
        if not isinstance(suggestion, SuggestedEvent):
            raise InvalidEdit(worded("this is no event"))
        bare = replace(suggestion, arguments=())
        known = {**context.suggestions, suggestion.id: bare}
        return AcceptSuggestion(suggestion.id).plan(replace(context, suggestions=known))


@dataclass(frozen=True)
class FillRole:
    """Let exactly these mentions, events or open suggestions of mentions fill a role, in order."""

    event_id: str
    role: str
    filler_ids: tuple[str, ...]

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The suggested mentions taken along, then the event changed.

        Raises:
            InvalidEdit: the role takes one filler only, or the event is gone.
        """
        event = find_event(context, self.event_id)
        changes: list[Change] = []
        fillers: list[Argument] = []
        for filler_id in self.filler_ids:
            made, target = _taken_along(context, filler_id)
            changes += made
            fillers.append(Argument(self.role, target))
        others = tuple(argument for argument in event.arguments if argument.role != self.role)
        after = replace(event, arguments=(*others, *fillers))
        if set(after.arguments) == set(event.arguments):
            return []
        return [*changes, *changed_event(context, event, after)]


@dataclass(frozen=True)
class TakingFirst:
    """Take a suggestion, an event without its guesses, and edit what it became, as one action."""

    suggestion_id: str
    edit_of: Callable[[str], Edit]
    """The edit of what is made, by its identifier."""

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The annotation and the decision, then what the edit changes."""
        suggestion = find_suggestion(context, self.suggestion_id)
        is_event = isinstance(suggestion, SuggestedEvent)
        take: Edit = TakeTrigger(suggestion.id) if is_event else AcceptSuggestion(suggestion.id)
        taken = take.plan(context)
        for change in taken:
            if isinstance(change, Added) and isinstance(change.item, Mention | Event):
                after = after_changes(context, taken)
                return [*taken, *self.edit_of(change.item.id).plan(after)]
        raise InvalidEdit(worded("this suggestion is decided already; move to another one"))


@dataclass(frozen=True)
class TakeArguments:
    """Take what is guessed for an event, all at once; open suggestions are taken along."""

    event_id: str
    guesses: tuple[SuggestedArgument, ...]

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The fillers first, then the event; guesses that nothing can fill any more are dropped."""
        event = find_event(context, self.event_id)
        changes: list[Change] = []
        arguments = list(event.arguments)
        made: dict[str, str] = {}
        for guess in self.guesses:
            filler_id = filler_at(context, event, guess)
            if filler_id is None:
                continue
            if filler_id not in made:
                new, made[filler_id] = _taken_along(context, filler_id)
                changes += new
            argument = Argument(guess.role, made[filler_id])
            if argument not in arguments:
                arguments.append(argument)
        if tuple(arguments) == event.arguments:
            return []
        # not a correction: the machine's guesses are taken as they are
        return [
            *changes,
            Changed(context.document.id, event, replace(event, arguments=tuple(arguments))),
        ]


@dataclass(frozen=True)
class InTurn:
    """Several edits as one action, each planned upon what those before it leave."""

    edits: tuple[Edit, ...]

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The changes of all of them."""
        changes: list[Change] = []
        for edit in self.edits:
            made = edit.plan(context)
            changes += made
            context = after_changes(context, made)
        return changes


def filler_at(context: EditContext, event: Event, guess: SuggestedArgument) -> str | None:
    """The mention or event, marked or suggested, that a guess means, if it may fill the role."""
    if guess.role not in context.schema.event_roles(event.type):
        return None
    fillers = context.schema.fillers(event.type, guess.role)
    mentions: list[Mention | SuggestedMention] = [
        *context.annotations.mentions,
        *_open(context, SuggestedMention),
    ]
    events: list[Event | SuggestedEvent] = (
        [*context.annotations.events, *_open(context, SuggestedEvent)] if fillers.events else []
    )
    found = [
        *(m.id for m in mentions if m.span == guess.filler and m.type in fillers.entity_types),
        *(e.id for e in events if e.trigger == guess.filler and e.id != event.id),
    ]
    return found[0] if found else None


def _open(context: EditContext, kind: type[SuggestionT]) -> list[SuggestionT]:
    """What is suggested of a kind and not decided."""
    return [
        suggestion
        for suggestion in context.suggestions.values()
        if isinstance(suggestion, kind) and context.annotations.get(Decision, suggestion.id) is None
    ]


def _taken_along(context: EditContext, filler_id: str) -> tuple[Sequence[Change], str]:
    """What makes a filler of an open suggestion, and the identifier that fills the role."""
    if filler_id not in context.suggestions:
        return [], filler_id
    is_event = isinstance(context.suggestions[filler_id], SuggestedEvent)
    take: Edit = TakeTrigger(filler_id) if is_event else AcceptSuggestion(filler_id)
    changes = take.plan(context)
    for change in changes:
        if isinstance(change, Added) and isinstance(change.item, Mention | Event):
            return changes, change.item.id
    raise InvalidEdit(worded("this suggestion is decided already; pick another filler"))
