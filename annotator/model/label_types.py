"""The parts of a label schema as its file has them: types, roles, attributes, relations, labels."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from annotator.model.label_fields import Colour, Text, WholeNumber, WrittenCardinality
from annotator.model.mention import AttributeValue


class SchemaPart(BaseModel):
    """A piece of a label schema: frozen, and a field it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Boundary(SchemaPart):
    """What belongs into a span beside its words."""

    proclitics_outside: tuple[Text, ...] = ()
    """Proclitics that are cut off; those not named stay inside."""
    edge_punctuation: Literal["outside", "inside"] = "outside"
    class_nouns: Literal["outside", "inside"] = "inside"
    """Where the noun is that tells the kind of a named thing: مدينة, صحيفة, شركة, شمال."""


class Nesting(SchemaPart):
    """How mentions may lie inside each other; that they cross is refused by every schema."""

    max_depth: WholeNumber = 1
    """1 is flat: no mention inside another."""
    same_span: Literal["forbidden", "allowed"] = "forbidden"
    """Whether two mentions may share both offsets."""


class Named(SchemaPart):
    """A part with the keys that a person presses for it, and its names for people."""

    key: Text
    ar: Text
    en: Text


class EntityType(Named):
    """A type of mention."""

    color: Colour
    attributes: Mapping[str, Text] = Field(default_factory=dict)
    """This type's own defaults, as written; ask `LabelSchema.default_attribute` for the value."""
    definition: str = Field(default="", alias="def")
    examples: tuple[Text, ...] = ()
    """Mentions of this type in their words, to read beside the definition."""
    map: Mapping[str, Text] = Field(default_factory=dict)
    """Its counterpart in other label sets; without an entry, exports to that set drop it."""


class Attribute(SchemaPart):
    """A property that every mention or event of some types has: a choice of values, or a flag."""

    kind: Literal["choice", "flag"]
    key: Text
    ar: str = ""
    """Its name where the screen speaks Arabic; without one it goes by its name in the file."""
    values: tuple[Text, ...] = ()
    default: Text
    only: tuple[Text, ...] = ()
    """The types that have it; empty means all of its layer."""
    follows: Mapping[str, Mapping[str, Text]] = Field(default_factory=dict)
    """Another attribute -> its value -> the default here while it has that value."""

    @property
    def choices(self) -> tuple[AttributeValue, ...]:
        """The values in the order a key cycles through them."""
        return (False, True) if self.kind == "flag" else self.values

    def value(self, text: str) -> AttributeValue:
        """What a value written in the file means: for a flag `true` and `false` are no strings."""
        return text == "true" if self.kind == "flag" else text

    def written(self, value: AttributeValue) -> str:
        """How the file writes a value; the inverse of `value`."""
        return str(value).lower() if isinstance(value, bool) else value


class Role(Named):
    """What an argument does in an event."""


class RoleRule(SchemaPart):
    """What may fill a role of an event type, and how often."""

    types: tuple[Text, ...] = Field(min_length=1)
    """Entity types, groups, and `event` for any event."""
    card: WrittenCardinality = (0, None)


class EventType(Named):
    """A type of event."""

    group: str = ""
    """A heading to list it under."""
    trigger: str = ""
    """What its triggers look like."""
    examples: tuple[Text, ...] = ()
    """Events of this type in their words, to read beside the meaning."""
    roles: Mapping[str, RoleRule] = Field(default_factory=dict)
    """Its own roles; `LabelSchema.event_roles` adds the common ones."""
    expected: tuple[Text, ...] = ()
    """Roles whose absence is listed by a check, never refused."""
    map: Mapping[str, Text] = Field(default_factory=dict)
    """Its counterpart in other label sets that have triggers and arguments."""
    codes: Mapping[str, Text] = Field(default_factory=dict)
    """Its codes in coding schemes of whole events, several joined by `|`."""


class RelationType(SchemaPart):
    """A directed link between two mentions."""

    key: str = ""
    ar: Text
    en: Text
    source: tuple[Text, ...] = Field(min_length=1)
    """Entity types and groups it may start from."""
    target: tuple[Text, ...] = Field(min_length=1)


class DocumentLabelType(SchemaPart):
    """A label of whole documents: one of `values`, or any text where there are none."""

    ar: str = ""
    en: str = ""
    values: tuple[Text, ...] = ()
    default: Text | None = None
