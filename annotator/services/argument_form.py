"""The argument form of one event: its roles, what fills or is guessed for each, and who could."""

from dataclasses import dataclass, replace

from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.services.argument_edits import filler_at
from annotator.services.desk import Desk
from annotator.services.navigation import Item, place_of


@dataclass(frozen=True, slots=True)
class Filler:
    """What stands in a role."""

    span: Span
    type: str
    is_guess: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """A role of the event and what stands in it."""

    role: str
    fillers: tuple[Filler, ...]
    is_expected: bool
    """Whether a check will list the role if it stays empty."""


@dataclass(frozen=True, slots=True)
class ArgumentForm:
    """The form while it is open."""

    event_id: str
    guesses: tuple[SuggestedArgument, ...] = ()
    """What is guessed and not yet taken."""
    pointed: frozenset[str] = frozenset()
    """Roles a person has pointed since the form opened: the next one adds, it does not replace."""

    def after_pointing(self, role: str) -> "ArgumentForm":
        """The form once a person has filled `role`: what was guessed for it is dropped."""
        kept = tuple(guess for guess in self.guesses if guess.role != role)
        return replace(self, guesses=kept, pointed=self.pointed | {role})


def event_of(form: ArgumentForm, desk: Desk) -> Event | None:
    """The event of the form, or None when it is gone, after an undo say."""
    return desk.session.annotations.get(Event, form.event_id)


def is_replacing(form: ArgumentForm, role: str, desk: Desk) -> bool:
    """Whether pointing `role` replaces what fills it: so far all of it was the machine's guess."""
    event = event_of(form, desk)
    is_guessed = event is not None and event.provenance.status == "accepted"
    return is_guessed and role not in form.pointed


def slots(form: ArgumentForm, desk: Desk) -> list[Slot]:
    """The roles of the event in the label schema's order."""
    event = event_of(form, desk)
    schema = desk.session.schema
    if event is None or event.type not in schema.events:
        return []
    return [
        Slot(
            role,
            (*_taken(event, role, desk), *_guessed(form, event, role, desk)),
            role in schema.events[event.type].expected,
        )
        for role in schema.event_roles(event.type)
    ]


def arguments_of(item: Item, desk: Desk) -> list[tuple[str, Span]]:
    """The role and place of each argument an event has, or is suggested to have."""
    if isinstance(item, SuggestedEvent):
        return [(guess.role, guess.filler) for guess in item.arguments]
    if not isinstance(item, Event):
        return []
    annotations = desk.session.annotations
    return [
        (argument.role, place_of(target))
        for argument in item.arguments
        if (
            target := annotations.get(Mention, argument.target)
            or annotations.get(Event, argument.target)
        )
    ]


def eligible(form: ArgumentForm, role: str, desk: Desk) -> list[Item]:
    """What may fill `role`: mentions, open suggestions of mentions and events, nearest first."""
    event = event_of(form, desk)
    if event is None:
        return []
    fillers = desk.session.schema.fillers(event.type, role)
    found: list[Item] = [
        item
        for item in desk.items("entities").all
        if isinstance(item, Mention | SuggestedMention) and item.type in fillers.entity_types
    ]
    if fillers.events:
        found += [other for other in desk.session.annotations.events if other.id != event.id]
    return sorted(found, key=lambda item: _distance(place_of(item), event.trigger))


def _taken(event: Event, role: str, desk: Desk) -> list[Filler]:
    annotations = desk.session.annotations
    found: list[Filler] = []
    for target in event.fillers(role):
        item = annotations.get(Mention, target) or annotations.get(Event, target)
        if item is not None:
            found.append(Filler(place_of(item), item.type, is_guess=False))
    return found


def _guessed(form: ArgumentForm, event: Event, role: str, desk: Desk) -> list[Filler]:
    context = desk.session.context()
    found: list[Filler] = []
    for guess in form.guesses:
        if guess.role != role:
            continue
        filler_id = filler_at(context, event, guess)
        if filler_id is not None and filler_id not in event.fillers(role):
            item = _item(desk, filler_id)
            found.append(Filler(guess.filler, item.type if item else "", is_guess=True))
    return found


def _item(desk: Desk, item_id: str) -> Item | None:
    return desk.items("entities").get(item_id) or desk.items("events").get(item_id)


def _distance(span: Span, trigger: Span) -> tuple[int, int]:
    """Characters between the two; of equally near ones the one in front comes first."""
    if span.start >= trigger.end:
        return span.start - trigger.end, 1
    return max(0, trigger.start - span.end), 0
