"""Keys of the event layer and its argument form: triggers, roles, labels to pick fillers by."""

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.model.change import item_of
from annotator.model.event import Event
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent
from annotator.services import decisions
from annotator.services.argument_edits import PointRole, TakeArguments, TakeTrigger
from annotator.services.argument_form import ArgumentForm, eligible, event_of, is_replacing
from annotator.services.argument_guesses import guesses_for
from annotator.services.editing import Outcome
from annotator.services.event_edits import EmptyRole
from annotator.services.navigation import Item, Level
from annotator.tui.screens.labelling import LabellingScreen
from annotator.tui.widgets.argument_bar import ArgumentBar, make_argument_bar
from annotator.tui.widgets.event_legend import EventLegend
from annotator.wording import worded


class ArguingScreen(LabellingScreen):
    """The form stands where the legend was; the article stays in sight, with its labels."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "grave_accent",
            "toggle_level",
            "entities or events",
            show=False,
            id="annotate.view.level",
        ),
        Binding(
            "enter",
            "open_item",
            "nested · form",
            tooltip="entities: the next larger mention over the cursor; events: the argument form",
            id="annotate.decide.open",
        ),
        Binding(
            "escape",
            "leave",
            "drop the selection, leave the form",
            show=False,
            id="annotate.move.leave",
        ),
    ]

    # -- layers

    async def action_toggle_level(self) -> None:
        """To the other layer; a form that is open is left."""
        other: Level = "events" if self.desk.level == "entities" else "entities"
        if other not in self.desk.levels:
            off, live = worded(other), worded(self.desk.levels[0])
            self.refuse(worded("{off} are off here: only {live} are annotated", off=off, live=live))
            return
        await self.close_form()
        self.desk.level = other
        self.desk.chosen_id = None
        self.show_level()
        self.show()

    async def action_open_item(self) -> None:
        """Events: the argument form. Entities: the next larger item over the cursor."""
        active = self.desk.active
        match active:
            case Event():
                await self._open_form(active.id, guesses_for(self.desk.session, active))
            case SuggestedEvent(id=suggestion_id, arguments=guesses):
                if self.may_decide():
                    await self._open_made(
                        self.run_plan(lambda _: TakeTrigger(suggestion_id)), guesses
                    )
            case _:
                if self.desk.choose_next_around() is None:
                    self.say(worded("nothing is marked here"))
                self.show()

    async def on_event_legend_type_chosen(self, message: EventLegend.TypeChosen) -> None:
        """A letter of the event layer: a trigger, and its argument form."""
        message.stop()
        if self.may_decide():
            type_name = message.type_name
            await self._open_made(self.run_plan(lambda desk: decisions.triggering(desk, type_name)))

    # -- the form

    async def _open_made(
        self, outcome: Outcome | None, guesses: tuple[SuggestedArgument, ...] | None = None
    ) -> None:
        """Open the form of the event that an edit made or changed."""
        if outcome is None:
            return
        made = [item_of(change) for change in outcome.changes]
        event = next((item for item in made if isinstance(item, Event)), self.desk.active)
        if isinstance(event, Event):
            if guesses is None:
                guesses = guesses_for(self.desk.session, event)
            await self._open_form(event.id, guesses)

    async def _open_form(self, event_id: str, guesses: tuple[SuggestedArgument, ...]) -> None:
        await self.close_form()
        self.form = ArgumentForm(event_id, guesses)
        event = event_of(self.form, self.desk)
        if event is None:
            return
        self.desk.choose(event)
        bar = make_argument_bar(self.desk.session.schema, event.type, self.looks, self.palette)
        await self.query_one("#legends").mount(bar)
        self.show_level()
        self.show()

    async def close_form(self) -> None:
        """Leave the form as it is; guesses not taken are dropped."""
        self.form, self.pointing, self.labels = None, None, {}
        await self.query(ArgumentBar).remove()

    async def action_leave(self) -> None:
        """Drop the selection; else leave the form."""
        if self.desk.anchor is not None:
            self.desk.anchor = None
        elif self.form is not None:
            await self.close_form()
            self.show_level()
        self.show()

    async def on_argument_bar_closed(self, message: ArgumentBar.Closed) -> None:
        """Leave the form."""
        message.stop()
        await self.action_leave()

    async def on_argument_bar_all_taken(self, message: ArgumentBar.AllTaken) -> None:
        """Take what is guessed, close, go on."""
        message.stop()
        form = self.form
        if form is None or not self.may_decide():
            return
        event = event_of(form, self.desk)
        if form.guesses and not self.run_plan(
            lambda _: TakeArguments(form.event_id, form.guesses), is_repeatable=False
        ):
            return
        await self.close_form()
        self.show_level()
        self.go_on(event)

    def on_argument_bar_role_pointed(self, message: ArgumentBar.RolePointed) -> None:
        """Draw labels on what could fill the role, and wait for one."""
        message.stop()
        if self.form is None:
            return
        fillers = eligible(self.form, message.role, self.desk)
        if not fillers:
            self.refuse(worded("nothing marked here may be {role}", role=message.role))
            return
        role = self.pointing = message.role
        self.wait_for_label(
            fillers,
            partial(self._fill, role),
            empty=partial(self._empty_role, role),
            empties=worded("empties the role"),
        )

    def _fill(self, role: str, item: Item) -> None:
        form = self.form
        if form is None:
            return
        replaces = is_replacing(form, role, self.desk)
        edit = PointRole(form.event_id, role, item.id, is_replacing=replaces)
        if self.run_plan(lambda _: edit, is_repeatable=False):
            self.form = form.after_pointing(role)
            self._keep_event()

    def _empty_role(self, role: str) -> None:
        form = self.form
        if form is not None:
            self.form = form.after_pointing(role)
            self.run_plan(lambda _: EmptyRole(form.event_id, role), is_repeatable=False)
            self._keep_event()

    def _keep_event(self) -> None:
        """The event of the form stays what keys act on."""
        if self.form is not None:
            self.desk.chosen_id = self.form.event_id
