"""The key that goes through what the machine holds likely: the attributes of an event at once."""

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.model.annotations import Annotations
from annotator.model.event import Event
from annotator.model.mention import AttributeValue
from annotator.model.suggestion import SuggestedEvent
from annotator.services import adjustments
from annotator.services.validation import InvalidEdit
from annotator.tui.screens.fitting import FittingScreen
from annotator.wording import worded

Attributes = Mapping[str, AttributeValue]


class GuessingScreen(FittingScreen):
    """Each press the next likely; after the last one what held at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "asterisk",
            "likely",
            "likely attributes",
            tooltip="the event's attributes are what is likeliest beside this; again: the next",
            show=False,
            id="annotate.adjust.likely",
        ),
    ]

    _gone_through: tuple[str | None, Annotations | None] = (None, None)
    """What was given other attributes last, and what that left."""
    _choices: tuple[Attributes, ...] = ()
    _choice: int = 0

    def action_likely(self) -> None:
        """The attributes that are likeliest beside those that hold; again, the next likely."""
        active, annotations = self.desk.active, self.desk.session.annotations
        event_id, left = self._gone_through
        choices, choice = self._choices, self._choice + 1
        if active is None or active.id != event_id or annotations is not left:
            try:
                found = adjustments.likely_attributes(self.desk)
            except InvalidEdit as error:
                self.refuse(str(error))
                return
            held = active.attributes if isinstance(active, Event | SuggestedEvent) else {}
            choices, choice = (*found, held), 0
        attributes, form = choices[choice % len(choices)], self.form
        edit = adjustments.setting_attributes(self.desk, attributes)
        if self.run_plan(lambda _: edit, is_repeatable=False):
            stands = self.desk.active
            self._gone_through = stands.id if stands else None, self.desk.session.annotations
            self._choices, self._choice = choices, choice
            self.follow(form)
            self.say(worded("likely attributes: {place} of {count}",
                            place=choice % len(choices) + 1, count=len(choices)))  # fmt: skip
            self.show()
