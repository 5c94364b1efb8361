"""The event layer's legend: a letter for each event type."""

from functools import partial

from textual.binding import BindingType
from textual.message import Message

from annotator.model.label_schema import LabelSchema
from annotator.tui.keymap import attribute_bindings, type_bindings
from annotator.tui.looks import Looks
from annotator.tui.messages import AttributeCycled
from annotator.tui.palette import Palette
from annotator.tui.widgets.legend import Chip, Legend, attribute_chips


class EventLegend(Legend):
    """Live while it has the focus."""

    class TypeChosen(Message):
        """A letter asks for an event type."""

        def __init__(self, type_name: str) -> None:
            super().__init__()
            self.type_name = type_name

    def action_trigger(self, type_name: str) -> None:
        """Make the word a trigger, or retype the active event."""
        self.post_message(self.TypeChosen(type_name))

    def action_cycle(self, attribute: str) -> None:
        """Set an attribute to its next value."""
        self.post_message(AttributeCycled(attribute))


def make_event_legend(schema: LabelSchema, looks: Looks, palette: Palette) -> EventLegend:
    """A legend whose bindings are the letters of `schema`."""
    bindings: list[BindingType] = [
        *type_bindings(schema.events, action="trigger", layer="event"),
        *attribute_bindings(schema.event_attributes, layer="event"),
    ]
    made: type[EventLegend] = type("SchemaEventLegend", (EventLegend,), {"BINDINGS": bindings})
    chips = [
        Chip(part.key, name, part.ar, partial(looks.color, name), f"trigger('{name}')")
        for name, part in schema.events.items()
    ]
    chips += attribute_chips(schema.event_attributes)
    return made(chips, palette=palette, widget_id="event-legend")
