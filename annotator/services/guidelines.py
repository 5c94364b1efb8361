"""What a label schema says about a type, line by line: meaning, attributes, roles, relations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.model.label_schema import LabelSchema
from annotator.services.navigation import Level
from annotator.wording import marked, named, worded


@dataclass(frozen=True, slots=True)
class Guideline:
    """One line about a type; `about` is what it is about, a role say."""

    about: str
    text: str


def guidelines_of(schema: LabelSchema, type_name: str) -> list[Guideline]:
    """What there is to read about an entity type or event type; nothing about an unknown one."""
    if type_name in schema.entities:
        return list(_of_entity(schema, type_name))
    if type_name in schema.events:
        return list(_of_event(schema, type_name))
    return []


def overview(schema: LabelSchema, level: Level) -> list[Guideline]:
    """Every type of a level with its meaning on one line."""
    if level == "entities":
        return [
            Guideline(name, part.definition or part.en) for name, part in schema.entities.items()
        ]
    return [Guideline(name, part.trigger or part.en) for name, part in schema.events.items()]


def _of_entity(schema: LabelSchema, name: str) -> Iterator[Guideline]:
    yield Guideline("", schema.entities[name].definition or schema.entities[name].en)
    yield from _examples(schema.entities[name].examples)
    for attribute in schema.entity_attribute_names(name):
        yield _attribute(schema, name, attribute)
    for relation in schema.relations:
        if name in schema.relation_sources(relation):
            ends = worded(", ").join(sorted(schema.relation_targets(relation)))
            yield Guideline(relation, worded("a relation that leads to {types}", types=ends))
        if name in schema.relation_targets(relation):
            ends = worded(", ").join(sorted(schema.relation_sources(relation)))
            yield Guideline(relation, worded("a relation that comes from {types}", types=ends))
    yield _proclitics(schema)


def _of_event(schema: LabelSchema, name: str) -> Iterator[Guideline]:
    event = schema.events[name]
    yield Guideline("", event.trigger or event.en)
    yield from _examples(event.examples)
    for role in schema.event_roles(name):
        yield Guideline(role, _role(schema, name, role))
    for attribute in schema.event_attribute_names(name):
        yield _attribute(schema, name, attribute)


def _examples(examples: Iterable[str]) -> Iterator[Guideline]:
    """A line for each example; only the first says what they are."""
    about = worded("examples")
    for example in examples:
        yield Guideline(about, example)
        about = " "


def _role(schema: LabelSchema, event_type: str, role: str) -> str:
    fillers = schema.fillers(event_type, role)
    types = [name for name in schema.entities if name in fillers.entity_types]
    if fillers.events:
        types.append(worded("another event"))
    _, most = schema.cardinality(event_type, role)
    parts = [worded(", ").join(types)]
    if most is not None:
        parts.append(worded("at most {count}", count=most))
    if role in schema.events[event_type].expected:
        parts.append(worded("expected"))
    return worded("; ").join(parts)


def _attribute(schema: LabelSchema, name: str, attribute: str) -> Guideline:
    is_entity = name in schema.entities
    declared = (schema.entity_attributes if is_entity else schema.event_attributes)[attribute]
    values = " | ".join(declared.written(value) for value in declared.choices)
    default = declared.written(schema.default_attribute(name, attribute))
    return Guideline(
        named(declared.ar, attribute),
        worded(
            "{values}; {default} unless set (key {key})",
            values=values,
            default=default,
            key=declared.key,
        ),
    )


def _proclitics(schema: LabelSchema) -> Guideline:
    outside = " ".join(schema.boundary.proclitics_outside)
    return Guideline(
        worded("borders"),
        worded(
            "outside the span: {proclitics}; punctuation at its ends is {place}",
            proclitics=outside or worded("no proclitic"),
            place=worded(_PLACES[schema.boundary.edge_punctuation]),
        ),
    )


_PLACES = {"outside": marked("outside"), "inside": marked("inside")}
"""Where punctuation at the ends of a span lies, as the label schema has it."""
