"""A label schema: what may be annotated, and the questions everything else asks about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import Field

from annotator.model.label_fields import Cardinality, Text, WholeNumber
from annotator.model.label_types import (
    Attribute,
    Boundary,
    DocumentLabelType,
    EntityType,
    EventType,
    Named,
    Nesting,
    RelationType,
    Role,
    RoleRule,
    SchemaPart,
)
from annotator.model.mention import Attributes, AttributeValue

ANY_EVENT = "event"
"""The word in a role's `types` that lets an event fill it."""


@dataclass(frozen=True, slots=True)
class Fillers:
    """What may fill a role: mentions of these types and, if `events`, any event."""

    entity_types: frozenset[str]
    events: bool


class LabelSchema(SchemaPart):
    """The parsed and checked file; made by `annotator.model.schema_parsing.parse_schema`.

    Every mapping is from name to part, in the file's order. Methods that take a name raise KeyError
    for one the schema does not have.
    """

    sha256: str
    """Check sum of the file's bytes; not a field of the file."""
    name: Text
    version: WholeNumber
    language: Text
    boundary: Boundary = Boundary()
    nesting: Nesting = Nesting()
    groups: Mapping[str, tuple[Text, ...]] = Field(default_factory=dict)
    """Names for several entity types, usable wherever entity types are listed."""
    entities: Mapping[str, EntityType] = Field(default_factory=dict)
    entity_attributes: Mapping[str, Attribute] = Field(default_factory=dict)
    roles: Mapping[str, Role] = Field(default_factory=dict)
    common_roles: Mapping[str, RoleRule] = Field(default_factory=dict)
    """Roles of every event type, unless it has its own rule for them."""
    events: Mapping[str, EventType] = Field(default_factory=dict)
    event_attributes: Mapping[str, Attribute] = Field(default_factory=dict)
    relations: Mapping[str, RelationType] = Field(default_factory=dict)
    document_labels: Mapping[str, DocumentLabelType] = Field(default_factory=dict)

    def event_roles(self, event_type: str) -> tuple[str, ...]:
        """The roles of an event type: its own in the file's order, then the common ones."""
        return tuple(self._role_rules(event_type))

    def fillers(self, event_type: str, role: str) -> Fillers:
        """What may fill a role of an event type."""
        types = self._role_rules(event_type)[role].types
        return Fillers(
            entity_types=self.expanded(name for name in types if name != ANY_EVENT),
            events=ANY_EVENT in types,
        )

    def cardinality(self, event_type: str, role: str) -> Cardinality:
        """Fewest and most fillers of a role of an event type; None is no limit."""
        return self._role_rules(event_type)[role].card

    def relation_sources(self, relation_type: str) -> frozenset[str]:
        """Entity types a relation may start from."""
        return self.expanded(self.relations[relation_type].source)

    def relation_targets(self, relation_type: str) -> frozenset[str]:
        """Entity types a relation may lead to."""
        return self.expanded(self.relations[relation_type].target)

    def expanded(self, names: Iterable[str]) -> frozenset[str]:
        """The entity types that `names` stand for, each the name of a group or of one type."""
        return frozenset(
            entity_type for name in names for entity_type in self.groups.get(name, (name,))
        )

    def entity_attribute_names(self, entity_type: str) -> tuple[str, ...]:
        """The attributes that mentions of an entity type have."""
        return tuple(_of_type(self.entity_attributes, self.entities, entity_type))

    def event_attribute_names(self, event_type: str) -> tuple[str, ...]:
        """The attributes that events of an event type have."""
        return tuple(_of_type(self.event_attributes, self.events, event_type))

    def default_attribute(self, type_name: str, attribute: str) -> AttributeValue:
        """The value while nobody set any attribute; `type_name` is an entity type or event type."""
        return self.attribute_value(type_name, attribute, {})

    def attribute_value(self, type_name: str, attribute: str, given: Attributes) -> AttributeValue:
        """What holds: the value somebody set, else what follows from another, else the default."""
        if type_name in self.entities:
            attributes = _of_type(self.entity_attributes, self.entities, type_name)
            own_defaults = self.entities[type_name].attributes
        else:
            attributes = _of_type(self.event_attributes, self.events, type_name)
            own_defaults = {}
        declared = attributes[attribute]
        if attribute in given:
            return given[attribute]
        for followed, defaults in declared.follows.items():
            if followed in attributes:
                leading = self.attribute_value(type_name, followed, given)
                if default := defaults.get(attributes[followed].written(leading)):
                    return declared.value(default)
        return declared.value(own_defaults.get(attribute, declared.default))

    def entity_type_for_key(self, key: str) -> str | None:
        """The entity type whose key this is."""
        return _name_for_key(self.entities, key)

    def event_type_for_key(self, key: str) -> str | None:
        """The event type whose key this is."""
        return _name_for_key(self.events, key)

    def role_for_key(self, event_type: str, key: str) -> str | None:
        """The role of an event type whose key this is."""
        roles = {role: self.roles[role] for role in self.event_roles(event_type)}
        return _name_for_key(roles, key)

    def _role_rules(self, event_type: str) -> Mapping[str, RoleRule]:
        own = self.events[event_type].roles
        common = {role: rule for role, rule in self.common_roles.items() if role not in own}
        return {**own, **common}


def _of_type(
    attributes: Mapping[str, Attribute], types: Mapping[str, Named], type_name: str
) -> Mapping[str, Attribute]:
    """The attributes of a layer that one of its types has."""
    if type_name not in types:
        raise KeyError(type_name)
    return {
        name: attribute
        for name, attribute in attributes.items()
        if not attribute.only or type_name in attribute.only
    }


def _name_for_key(parts: Mapping[str, Named], key: str) -> str | None:
    return next((name for name, part in parts.items() if part.key == key), None)
