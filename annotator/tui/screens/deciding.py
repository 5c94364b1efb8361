"""Keys that decide: accept, reject, label, and go to the next item that waits."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.services import decisions
from annotator.services.desk import Desk
from annotator.services.editing import Edit
from annotator.services.navigation import Item, is_open
from annotator.tui.screens.editing import EditingScreen
from annotator.tui.widgets.entity_legend import EntityLegend
from annotator.wording import counted, worded


class DecidingScreen(EditingScreen):
    """A decision on a suggestion goes on to the next one by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "accept",
            "accept",
            tooltip="take the suggestion and go to the next one",
            id="annotate.decide.accept",
        ),
        Binding(
            "backspace,delete",
            "reject",
            "reject",
            tooltip="turn the suggestion down, or remove what is marked",
            id="annotate.decide.reject",
        ),
        Binding(
            "full_stop",
            "accept_sentence",
            "sentence",
            tooltip="take all that is suggested in the rest of the sentence",
            id="annotate.decide.sentence",
        ),
        Binding(
            "tab",
            "next_open",
            "next",
            tooltip="go to the next suggestion",
            id="annotate.decide.next-open",
        ),
        Binding(
            "shift+tab",
            "previous_open",
            "previous open one",
            show=False,
            id="annotate.decide.previous-open",
        ),
    ]

    def action_accept(self) -> None:
        """Take what is suggested, and go on; what is decided already is simply left."""
        if not self.may_decide():
            return
        active = self.desk.active
        if active is None or not is_open(active):
            self.action_next_open()
        elif self.run_plan(decisions.accepting, is_repeatable=False):
            self.go_on(active)

    async def action_accept_sentence(self) -> None:
        """Take all that is suggested in the rest of the sentence, and go on."""
        if not self.may_decide():
            return
        active, left_count = self.desk.active, 0

        def plan(desk: Desk) -> Edit:
            nonlocal left_count
            edit, left_count = decisions.accepting_sentence(desk)
            return edit

        if self.run_plan(plan, is_repeatable=False):
            self.go_on(active)
            if left_count:
                self.say(
                    counted(
                        "{count} unsure one is left in this sentence",
                        "{count} unsure ones are left in this sentence",
                        left_count,
                    )
                )
                self.show()

    def action_reject(self) -> None:
        """Turn down what is suggested and go on, or remove what is marked."""
        if not self.may_decide():
            return
        active = self.desk.active
        done = self.run_plan(decisions.rejecting, is_repeatable=False)
        if done and active is not None and is_open(active):
            self.go_on(active)

    def on_entity_legend_type_chosen(self, message: EntityLegend.TypeChosen) -> None:
        """A letter of the entity layer."""
        message.stop()
        if not self.may_decide():
            return
        active = self.desk.active
        decides = not message.is_phrase and decisions.is_relabelling(self.desk)
        make = decisions.labelling_phrase if message.is_phrase else decisions.labelling
        done = self.run_plan(lambda desk: make(desk, message.type_name))
        if done and decides and active is not None and is_open(active):
            self.go_on(active)

    def action_next_open(self) -> None:
        """Go to the next open item."""
        self._step_to_open(is_back=False)

    def action_previous_open(self) -> None:
        """Go to the open item before."""
        self._step_to_open(is_back=True)

    def go_on(self, item: Item | None) -> None:
        """To the next open item behind `item`; at the end stay, and say what is left.

        Before the sentence is left, back to what `.` would take in it.
        """
        found = self.desk.items().open_after(item, self.desk.cursor)
        found = decisions.passed_over(self.desk, item, before=found) or found
        waiting = len(self.desk.items().open)
        if found is not None:
            self.desk.choose(found)
        elif waiting:
            self.say(
                counted(
                    "the end of the text; {count} still open above: Tab goes there",
                    "the end of the text; {count} still open above: Tab goes there",
                    waiting,
                )
            )
        else:
            self.say(self._nothing_open())
        self.show()

    def _step_to_open(self, *, is_back: bool) -> None:
        before = self.desk.cursor
        if self.desk.choose_open(is_back=is_back) is None:
            self.say(self._nothing_open())
        elif not is_back and self.desk.cursor < before:
            self.say(worded("again from the top"))
        self.show()

    def _nothing_open(self) -> str:
        if self.desk.level == "entities":
            return worded("nothing is open in this layer; ` for events, Q when you are done")
        return worded("nothing is open in this layer; ` for entities, Q when you are done")
