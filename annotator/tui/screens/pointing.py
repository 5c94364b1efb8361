"""Pointing the roles of an event: a role letter fills, labels pick another filler."""

from collections.abc import Callable
from dataclasses import replace

from annotator.model.change import item_of
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import span_of
from annotator.services.argument_edits import FillRole, TakingFirst
from annotator.services.argument_form import (
    ArgumentForm,
    begin_pointing,
    eligible,
    event_of,
    weighed,
)
from annotator.services.desk import Desk
from annotator.services.editing import Edit, Outcome
from annotator.services.navigation import place_of
from annotator.services.pointing import Pointing, filler_labels
from annotator.tui.labelling import placed_labels
from annotator.tui.screens.arguing import ArguingScreen
from annotator.tui.widgets.argument_bar import ArgumentBar
from annotator.wording import worded


class PointingScreen(ArguingScreen):
    """The event of the form may be a suggestion still: the first key that changes it takes it."""

    def on_argument_bar_role_pointed(self, message: ArgumentBar.RolePointed) -> None:
        """An empty role takes the likeliest filler at once; pressed again, it takes one more.

        What the machine put in is taken out: nobody points a role that is right. What a person
        put in stays; a label adds to it.
        """
        message.stop()
        form = self.form
        event = event_of(form, self.desk) if form is not None else None
        if form is None or event is None or not self.may_decide():
            return
        if message.role not in self.desk.session.schema.event_roles(event.type):
            return  # pressed while the form was renewed for another type
        form = self.form = weighed(form, self.desk)
        fillers = eligible(form, message.role, self.desk)
        is_again = form.pointing is not None and form.pointing.role == message.role
        pointing = form.pointing if is_again else None
        pointing = pointing or begin_pointing(form, message.role, self.desk)
        if not fillers and not pointing.fillers:
            self.refuse(worded("nothing marked here may be {role}", role=message.role))
            return
        if is_again or not pointing.fillers:
            self._point(pointing.with_next([item.id for item in fillers]))
        elif pointing.floating:
            self._point(pointing.emptied())
        else:
            self.form = replace(form, pointing=pointing)
            self._label_fillers()
        self.show()

    def on_argument_bar_labelled(self, message: ArgumentBar.Labelled) -> None:
        """A label: that filler, in place of the machine's."""
        message.stop()
        if self.form is None or self.form.pointing is None or message.label not in self.labels:
            return
        item = self._labelled[list(self.labels).index(message.label)]
        self._point(self.form.pointing.picked(item.id))

    def on_argument_bar_emptied(self, message: ArgumentBar.Emptied) -> None:
        """Nothing fills the role."""
        message.stop()
        if self.form is not None and self.form.pointing is not None:
            self._point(self.form.pointing.emptied())

    def _point(self, pointing: Pointing) -> None:
        """Store what stands in the role now."""
        form = self.form
        if form is None:
            return
        event = event_of(form, self.desk)
        outcome = self._run_in_form(
            lambda event_id: FillRole(event_id, pointing.role, pointing.fillers)
        )
        if outcome is None or event is None:
            return
        self.note_taken_along(outcome, event)
        items = [item_of(change) for change in outcome.changes]
        made = {place_of(item): item.id for item in items if isinstance(item, Mention | Event)}
        self.form = form.after_pointing(
            _with_made(pointing, made, self.desk), event_id=self._event_id(outcome, form)
        )
        self._keep_event()
        self._label_fillers()
        self.show()

    def _run_in_form(self, edit_of: Callable[[str], Edit]) -> Outcome | None:
        """Edit the event of the form; one that is only suggested is taken first."""
        form = self.form
        if form is None:
            return None
        event_id = form.event_id
        is_suggested = self.desk.session.annotations.get(Event, event_id) is None
        edit = TakingFirst(event_id, edit_of) if is_suggested else edit_of(event_id)
        return self.run_plan(lambda _: edit, is_repeatable=False)

    def _event_id(self, outcome: Outcome, form: ArgumentForm) -> str:
        """The identifier of the event of the form, which the outcome may have made."""
        made = [item_of(change) for change in outcome.changes]
        suggestion = self.desk.session.suggestions.get(form.event_id)
        return next(
            (
                item.id
                for item in made
                if isinstance(item, Event) and suggestion and item.trigger == span_of(suggestion)
            ),
            form.event_id,
        )

    def _label_fillers(self) -> None:
        """Draw a label on everything on screen that may fill the role that is pointed."""
        form = self.form
        event = event_of(form, self.desk) if form is not None else None
        if form is None or form.pointing is None or event is None:
            return
        schema = self.desk.session.schema
        taken = [schema.roles[role].key for role in schema.event_roles(event.type)]
        placed = placed_labels(
            eligible(form, form.pointing.role, self.desk),
            self.desk.text,
            self.article.visible_span,
            labels=filler_labels(taken),
        )
        self._labelled = tuple(item for item, _, _ in placed)
        self.labels = {label: offset for _, label, offset in placed}
        for bar in self.query(ArgumentBar):
            bar.labels = frozenset(self.labels)

    async def action_leave(self) -> None:
        """Stop pointing; else leave the form."""
        if self.desk.anchor is None and self.form is not None and self.form.pointing is not None:
            self._stop_pointing()
            self.show()
        else:
            await super().action_leave()

    def cycle_attribute(self, name: str) -> None:
        """A suggested event of the form is taken with it."""
        form = self.form
        super().cycle_attribute(name)
        self.follow(form)

    def follow(self, form: ArgumentForm | None) -> None:
        """The suggested event of the form may have become one: the form goes on with it."""
        active = self.desk.active
        is_suggested = form is not None and form.event_id in self.desk.session.suggestions
        if form is not None and is_suggested and isinstance(active, Event):
            self.form = replace(form, event_id=active.id)
            self.show()

    def _stop_pointing(self) -> None:
        if self.form is not None:
            self.form = replace(self.form, pointing=None)
        self.labels, self._labelled = {}, ()
        for bar in self.query(ArgumentBar):
            bar.labels = frozenset()

    def _keep_event(self) -> None:
        """The event of the form stays what keys act on."""
        if self.form is not None:
            self.desk.chosen_id = self.form.event_id


def _with_made(pointing: Pointing, made: dict[Span, str], desk: Desk) -> Pointing:
    """Suggestions that were taken along have become mentions."""

    def now(filler_id: str) -> str:
        suggestion = desk.session.suggestions.get(filler_id)
        return filler_id if suggestion is None else made.get(span_of(suggestion), filler_id)

    return replace(
        pointing,
        kept=tuple(now(key) for key in pointing.kept),
        floating=tuple(now(key) for key in pointing.floating),
    )
