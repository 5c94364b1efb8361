"""What a scripted annotator presses next in the event layer, knowing the gold."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator.model.annotations import Annotations
from annotator.model.change import Added
from annotator.model.event import Event
from annotator.model.mention import AttributeValue, Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent
from annotator.services.argument_form import (
    ArgumentForm,
    event_of,
)
from annotator.services.decisions import taking_with_sentence
from annotator.services.desk import Desk
from annotator.services.editing import after_changes
from annotator.services.event_guesses import other_attributes
from annotator.services.identity_candidates import candidates
from annotator.services.navigation import place_of
from annotator.tui.labelling import placed_labels
from annotator.tui.screens.annotate import AnnotateScreen
from benchmarks.keystroke_arguments import ArgumentPlanner
from benchmarks.keystroke_forms import cycling
from benchmarks.keystroke_gold import Gold, filled, held
from benchmarks.keystroke_moves import keys_to_item, keys_to_word
from benchmarks.keystroke_press import Press
from benchmarks.keystroke_spans import border_keys, fitting

_NEW_SLUG = tuple("qq")
"""No slug that the application makes of a type and a number holds it."""


class EventPlanner:
    """Looks at the desk and the form, says what to press."""

    def __init__(self, screen: AnnotateScreen, gold: Gold) -> None:
        self.screen = screen
        self.gold = gold
        self._has_begun = False
        self.arguments = ArgumentPlanner(screen, gold)

    @property
    def desk(self) -> Desk:
        """Where the annotator is."""
        return self.screen.desk

    def next(self) -> Press | None:
        """The next keys; None when the layer is as the gold."""
        if self.desk.level != "events":
            return None if self._is_done() else Press(("`",), "layer")
        form = self.screen.form
        event = event_of(form, self.desk) if form is not None else None
        if form is not None and event is not None:
            return self._in_form(form, event)
        if not self._has_begun:
            self._has_begun = True
            return Press(("ctrl+home",), "move")
        return self._next_event()

    # -- the form

    def _in_form(self, form: ArgumentForm, event: Event) -> Press:
        missed = self._missed_before(event)
        is_suggested = self.desk.session.annotations.get(Event, event.id) is None
        if missed is not None and is_suggested and form.pointing is None:
            return self._go_to(missed)
        wanted = self.gold.events.get(event.trigger)
        if wanted is None:
            goal = self._meant(event.trigger)
            keys = self._borders(event, goal) if goal is not None else None
            return Press(keys, "border") if keys else Press(("backspace",), "reject")
        found = self._mended(form, event, wanted)
        if found is None and not is_suggested:
            found = self._coref(event)
        if found is not None:
            return found
        if self._takes_sentence(form, event):
            return Press(("full_stop",), "accept sentence")
        return Press(("space",), "accept" if is_suggested or form.guesses else "close")

    def _mended(self, form: ArgumentForm, event: Event, wanted: Event) -> Press | None:
        """The keys for what is not as in the gold: type, attributes, the first such role."""
        if wanted.type != event.type:
            return Press((self.gold.schema.events[wanted.type].key.upper(),), "retype")
        keys = self._attribute_keys(event, self.gold.attributes(wanted))
        if keys:
            return Press(keys, "attribute")
        return self.arguments.keys(form, event)

    def _takes_sentence(self, form: ArgumentForm, event: Event) -> bool:
        """Whether all that is sure in the rest of the sentence is right, and more than this."""
        item = self.desk.items("events").get(form.event_id)
        if item is None:
            return False
        context = self.desk.session.context()
        edit = taking_with_sentence(self.desk, item, form.guesses)
        changes = edit.plan(context)
        added = [change.item for change in changes if isinstance(change, Added)]
        triggers = {made.trigger for made in added if isinstance(made, Event)} - {event.trigger}
        if not triggers or not triggers <= self.gold.events.keys():
            return False
        if any(isinstance(made, Mention) and made.span not in self.gold.mentions for made in added):
            return False
        after = after_changes(context, changes).annotations
        return all(self._stands(after, made) for made in after.events if made.trigger in triggers)

    def _stands(self, annotations: Annotations, event: Event) -> bool:
        """Whether an event is as in the gold, coreference aside."""
        wanted = self.gold.events.get(event.trigger)
        return (
            wanted is not None
            and wanted.type == event.type
            and held(self.gold.schema, event) == self.gold.attributes(wanted)
            and filled(annotations, event) == self.gold.role_fillers(event.trigger)
        )

    def _attribute_keys(self, event: Event, goal: Mapping[str, AttributeValue]) -> tuple[str, ...]:
        """Through what is likely, or value by value, whichever takes fewer keys."""
        schema = self.gold.schema
        ways = [cycling(schema, event, goal)]
        if not ways[0]:
            return ()
        for number, choice in enumerate(other_attributes(self.desk.session, event), start=1):
            changed = replace(event, attributes=choice)
            ways.append(("asterisk",) * number + cycling(schema, changed, goal))
        return min(ways, key=len)

    def _coref(self, event: Event) -> Press | None:
        wanted = self.gold.events[event.trigger].coref
        mates = [
            other
            for other in self.desk.session.annotations.events
            if wanted is not None
            and other.id != event.id
            and (theirs := self.gold.events.get(other.trigger)) is not None
            and theirs.coref == wanted
        ]
        if not mates or any(event.coref and mate.coref == event.coref for mate in mates):
            return None
        others = [e for e in self.desk.session.annotations.events if e.id != event.id]
        near = sorted(others, key=lambda e: abs(e.trigger.start - event.trigger.start))
        placed = placed_labels(near, self.desk.text, self.screen.article.visible_span)
        ways: list[tuple[str, ...]] = [
            ("colon", label) for item, label, _ in placed if item in mates
        ]
        ways += self._listed(event, {mate.coref for mate in mates if mate.coref})
        if not ways and event.coref is None:
            ways = [("semicolon", *_NEW_SLUG, "enter")]
        return Press(min(ways, key=len), "coref") if ways else None

    def _listed(self, event: Event, slugs: set[str]) -> Iterator[tuple[str, ...]]:
        """The keys that pick one of the slugs from the list of happenings."""
        for place, candidate in enumerate(candidates(self.desk, event)):
            if candidate.slug in slugs:
                yield ("semicolon", *("down",) * place, "enter")

    # -- from event to event

    def _missed_before(self, event: Event) -> Span | None:
        """A trigger nobody suggested, passed over on the way here or needed as a filler of it."""
        ours = {place_of(item) for item in self.desk.items("events").all}
        gone = [span for span in sorted(self.gold.events) if span not in ours]
        gone = [span for span in gone if self._suggested_for(span) is None]
        passed = [span for span in gone if self.desk.passed_from < span.start < event.trigger.start]
        if passed:
            return passed[0]
        if event.trigger not in self.gold.events:
            return None
        fillers = {span for _, span in self.gold.role_fillers(event.trigger)}
        near = [span for span in gone if span in fillers]
        near = [s for s in near if len(keys_to_word(self.screen, s.start, depth=1)) == 1]
        return near[0] if near else None

    def _suggested_for(self, span: Span) -> SuggestedEvent | None:
        """The open suggestion that becomes the event at `span` with other borders."""
        for item in self.desk.items("events").open:
            if isinstance(item, SuggestedEvent) and item.trigger.overlaps(span):
                return item
        return None

    def _meant(self, span: Span) -> Span | None:
        return next((goal for goal in self.gold.events if goal.overlaps(span)), None)

    def _borders(self, event: Event, goal: Span) -> tuple[str, ...] | None:
        taken = [e.trigger for e in self.desk.session.annotations.events if e.id != event.id]
        return border_keys(event.trigger, goal, self.desk.words, fitting(taken))

    def _next_event(self) -> Press | None:
        """To the first event that is missing or not as in the gold."""
        desk = self.desk
        events = {event.trigger: event for event in desk.session.annotations.events}
        here = [span for span in sorted(self.gold.events) if span not in events]
        wrong = [event for event in events.values() if not self._is_right(event)]
        for event in wrong if not here else []:
            keys = keys_to_item(self.screen, event)
            return Press(keys, "move back") if keys else self._open(event)
        if not here:
            return None
        ahead = [span for span in here if span.start >= desk.passed_from] or here
        span = ahead[0]
        item = desk.items("events").get(self._id_at(span))
        item = item or self._suggested_for(span)
        if item is not None:
            return Press(keys_to_item(self.screen, item) or ("enter",), "move")
        return self._go_to(span)

    def _open(self, event: Event) -> Press:
        if event.trigger not in self.gold.events:
            return Press(("backspace",), "remove")
        return Press(("enter",), "open form")

    def _id_at(self, span: Span) -> str | None:
        return next((i.id for i in self.desk.items("events").open if place_of(i) == span), None)

    def _go_to(self, span: Span) -> Press:
        """Go to a word and make it a trigger; with the form open its borders can be moved."""
        desk = self.desk
        word = desk.words.at(span.start)
        if desk.words.holding(desk.cursor) != word or desk.chosen_id is not None:
            return Press(keys_to_word(self.screen, word.start), "move to word")
        letter = self.gold.schema.events[self.gold.events[span].type].key
        return Press(tuple(letter), "trigger")

    def _is_right(self, event: Event) -> bool:
        annotations = self.desk.session.annotations
        return self._stands(annotations, event) and self._coref(event) is None

    def _is_done(self) -> bool:
        events = {event.trigger: event for event in self.desk.session.annotations.events}
        return events.keys() == self.gold.events.keys() and all(
            self._is_right(event) for event in events.values()
        )
