"""The role that a mention or event of the sentence most likely has in the event of a form."""

from dataclasses import dataclass, replace

from annotator.model.event import Event
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent
from annotator.services.argument_edits import FillRole, InTurn
from annotator.services.argument_form import ArgumentForm, begin_pointing, event_of, likelihood
from annotator.services.desk import Desk
from annotator.services.editing import Edit
from annotator.services.navigation import Item, place_of

_JOINING = frozenset("و،,")
"""One of these and blanks stand between two that are said together."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """One more press on a filler: out of the role it is in, into the next likely one."""

    item: Item
    left: str | None
    """The role it is in before."""
    role: str | None
    """The role it is in then; None where no further one is left."""
    following: str | None
    """The role it would be in after yet another press."""


def fitting_items(form: ArgumentForm, desk: Desk) -> list[Item]:
    """What may fill a role and stands in the sentence of the trigger, the nearest first."""
    event = event_of(form, desk)
    if event is None or event.type not in desk.session.schema.events:
        return []
    sentence = desk.words.sentence_at(event.trigger.start)
    near = [*desk.items("entities").beginning_in(sentence)]
    near += [other for other in desk.items("events").beginning_in(sentence) if other.id != event.id]
    found = [item for item in near if _roles(event, item, desk)]
    return sorted(found, key=lambda item: abs(place_of(item).start - event.trigger.start))


def role_of(form: ArgumentForm, item: Item, desk: Desk) -> str | None:
    """The role that the item has in the event of the form, or is guessed to have."""
    event = event_of(form, desk)
    if event is None:
        return None
    taken = (argument.role for argument in event.arguments if argument.target == item.id)
    return next(taken, None) or _guessed(form, place_of(item))


def next_fitting(form: ArgumentForm, item: Item, desk: Desk) -> Fitting | None:
    """Which role comes next for the item in a form that is weighed; None where it may have none.

    The likeliest comes first. A role it was taken out of comes last; so does one that is full.
    """
    event = event_of(form, desk)
    order: list[str | None] = [*_order(form, event, item, desk)] if event is not None else []
    if not order:
        return None
    order.append(None)
    left = role_of(form, item, desk)
    place = order.index(left) if left in order else len(order) - 1
    role, following = (order[(place + step) % len(order)] for step in (1, 2))
    return Fitting(item, left, role, following)


def fitted(form: ArgumentForm, step: Fitting, desk: Desk) -> ArgumentForm:
    """The form after the press: guesses that are overruled are dropped."""
    overruled = {place_of(step.item), *_overruled(form, step, desk)}
    kept = tuple(
        guess
        for guess in form.guesses
        if guess.filler not in overruled
        or (guess.role != step.role and guess.filler != place_of(step.item))
    )
    return replace(form, guesses=kept)


def fitting_edit(step: Fitting, form: ArgumentForm, event_id: str, desk: Desk) -> Edit:
    """What is stored at the press; `event_id` is what the event of the form has then."""
    event = event_of(form, desk)
    edits: list[Edit] = []
    if event is not None and step.left is not None and step.item.id in event.fillers(step.left):
        others = (key for key in event.fillers(step.left) if key != step.item.id)
        edits.append(FillRole(event_id, step.left, tuple(others)))
    if event is not None and step.role is not None:
        overruled = _overruled(form, step, desk)
        stays = [key for key in event.fillers(step.role) if _place(key, desk) not in overruled]
        edits.append(FillRole(event_id, step.role, (*stays, step.item.id)))
    return InTurn(tuple(edits))


def _overruled(form: ArgumentForm, step: Fitting, desk: Desk) -> set[Span]:
    """Where the fillers stand that give way to what a person put into the role.

    Those of the machine do, unless they are joined to it («فلان وعلان»), and in a role that takes
    one every other.
    """
    if step.role is None:
        return set()
    pointing = begin_pointing(form, step.role, desk)
    leaving = {place for key in pointing.floating if (place := _place(key, desk)) is not None}
    if pointing.takes_one:
        return leaving | {place for key in pointing.kept if (place := _place(key, desk))}
    chain, rest = [place_of(step.item)], sorted(leaving)
    while joined := [span for span in rest if any(_are_joined(span, c, desk.text) for c in chain)]:
        chain += joined
        rest = [span for span in rest if span not in joined]
    return set(rest)


def _are_joined(one: Span, other: Span, text: str) -> bool:
    first, last = sorted((one, other))
    if first.end > last.start:
        return False
    between = text[first.end : last.start].strip()
    return bool(between) and _JOINING.issuperset(between)


def _place(item_id: str, desk: Desk) -> Span | None:
    item = desk.items("entities").get(item_id) or desk.items("events").get(item_id)
    return place_of(item) if item is not None else None


def _order(form: ArgumentForm, event: Event, item: Item, desk: Desk) -> list[str]:
    def is_full(role: str) -> bool:
        others = [key for key in event.fillers(role) if key != item.id]
        return desk.session.schema.cardinality(event.type, role)[1] == 1 and bool(others)

    return sorted(
        _roles(event, item, desk),
        key=lambda role: (
            (role, item.id) in form.refused,
            is_full(role),
            -likelihood(form, role, item),
        ),
    )


def _roles(event: Event, item: Item, desk: Desk) -> list[str]:
    """The roles of the event that the item may fill, in the order of the label schema."""
    schema = desk.session.schema
    is_event = isinstance(item, Event | SuggestedEvent)
    return [
        role
        for role in schema.event_roles(event.type)
        if (
            schema.fillers(event.type, role).events
            if is_event
            else item.type in schema.fillers(event.type, role).entity_types
        )
    ]


def _guessed(form: ArgumentForm, span: Span) -> str | None:
    return next((guess.role for guess in form.guesses if guess.filler == span), None)
