"""What the rules recognise, and which entity type of the loaded label schema each of it is."""

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

from annotator.model.label_schema import LabelSchema
from annotator.suggesters.once import made_once

Concept: TypeAlias = Literal[
    "person",
    "group",
    "title",
    "nationality",
    "country",
    "location",
    "facility",
    "government",
    "military",
    "media",
    "organisation",
    "document",
    "weapon",
    "named event",
    "date",
    "number",
    "money",
]
CONCEPTS: tuple[Concept, ...] = get_args(Concept)

_NAMES: Mapping[Concept, tuple[str, ...]] = {
    "person": ("PER", "PERS", "PERSON"),
    "group": ("GRP",),
    "title": ("TTL", "OCC"),
    "nationality": ("NORP",),
    "country": ("GPE", "LOC"),
    "location": ("LOC",),
    "facility": ("FAC", "LOC"),
    "government": ("GOV", "ORG"),
    "military": ("MIL", "ORG"),
    "media": ("MED", "ORG"),
    "organisation": ("ORG",),
    "document": ("DOC", "LAW"),
    "weapon": ("WPN", "WEA", "PRODUCT"),
    "named event": ("EVT", "EVENT", "MISC"),
    "date": ("DATE",),
    "number": ("NUM", "CARDINAL"),
    "money": ("MON", "MONEY"),
}
"""Names entity types go by, the most specific first; in the schema itself or in its maps."""

CLOSED: frozenset[Concept] = frozenset({"person", "date", "number", "money", "named event"})
"""Nothing is suggested inside mentions of these: numbers inside a date are no mentions."""


@made_once
def concept_types(schema: LabelSchema) -> Mapping[Concept, str]:
    """Concept -> the entity type for it; a concept the schema has no type for is missing."""
    types = ((concept, _type_of(schema, names)) for concept, names in _NAMES.items())
    return {concept: found for concept, found in types if found is not None}


def _type_of(schema: LabelSchema, names: tuple[str, ...]) -> str | None:
    for name in names:
        if name in schema.entities:
            return name
    for name in names:
        for entity_type, declared in schema.entities.items():
            if name in declared.map.values():
                return entity_type
    return None
