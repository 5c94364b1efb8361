"""The attributes of a label schema: kinds, values, defaults, and what follows from what."""

from collections.abc import Collection, Iterator, Mapping

from annotator.model.label_schema import LabelSchema
from annotator.model.label_types import Attribute
from annotator.model.schema_names import listed_names, mapped_names
from annotator.model.schema_problems import DataPath, Finding

_Attributes = Mapping[str, Attribute]


def attribute_findings(schema: LabelSchema) -> Iterator[Finding]:
    """Values that an attribute does not have, and attributes or types that nobody declared."""
    yield from _layer("entity_attributes", schema.entity_attributes, "entity type", schema.entities)
    yield from _layer("event_attributes", schema.event_attributes, "event type", schema.events)
    for entity_type, part in schema.entities.items():
        path = ("entities", entity_type, "attributes")
        attributes = schema.entity_attributes
        yield from mapped_names(path, part.attributes, known=attributes, what="entity attribute")
        for name in (name for name in part.attributes if name in attributes):
            yield from _value((*path, name), name, attributes[name], part.attributes[name])
            if name not in schema.entity_attribute_names(entity_type):
                message = f"{entity_type} does not have {name}; add it to {name}'s only, or drop it"
                yield (*path, name), message


def _layer(
    section: str, attributes: _Attributes, what: str, types: Collection[str]
) -> Iterator[Finding]:
    for name, attribute in attributes.items():
        path = (section, name)
        yield from _kind(path, name, attribute)
        yield from _value((*path, "default"), name, attribute, attribute.default)
        yield from listed_names((*path, "only"), attribute.only, known=types, what=what)
        yield from _follows((*path, "follows"), name, attributes)


def _kind(path: DataPath, name: str, attribute: Attribute) -> Iterator[Finding]:
    if attribute.kind == "flag" and attribute.values:
        yield (
            (*path, "values"),
            f"{name} is a flag, without values; drop them or make it a choice",
        )
    if attribute.kind == "choice" and not attribute.values:
        yield path, f"{name} is a choice without values; list them or make it a flag"
    for position, value in enumerate(attribute.values):
        if value in attribute.values[:position]:
            yield (*path, "values", position), f'"{value}" is listed twice; take one out'


def _value(path: DataPath, name: str, attribute: Attribute, text: str) -> Iterator[Finding]:
    known = [attribute.written(choice) for choice in attribute.choices]
    if known and text not in known:
        yield path, f'"{text}" is not a value of {name}; use one of: {", ".join(known)}'


def _follows(path: DataPath, name: str, attributes: _Attributes) -> Iterator[Finding]:
    attribute = attributes[name]
    others = [other for other in attributes if other != name]
    yield from mapped_names(path, attribute.follows, known=others, what="attribute to follow")
    for followed, defaults in attribute.follows.items():
        if followed not in others:
            continue
        if attributes[followed].follows:
            yield (*path, followed), f"{followed} follows another itself; follow that one instead"
        for leading, default in defaults.items():
            place = (*path, followed, leading)
            yield from _value(place, followed, attributes[followed], leading)
            yield from _value(place, name, attribute, default)
