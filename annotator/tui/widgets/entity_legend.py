"""The entity layer's legend: a letter for each entity type, Shift for the whole phrase."""

from functools import partial

from textual.binding import BindingType
from textual.message import Message

from annotator.model.label_schema import LabelSchema
from annotator.tui.keymap import attribute_bindings, capital_bindings, type_bindings
from annotator.tui.looks import Looks
from annotator.tui.messages import AttributeCycled
from annotator.tui.palette import Palette
from annotator.tui.widgets.legend import Chip, Legend, attribute_chips
from annotator.wording import marked


class EntityLegend(Legend):
    """Live while it has the focus."""

    class TypeChosen(Message):
        """A letter asks for an entity type."""

        def __init__(self, type_name: str, *, is_phrase: bool) -> None:
            super().__init__()
            self.type_name = type_name
            self.is_phrase = is_phrase

    def action_label(self, type_name: str) -> None:
        """Relabel the active item, or mark the word or selection."""
        self.post_message(self.TypeChosen(type_name, is_phrase=False))

    def action_label_phrase(self, type_name: str) -> None:
        """Mark the whole noun phrase."""
        self.post_message(self.TypeChosen(type_name, is_phrase=True))

    def action_cycle(self, attribute: str) -> None:
        """Set an attribute to its next value."""
        self.post_message(AttributeCycled(attribute))


def make_entity_legend(schema: LabelSchema, looks: Looks, palette: Palette) -> EntityLegend:
    """A legend whose bindings are the letters of `schema`."""
    bindings: list[BindingType] = [
        *type_bindings(schema.entities, action="label", layer="entity"),
        *capital_bindings(
            schema.entities,
            action="label_phrase",
            what=marked("mark the phrase: {type}"),
            prefix="entity.phrase",
        ),
        *attribute_bindings(schema.entity_attributes, layer="entity"),
    ]
    made: type[EntityLegend] = type("SchemaEntityLegend", (EntityLegend,), {"BINDINGS": bindings})
    chips = [
        Chip(part.key, name, part.ar, partial(looks.color, name), f"label('{name}')")
        for name, part in schema.entities.items()
    ]
    chips += attribute_chips(schema.entity_attributes)
    return made(chips, palette=palette, widget_id="entity-legend")
