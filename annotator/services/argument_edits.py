"""Edits of the argument form: point a role, take all that is guessed, take a trigger alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.change import Added, Change, Changed
from annotator.model.event import Argument, Event
from annotator.model.mention import Mention
from annotator.model.suggestion import (
    Decision,
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
)
from annotator.services.editing import EditContext
from annotator.services.event_edits import changed_event
from annotator.services.mention_edits import find_event
from annotator.services.suggestion_edits import AcceptSuggestion, find_suggestion
from annotator.services.validation import InvalidEdit
from annotator.wording import worded


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
class PointRole:
    """Let a mention, an event or an open suggestion of a mention fill a role.

    What fills the role already goes if `is_replacing` or if the role takes one filler only. A
    filler that is pointed at again is taken out.
    """

    event_id: str
    role: str
    filler_id: str
    is_replacing: bool = False

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The suggested mention taken along, then the event changed."""
        event = find_event(context, self.event_id)
        made, target = _taken_along(context, self.filler_id)
        argument = Argument(self.role, target)
        if argument in event.arguments:
            kept = tuple(other for other in event.arguments if other != argument)
            return changed_event(context, event, replace(event, arguments=kept))
        kept = event.arguments
        if self.is_replacing or _takes_one(context, event.type, self.role):
            kept = tuple(other for other in kept if other.role != self.role)
        after = replace(event, arguments=(*kept, argument))
        return [*made, *changed_event(context, event, after)]


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


def filler_at(context: EditContext, event: Event, guess: SuggestedArgument) -> str | None:
    """The mention, open suggestion or event that a guess means, if it may fill the role."""
    if guess.role not in context.schema.event_roles(event.type):
        return None
    fillers = context.schema.fillers(event.type, guess.role)
    mentions: list[Mention | SuggestedMention] = [
        *context.annotations.mentions,
        *_open_mentions(context),
    ]
    events = context.annotations.events if fillers.events else []
    found = [
        *(m.id for m in mentions if m.span == guess.filler and m.type in fillers.entity_types),
        *(e.id for e in events if e.trigger == guess.filler and e.id != event.id),
    ]
    return found[0] if found else None


def _open_mentions(context: EditContext) -> list[SuggestedMention]:
    return [
        suggestion
        for suggestion in context.suggestions.values()
        if isinstance(suggestion, SuggestedMention)
        and context.annotations.get(Decision, suggestion.id) is None
    ]


def _taken_along(context: EditContext, filler_id: str) -> tuple[Sequence[Change], str]:
    """What makes a filler of an open suggestion, and the identifier that fills the role."""
    if filler_id not in context.suggestions:
        return [], filler_id
    changes = AcceptSuggestion(filler_id).plan(context)
    for change in changes:
        if isinstance(change, Added) and isinstance(change.item, Mention | Event):
            return changes, change.item.id
    raise InvalidEdit(worded("this suggestion is decided already; pick another filler"))


def _takes_one(context: EditContext, event_type: str, role: str) -> bool:
    if event_type not in context.schema.events:
        return False  # of another label schema: a violation, to be mended step by step
    if role not in context.schema.event_roles(event_type):
        return False
    _, most = context.schema.cardinality(event_type, role)
    return most == 1
