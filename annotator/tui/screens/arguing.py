"""Keys of the event layer: triggers, and the argument form that opens in place."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.model.change import Added, item_of
from annotator.model.event import Event
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent
from annotator.services import decisions
from annotator.services.argument_edits import TakeArguments
from annotator.services.argument_form import ArgumentForm, event_of
from annotator.services.argument_guesses import guesses_for
from annotator.services.editing import Edit, Outcome
from annotator.services.navigation import Item, Level, place_of
from annotator.services.suggestion_edits import AcceptSuggestion
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

    _taken_along: tuple[tuple[str, tuple[SuggestedArgument, ...]], ...] = ()
    """Events taken along as fillers, with what is guessed for each: their forms come next."""

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
            case SuggestedEvent():
                await self._open_form(active.id, active.arguments)
            case _:
                if self.desk.choose_next_around() is None:
                    self.say(worded("nothing is marked here"))
                self.show()

    async def on_event_legend_type_chosen(self, message: EventLegend.TypeChosen) -> None:
        """A letter of the event layer: a trigger, and its argument form."""
        message.stop()
        await self._retype(message.type_name)

    async def on_argument_bar_retyped(self, message: ArgumentBar.Retyped) -> None:
        """A capital in the form: the event has another type."""
        message.stop()
        await self._retype(message.type_name)

    async def _retype(self, type_name: str) -> None:
        if self.may_decide():
            await self._open_made(self.run_plan(lambda desk: decisions.triggering(desk, type_name)))

    # -- the form

    def show(self) -> None:
        """Show; a suggested event that was gone to has its form open, with what is guessed."""
        super().show()
        if not self.is_mounted:
            return
        if self.form is not None and self._is_form_stale(self.form):
            self.call_next(self._renew_form)
        if self.desk.level != "events":
            return
        active = self.desk.active if self.desk.chosen_id is not None else None
        wanted = active if isinstance(active, SuggestedEvent) else None
        form_is_on = self.form.event_id if self.form is not None else None
        if wanted is not None and form_is_on != wanted.id:
            self.call_next(self._open_suggested, wanted.id)
        elif wanted is None and form_is_on in self.desk.session.suggestions:
            self.call_next(self._open_suggested, None)

    def _is_form_stale(self, form: ArgumentForm) -> bool:
        """Whether the event of the form is gone or has another type, after an undo say."""
        event = event_of(form, self.desk)
        return event is None or any(bar.event_type != event.type for bar in self.query(ArgumentBar))

    async def _renew_form(self) -> None:
        """Open the form anew for the type the event has now; close it if the event is gone."""
        form = self.form
        if form is None or not self._is_form_stale(form):
            return
        if event_of(form, self.desk) is not None:
            await self._open_form(form.event_id, ())
            return
        await self.close_form()
        self.show_level()
        self.show()

    async def _open_suggested(self, suggestion_id: str | None) -> None:
        """Open the form of a suggested event, if it is still what was gone to; else close it."""
        active = self.desk.active if self.desk.chosen_id is not None else None
        if suggestion_id is None:
            if self.form is not None and self.form.event_id in self.desk.session.suggestions:
                await self.close_form()
                self.show_level()
                super().show()
        elif isinstance(active, SuggestedEvent) and active.id == suggestion_id:
            await self._open_form(active.id, active.arguments)

    async def _open_made(self, outcome: Outcome | None) -> None:
        """Open the form of the event that an edit made or changed."""
        if outcome is None:
            return
        made = [item_of(change) for change in outcome.changes]
        event = next((item for item in made if isinstance(item, Event)), self.desk.active)
        if isinstance(event, Event):
            await self._open_form(event.id, guesses_for(self.desk.session, event))

    async def _open_form(self, event_id: str, guesses: tuple[SuggestedArgument, ...]) -> None:
        await self.close_form()
        self.form = ArgumentForm(event_id, guesses)
        event = event_of(self.form, self.desk)
        if event is None:
            self.form = None
            return
        self.desk.choose(self.desk.items("events").get(event_id))
        bar = make_argument_bar(self.desk.session.schema, event.type, self.looks, self.palette)
        await self.query_one("#legends").mount(bar)
        self.show_level()
        self.show()

    async def close_form(self) -> None:
        """Leave the form as it is; guesses not taken are dropped."""
        self.form, self.labels = None, {}
        await self.query(ArgumentBar).remove()

    async def action_leave(self) -> None:
        """Drop the selection; else leave the form."""
        if self.desk.anchor is not None:
            self.desk.anchor = None
        elif self.form is not None:
            await self.close_form()
            self.desk.chosen_id = None
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
        at = self.desk.items("events").get(form.event_id)
        edit: Edit | None = TakeArguments(form.event_id, form.guesses) if form.guesses else None
        if isinstance(at, SuggestedEvent):
            edit = AcceptSuggestion(at.id)
        await self._take_and_close(edit, at)

    async def _take_and_close(self, edit: Edit | None, at: Item | None) -> None:
        if edit is not None:
            outcome = self.run_plan(lambda _: edit, is_repeatable=False)
            if outcome is None:
                return
            self.note_taken_along(outcome, at)
        await self.close_form()
        self.show_level()
        if not await self._open_taken_along():
            self.go_on(at)

    async def action_accept_sentence(self) -> None:
        """In the form: take what is guessed for its event, and the rest of the sentence with it."""
        form = self.form
        at = self.desk.items("events").get(form.event_id) if form is not None else None
        if form is None or at is None:
            await super().action_accept_sentence()
        elif self.may_decide():
            edit = decisions.taking_with_sentence(self.desk, at, form.guesses)
            await self._take_and_close(edit, at)

    def note_taken_along(self, outcome: Outcome, at: Item | None) -> None:
        """Suggested events that an edit took along as fillers: their forms come next."""
        guesses = {
            found.trigger: found.arguments
            for found in self.desk.session.suggestions.values()
            if isinstance(found, SuggestedEvent)
        }
        own = place_of(at) if at is not None else None
        added = [change.item for change in outcome.changes if isinstance(change, Added)]
        self._taken_along += tuple(
            (item.id, guesses[item.trigger])
            for item in added
            if isinstance(item, Event) and item.trigger != own and item.trigger in guesses
        )

    async def _open_taken_along(self) -> bool:
        """Open the form of the next event that was taken along, if there is one."""
        while self._taken_along:
            (event_id, guesses), *rest = self._taken_along
            self._taken_along = tuple(rest)
            if self.desk.session.annotations.get(Event, event_id) is not None:
                await self._open_form(event_id, guesses)
                return True
        return False

    async def on_argument_bar_rejected(self, message: ArgumentBar.Rejected) -> None:
        """Turn the suggested event down, or remove the event."""
        message.stop()
        if self.form is not None:
            self.desk.chosen_id = self.form.event_id
            self.action_reject()
            await self.close_form()
            self.show_level()
            self.show()
