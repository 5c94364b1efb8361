"""What a scripted annotator presses so that the roles of an event hold what the gold says."""

from collections.abc import Sequence
from dataclasses import replace

from annotator.model.event import Event
from annotator.model.span import Span
from annotator.services.argument_form import ArgumentForm, begin_pointing, eligible, weighed
from annotator.services.desk import Desk
from annotator.services.event_guesses import Likelihoods
from annotator.services.fitting import next_fitting
from annotator.services.navigation import Item, place_of
from annotator.services.pointing import Pointing, filler_labels
from annotator.tui.labelling import fitting_letters, placed_labels
from annotator.tui.screens.annotate import AnnotateScreen
from benchmarks.keystroke_forms import fewest
from benchmarks.keystroke_gold import Filled, Gold
from benchmarks.keystroke_press import Press


class ArgumentPlanner:
    """Looks at the form, says what to press for one role."""

    def __init__(self, screen: AnnotateScreen, gold: Gold) -> None:
        self.screen = screen
        self.gold = gold
        self._likely: tuple[ArgumentForm | None, Likelihoods | None] = (None, None)

    @property
    def desk(self) -> Desk:
        """Where the annotator is."""
        return self.screen.desk

    def keys(self, form: ArgumentForm, event: Event) -> Press | None:
        """Keys for the first role that is not filled as in the gold; None when all are."""
        form = self._weighed(form)
        wanted = self.gold.role_fillers(event.trigger)
        fitted = self._fitted(form, wanted)
        if fitted is not None:
            return Press((fitted,), "argument")
        for role in self.gold.schema.event_roles(event.type):
            goal = frozenset(
                item.id
                for name, span in wanted
                if name == role
                for item in self._items(form, role, span)
            )
            now = self._now(form, role)
            if (now.fillers and frozenset(now.fillers) == goal) or (not now.fillers and not goal):
                continue
            keys = self._role_keys(form, event, role, goal)
            if keys:
                return Press(keys, "argument")
        return None

    def _fitted(self, form: ArgumentForm, wanted: Filled) -> str | None:
        """The letter of something without a role that goes where the gold has it."""
        for item, letter, _ in fitting_letters(form, self.desk, self.screen.article.visible_span):
            step = next_fitting(form, item, self.desk)
            if step is not None and step.left is None and (step.role, place_of(item)) in wanted:
                return letter
        return None

    def _items(self, form: ArgumentForm, role: str, span: Span) -> Sequence[Item]:
        """What stands at `span` that may fill the role now."""
        found = eligible(form, role, self.desk)
        return [item for item in found if place_of(item) == span][:1]

    def _weighed(self, form: ArgumentForm) -> ArgumentForm:
        """The form as it will be when a role is pointed."""
        if form.likely is not None:
            return form
        known, likely = self._likely
        if known is not form:
            likely = weighed(form, self.desk).likely
            self._likely = (form, likely)
        return replace(form, likely=likely)

    def _now(self, form: ArgumentForm, role: str) -> Pointing:
        if form.pointing is not None and form.pointing.role == role:
            return form.pointing
        return begin_pointing(form, role, self.desk)

    def _role_keys(
        self, form: ArgumentForm, event: Event, role: str, goal: frozenset[str]
    ) -> tuple[str, ...] | None:
        """The fewest presses that leave exactly `goal` in the role."""
        schema = self.gold.schema
        order = eligible(form, role, self.desk)
        ids = [item.id for item in order]
        taken = [schema.roles[name].key for name in schema.event_roles(event.type)]
        placed = placed_labels(
            order, self.desk.text, self.screen.article.visible_span, labels=filler_labels(taken)
        )
        labels = {label: item.id for item, label, _ in placed if item.id in goal}
        letter = schema.roles[role].key
        is_pointing = form.pointing is not None and form.pointing.role == role
        now = self._now(form, role)
        begun: list[tuple[Pointing, tuple[str, ...]]] = [(now, ())]
        if not is_pointing:
            first = now.with_next(ids)
            if now.fillers:
                first = now.emptied() if now.floating else now
            begun = [(first, (letter,))]
        return fewest(begun, goal, letter, ids, labels)
