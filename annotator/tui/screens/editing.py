"""Running edits on the screen: a refusal is one line, every undo shows what it brought back."""

import time
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from annotator.errors import AnnotatorError, TryAgainError
from annotator.model.change import Added, Changed, item_of
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.suggestion import Decision
from annotator.services.desk import Desk
from annotator.services.editing import Edit, EditingSession, Outcome
from annotator.services.navigation import Level
from annotator.tui.messages import BurstStopped
from annotator.tui.pace import MANY
from annotator.tui.screens.moving import MovingScreen
from annotator.wording import counted, worded

Plan = Callable[[Desk], Edit]
"""Asks the desk for the edit that a key means; may raise InvalidEdit."""
TakeBack = Callable[[EditingSession], Outcome]


class EditingScreen(MovingScreen):
    """Runs what the classes built on it ask for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "undo", "undo", id="annotate.undo.undo"),
        Binding("Z", "redo", "redo", show=False, id="annotate.undo.redo"),
        Binding(
            "backslash", "repeat", "repeat the last action", show=False, id="annotate.undo.repeat"
        ),
    ]

    _last_plan: Plan | None = None
    _done: tuple[tuple[float, TakeBack], ...] = ()
    """When the last actions were made that keys asked for, and what takes each back."""

    def may_decide(self) -> bool:
        """Whether a key pressed now decides: not on what is not painted yet."""
        if not self.article.has_painted:
            self.refuse(worded("not drawn yet; press again"))
            return False
        return True

    def refuse(self, reason: str) -> None:
        """Say in one line why nothing happened."""
        self.say(reason, is_refusal=True)
        self.show()

    def run_plan(self, plan: Plan, *, is_repeatable: bool = True) -> Outcome | None:
        """Run the edit that `plan` asks for; None, with the reason shown, where it is refused."""
        try:
            outcome = self.desk.run(plan(self.desk))
        except TryAgainError as error:
            self.problem = str(error)
            self.refuse(str(error))
            return None
        except AnnotatorError as error:
            self.refuse(str(error))
            return None
        self.problem = None
        if outcome.action is not None:
            self._note_done(EditingSession.undo)
        if is_repeatable:
            self._last_plan = plan
        self._keep_chosen(outcome)
        self.edited(outcome)
        if outcome.warnings:
            self.say(worded("warning: {reason}", reason=outcome.warnings[0]), is_refusal=True)
        self.show()
        return outcome

    def edited(self, outcome: Outcome) -> None:
        """Do what is to be done after every action."""

    def action_repeat(self) -> None:
        """The last action again, on what is active now."""
        if self._last_plan is None:
            self.refuse(worded("there is no action to repeat yet"))
        elif self.may_decide():
            self.run_plan(self._last_plan)

    async def on_burst_stopped(self, message: BurstStopped) -> None:
        """What the first of the keys did is taken back; the others were not heard."""
        message.stop()
        self.refuse(_too_fast())
        while self._done and self._done[-1][0] >= message.began:
            *earlier, (_, take_back) = self._done
            self._done = tuple(earlier)
            await self._take_back(take_back, lambda _: _too_fast())

    async def action_undo(self) -> None:
        """Take the last action back, wherever it was."""
        if await self._take_back(EditingSession.undo, _undone):
            self._note_done(EditingSession.redo)

    async def action_redo(self) -> None:
        """Bring back what was undone."""
        if await self._take_back(EditingSession.redo, _done_again):
            self._note_done(EditingSession.undo)

    def _note_done(self, take_back: TakeBack) -> None:
        self._done = (*self._done[-MANY:], (time.monotonic(), take_back))

    async def open_touched(self, outcome: Outcome) -> None:
        """Open the document that an undo or redo changed, if it is another one."""

    def show_changed(self, outcome: Outcome) -> None:
        """Go to what an undo or redo changed in this document."""
        for change in outcome.changes:
            item = item_of(change)
            if isinstance(item, Mention | Event | Decision):
                self.show_item(_level_of(item), item.id, _start_of(item))
                return
        self.show()

    def show_item(self, level: Level, item_id: str, offset: int) -> None:
        """Go to an item on its level, or where it was."""
        if self.desk.level != level:
            self.desk.level = level
            self.show_level()
        item = self.desk.items(level).get(item_id)
        if item is None:
            self.desk.go(offset)
        else:
            self.desk.choose(item)
        self.show()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text decides nothing."""
        event.stop()
        self.refuse(worded("text was pasted; nothing was done with it"))

    async def _take_back(self, take_back: TakeBack, tell: Callable[[int], str]) -> bool:
        try:
            outcome = take_back(self.desk.session)
        except AnnotatorError as error:
            self.refuse(str(error))
            return False
        self.problem = None
        await self.open_touched(outcome)
        self.edited(outcome)
        self.say(tell(len(outcome.changes)))
        self.show_changed(outcome)
        return True

    def _keep_chosen(self, outcome: Outcome) -> None:
        """What was made or changed is what the next key acts on."""
        for change in outcome.changes:
            item = item_of(change)
            is_there = isinstance(change, Added | Changed) and isinstance(item, Mention | Event)
            if is_there and self.desk.items().get(item.id) is not None:
                self.desk.chosen_id, self.desk.anchor = item.id, None
                return


def _too_fast() -> str:
    return worded("keys came faster than a person presses them; stopped, go on when ready")


def _undone(count: int) -> str:
    return counted("undone: one change", "undone: {count} changes", count)


def _done_again(count: int) -> str:
    return counted("done again: one change", "done again: {count} changes", count)


def _level_of(item: Mention | Event | Decision) -> Level:
    is_event = item.layer == "event" if isinstance(item, Decision) else isinstance(item, Event)
    return "events" if is_event else "entities"


def _start_of(item: Mention | Event | Decision) -> int:
    return item.trigger.start if isinstance(item, Event) else item.span.start
