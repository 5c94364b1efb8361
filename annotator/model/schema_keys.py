"""The keys of a label schema: those a schema may give, and that none hides another of its layer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import punctuation

from annotator.model.label_schema import LabelSchema
from annotator.model.label_types import Attribute, Named, RelationType
from annotator.model.schema_problems import DataPath, Finding

KEPT_IN_ENTITY_LAYER = "bhqz"
KEPT_IN_EVENT_LAYER = "bhz"
"""`b` types two letters on an Arabic keyboard, `h` shows jump labels, `z` undoes."""

ATTRIBUTE_SIGNS = "".join(sorted(set(punctuation) - set('.,[]{}<>=;!"`\\+:#%()')))
"""The signs without a meaning of their own on the annotate screen."""


@dataclass(frozen=True, slots=True)
class _Key:
    pressed: str
    """One letter after the other, or one sign."""
    owner: str
    path: DataPath

    def refused(self, message: str) -> Finding:
        return self.path, f'the key "{self.pressed}" of {self.owner} {message}'


def key_findings(schema: LabelSchema) -> Iterator[Finding]:
    """Keys that cannot be pressed, that the screen keeps, or that hide each other."""
    entity_types = _keys("entities", "entity type", schema.entities)
    event_types = _keys("events", "event type", schema.events)
    relations = _keys("relations", "relation", schema.relations)
    entity_attributes = _keys("entity_attributes", "attribute", schema.entity_attributes)
    event_attributes = _keys("event_attributes", "attribute", schema.event_attributes)
    yield from _kept_letters(entity_types, KEPT_IN_ENTITY_LAYER)
    yield from _kept_letters(event_types, KEPT_IN_EVENT_LAYER)
    yield from _kept_letters(_keys("roles", "role", schema.roles), KEPT_IN_EVENT_LAYER)
    yield from _kept_letters(relations, KEPT_IN_EVENT_LAYER)
    yield from _kept_signs(entity_attributes, KEPT_IN_ENTITY_LAYER)
    yield from _kept_signs(event_attributes, KEPT_IN_EVENT_LAYER)
    yield from _hidden([*entity_types, *entity_attributes])
    yield from _hidden([*event_types, *event_attributes])
    yield from _hidden(relations)
    yield from _hidden_roles(schema)


def _keys(
    section: str, what: str, parts: Mapping[str, Named | Attribute | RelationType]
) -> list[_Key]:
    """The keys of a section; a part without one is left out."""
    return [
        _Key(part.key, f"{what} {name}", (section, name, "key"))
        for name, part in parts.items()
        if part.key
    ]


def _kept_letters(keys: Iterable[_Key], kept: str) -> Iterator[Finding]:
    for key in keys:
        if not re.fullmatch("[a-z]+", key.pressed):
            yield key.refused("is refused; use lower-case letters a to z")
        elif set(key.pressed) & set(kept):
            yield key.refused(f"is kept for the screen; use none of {' '.join(kept)}")


def _kept_signs(keys: Iterable[_Key], kept: str) -> Iterator[Finding]:
    for key in keys:
        if key.pressed.isalpha():
            yield from _kept_letters([key], kept)
        elif len(key.pressed) > 1 or key.pressed not in ATTRIBUTE_SIGNS:
            signs = " ".join(ATTRIBUTE_SIGNS)
            yield key.refused(f"is kept for the screen; use a letter or one of {signs}")


def _hidden(keys: Iterable[_Key]) -> Iterator[Finding]:
    """Keys of one layer that are, or begin with, another: pressing the other decides at once."""
    first: _Key | None = None
    for key in sorted(keys, key=lambda key: key.pressed):
        if first is None or not key.pressed.startswith(first.pressed):
            first = key
        elif key.pressed == first.pressed:
            yield key.refused(f"is also that of {first.owner}; give one of them another")
        else:
            yield key.refused(
                f'begins with "{first.pressed}", that of {first.owner}; give one of them another'
            )


def _hidden_roles(schema: LabelSchema) -> Iterator[Finding]:
    """Role keys need differ only within an event type; a pair that meets in many is told once."""
    told = set()
    for event_type in schema.events:
        roles = [role for role in schema.event_roles(event_type) if role in schema.roles]
        keys = _keys("roles", "role", {role: schema.roles[role] for role in roles})
        for path, message in _hidden(keys):
            if message not in told:
                told.add(message)
                yield path, f"{message} (both are in event type {event_type})"
