"""What a label schema must keep beyond its shape: every part agrees with the others."""

from collections.abc import Iterable, Iterator, Mapping

from annotator.model.label_schema import ANY_EVENT, LabelSchema
from annotator.model.label_types import EntityType, EventType, RoleRule
from annotator.model.schema_attributes import attribute_findings
from annotator.model.schema_keys import key_findings
from annotator.model.schema_names import (
    listed_names,
    mapped_names,
    name_findings,
    unknown_name,
)
from annotator.model.schema_problems import DataPath, Finding

_MENTION_TYPES = "entity type or group"


def schema_findings(schema: LabelSchema) -> Iterator[Finding]:
    """Everything that makes a schema of the right shape unusable."""
    if not (schema.entities or schema.events or schema.document_labels):
        yield (), "nothing to annotate; declare entities, events or document_labels"
    yield from name_findings(schema)
    yield from key_findings(schema)
    yield from attribute_findings(schema)
    yield from _colours(schema)
    yield from _groups_and_relations(schema)
    yield from _events(schema)
    yield from _document_labels(schema)


def counterpart_findings(schema: LabelSchema, others: Iterable[LabelSchema]) -> Iterator[Finding]:
    """Entries of `map` that name no type of the label schema they map to, if it is in `others`."""
    for other in others:
        yield from _counterparts("entities", schema.entities, other.name, other.entities)
        yield from _counterparts("events", schema.events, other.name, other.events)


def _counterparts(
    section: str,
    types: Mapping[str, EntityType] | Mapping[str, EventType],
    other: str,
    known: Mapping[str, EntityType] | Mapping[str, EventType],
) -> Iterator[Finding]:
    for name, part in types.items():
        if other in part.map and part.map[other] not in known:
            message = unknown_name(part.map[other], known=known, what=f"type of {other}")
            yield (section, name, "map", other), message


def _colours(schema: LabelSchema) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for name, part in schema.entities.items():
        if owner := owners.get(part.color):
            message = f"{name} has the colour {part.color} of {owner}; give one of them another"
            yield ("entities", name, "color"), message
        owners.setdefault(part.color, name)


def _groups_and_relations(schema: LabelSchema) -> Iterator[Finding]:
    for group, names in schema.groups.items():
        yield from listed_names(("groups", group), names, known=schema.entities, what="entity type")
    known = [*schema.entities, *schema.groups]
    for relation, part in schema.relations.items():
        for end, names in (("source", part.source), ("target", part.target)):
            path = ("relations", relation, end)
            yield from listed_names(path, names, known=known, what=_MENTION_TYPES)


def _events(schema: LabelSchema) -> Iterator[Finding]:
    yield from _role_rules(("common_roles",), schema.common_roles, schema)
    for name, part in schema.events.items():
        path = ("events", name)
        yield from _role_rules((*path, "roles"), part.roles, schema)
        roles = schema.event_roles(name)
        what = f"role of {name}"
        yield from listed_names((*path, "expected"), part.expected, known=roles, what=what)


def _role_rules(
    path: DataPath, rules: Mapping[str, RoleRule], schema: LabelSchema
) -> Iterator[Finding]:
    yield from mapped_names(path, rules, known=schema.roles, what="role")
    known = [*schema.entities, *schema.groups, ANY_EVENT]
    for role, rule in rules.items():
        types_path = (*path, role, "types")
        yield from listed_names(types_path, rule.types, known=known, what=_MENTION_TYPES)


def _document_labels(schema: LabelSchema) -> Iterator[Finding]:
    for name, label in schema.document_labels.items():
        path: DataPath = ("document_labels", name)
        yield from listed_names((*path, "values"), label.values, known=label.values, what="value")
        if label.values and label.default is not None and label.default not in label.values:
            message = unknown_name(label.default, known=label.values, what=f"value of {name}")
            yield (*path, "default"), message
