"""The argument form of one event: its roles, what fills or is guessed for each, and who could."""

from dataclasses import dataclass, replace

from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.services.argument_edits import filler_at
from annotator.services.desk import Desk
from annotator.services.event_guesses import Likelihoods, likely_fillers
from annotator.services.navigation import Item, is_open, place_of
from annotator.services.pointing import Pointing
from annotator.services.suggestion_edits import as_taken


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
    """Of the event, or of the suggestion of one: the first edit takes it."""
    guesses: tuple[SuggestedArgument, ...] = ()
    """What is guessed and not yet taken."""
    pointed: frozenset[str] = frozenset()
    """Roles a person has pointed since the form opened: what fills them is no guess any more."""
    pointing: Pointing | None = None
    """The role that is pointed now."""
    refused: frozenset[tuple[str, str]] = frozenset()
    """Roles and fillers that a person took out of them."""
    likely: Likelihoods | None = None
    """How likely each filler is; found out when the first role is pointed."""

    def of_event(self, event_id: str) -> "ArgumentForm":
        """The form of what its event has become, no role being pointed."""
        return replace(self, event_id=event_id, pointing=None)

    def after_pointing(self, pointing: Pointing, *, event_id: str) -> "ArgumentForm":
        """The form once a person has filled a role: what was guessed for it is dropped."""
        kept = tuple(guess for guess in self.guesses if guess.role != pointing.role)
        pointed = self.pointed | {pointing.role}
        refused = self.refused | {(pointing.role, filler_id) for filler_id in pointing.passed}
        return replace(
            self,
            event_id=event_id,
            guesses=kept,
            pointed=pointed,
            pointing=pointing,
            refused=refused,
        )


def weighed(form: ArgumentForm, desk: Desk) -> ArgumentForm:
    """The form with how likely each filler is: some hundredths of a second at its first role."""
    event = event_of(form, desk)
    if form.likely is not None or event is None:
        return form
    return replace(form, likely=likely_fillers(desk.session, event.trigger))


def event_of(form: ArgumentForm, desk: Desk) -> Event | None:
    """The event of the form, as suggested while it is; None when it is gone, after an undo say."""
    event = desk.session.annotations.get(Event, form.event_id)
    if event is not None:
        return event
    open_one = desk.items("events").get(form.event_id)
    if not isinstance(open_one, SuggestedEvent):
        return None
    stands = as_taken(open_one)
    return stands if isinstance(stands, Event) else None


def begin_pointing(form: ArgumentForm, role: str, desk: Desk) -> Pointing:
    """What stands in `role` when its letter is pressed first."""
    event = event_of(form, desk)
    if event is None or event.type not in desk.session.schema.events:
        return Pointing(role)
    taken = tuple(event.fillers(role))
    context = desk.session.context()
    guessed = [filler_at(context, event, guess) for guess in form.guesses if guess.role == role]
    is_by_machine = event.provenance.status == "accepted" and role not in form.pointed
    floating = tuple(dict.fromkeys(key for key in guessed if key and key not in taken))
    takes_one = desk.session.schema.cardinality(event.type, role)[1] == 1
    if is_by_machine:
        taken, floating = (), (*taken, *floating)
    return Pointing(role, kept=taken, floating=floating, takes_one=takes_one)


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
    """What may fill `role`: mentions and events, marked or suggested, likeliest first.

    Those of the trigger's sentence come before all others, then it goes by how likely each is in a
    form that is weighed. Of equally likely ones those marked come before those only suggested (left
    open, they are mostly wrong), the nearest first.
    """
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
        found += [other for other in desk.items("events").all if other.id != event.id]
    sentence = desk.words.sentence_at(event.trigger.start)
    return sorted(
        found,
        key=lambda item: (
            not sentence.start <= place_of(item).start < sentence.end,
            -likelihood(form, role, item),
            is_open(item),
            _distance(place_of(item), event.trigger),
        ),
    )


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


def likelihood(form: ArgumentForm, role: str, item: Item) -> float:
    """How likely the item fills the role; what is only suggested may be nothing at all."""
    likely = (form.likely or {}).get((role, place_of(item)), 0.0)
    return likely * item.score if isinstance(item, SuggestedMention | SuggestedEvent) else likely


def _distance(span: Span, trigger: Span) -> tuple[int, int]:
    """Characters between the two; of equally near ones the one in front comes first."""
    if span.start >= trigger.end:
        return span.start - trigger.end, 1
    return max(0, trigger.start - span.end), 0
