"""The rules of a label schema about single mentions, events, relations and document labels."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from annotator.model.event import Argument, Event
from annotator.model.label_schema import LabelSchema
from annotator.model.label_types import Attribute
from annotator.model.mention import Attributes, Mention
from annotator.model.relation import Relation
from annotator.model.remark import DocumentLabel
from annotator.model.soundness import quoted
from annotator.model.span import Span
from annotator.wording import worded

ViolationKind: TypeAlias = Literal[
    "same span",
    "nesting",
    "attribute",
    "role",
    "filler",
    "cardinality",
    "own argument",
    "repeated argument",
    "expected role",
    "relation",
    "document label",
]


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of the label schema that annotations break."""

    kind: ViolationKind
    message: str
    ids: tuple[str, ...]
    """What breaks the rule, then what else takes part in it."""
    about: str = ""
    """The role, attribute or label in question, where there is one."""

    @property
    def key(self) -> tuple[str, ...]:
        """The same before and after an edit that has nothing to do with it."""
        return (self.kind, self.ids[0], self.about)


def of_nesting(mentions: Sequence[Mention], text: str, schema: LabelSchema) -> Iterator[Violation]:
    """Mentions that share a span or lie too deep; they come in reading order, none crossing."""
    open_spans: list[Span] = []
    holders: dict[Span, list[Mention]] = {}
    for mention in mentions:
        while open_spans and not open_spans[-1].contains(mention.span):
            open_spans.pop()
        same = holders.setdefault(mention.span, [])
        if not same:
            open_spans.append(mention.span)
        first = next((m for m in same if _may_not_share(m, mention, schema)), None)
        if first is not None:
            message = worded(
                "{first} and {second} share one span, {span}",
                first=first.type,
                second=mention.type,
                span=quoted(mention.span, text),
            )
            yield Violation("same span", message, (mention.id, first.id))
        same.append(mention)
        if len(open_spans) > schema.nesting.max_depth:
            message = worded(
                "{mention} lies {depth} deep; the limit is {limit}",
                mention=_mention(mention, text),
                depth=len(open_spans),
                limit=schema.nesting.max_depth,
            )
            yield Violation("nesting", message, (mention.id,))


def of_mention(mention: Mention, text: str, schema: LabelSchema) -> Iterator[Violation]:
    """Attributes the mention may not have."""
    names = schema.entity_attribute_names(mention.type)
    for message, about in _of_attributes(mention.attributes, names, schema.entity_attributes):
        yield Violation("attribute", f"{_mention(mention, text)}: {message}", (mention.id,), about)


def of_event(
    event: Event, mentions: Mapping[str, Mention], text: str, schema: LabelSchema
) -> Iterator[Violation]:
    """Attributes and arguments the event may not have; `mentions` are all there are, by id."""
    names = schema.event_attribute_names(event.type)
    for message, about in _of_attributes(event.attributes, names, schema.event_attributes):
        yield Violation("attribute", f"{_event(event, text)}: {message}", (event.id,), about)
    for argument, times in Counter(event.arguments).items():
        ids = (event.id, argument.target)
        about = f"{argument.role} {argument.target}"
        if times > 1:
            message = worded(
                "{event} names one filler of {role} more than once",
                event=_event(event, text),
                role=argument.role,
            )
            yield Violation("repeated argument", message, ids, about)
        if reason := _of_argument(argument, event, mentions, schema):
            kind, about_filler = reason
            filler = mentions.get(argument.target)
            who = _mention(filler, text) if filler else worded("an event")
            message = f"{_event(event, text)}: {who} {about_filler}"
            yield Violation(kind, message, ids, about)
    for role in schema.event_roles(event.type):
        _, most = schema.cardinality(event.type, role)
        fillers = event.fillers(role)
        if most is not None and len(fillers) > most:
            message = worded(
                "{event} has {count} {role}; at most {most} may be",
                event=_event(event, text),
                count=len(fillers),
                role=role,
                most=most,
            )
            yield Violation("cardinality", message, (event.id, *fillers), role)


def of_empty_roles(event: Event, text: str, schema: LabelSchema) -> Iterator[Violation]:
    """Roles that the label schema expects or requires to be filled, and nothing fills."""
    filled = {argument.role for argument in event.arguments}
    for role in schema.event_roles(event.type):
        fewest, _ = schema.cardinality(event.type, role)
        if role not in filled and (fewest or role in schema.events[event.type].expected):
            message = worded("{event} has no {role}", event=_event(event, text), role=role)
            yield Violation("expected role", message, (event.id,), role)


def of_relation(
    relation: Relation, mentions: Mapping[str, Mention], schema: LabelSchema
) -> Iterator[Violation]:
    """Ends the relation may not have."""
    allowed = {
        "source": (relation.source, schema.relation_sources(relation.type)),
        "target": (relation.target, schema.relation_targets(relation.type)),
    }
    for end, (mention_id, entity_types) in allowed.items():
        found = mentions.get(mention_id)
        if found is not None and found.type not in entity_types:
            message = f"{found.type} cannot be the {end} of a relation {relation.type}"
            yield Violation("relation", message, (relation.id, mention_id), end)


def of_document_label(label: DocumentLabel, schema: LabelSchema) -> Iterator[Violation]:
    """A label the schema does not have, or a value that is none of its values."""
    declared = schema.document_labels.get(label.id)
    if declared is None:
        message = f"label schema {schema.name} has no document label {label.id}"
        yield Violation("document label", message, (label.id,))
    elif declared.values and label.value not in declared.values:
        message = f"document label {label.id} cannot be {label.value!r}"
        yield Violation("document label", message, (label.id,), label.value)


def _may_not_share(first: Mention, second: Mention, schema: LabelSchema) -> bool:
    return schema.nesting.same_span == "forbidden" or first.type == second.type


def _of_attributes(
    given: Attributes, names: Sequence[str], declared: Mapping[str, Attribute]
) -> Iterator[tuple[str, str]]:
    """What is wrong with each attribute, and which it is.

    An attribute that the type does not have may be there with its default: it says nothing.
    """
    for name, value in given.items():
        attribute = declared.get(name)
        about = f"{name}={value}"
        if attribute is None:
            yield worded("the label schema has no attribute {name}", name=name), about
        elif value not in attribute.choices:
            yield (
                worded("{name} cannot be {value}", name=name, value=repr(attribute.written(value))),
                about,
            )
        elif name not in names and value != attribute.value(attribute.default):
            yield worded("this type has no attribute {name}", name=name), about


def _of_argument(
    argument: Argument, event: Event, mentions: Mapping[str, Mention], schema: LabelSchema
) -> tuple[ViolationKind, str] | None:
    """Which rule an argument breaks, and what is to be said of its filler."""
    if argument.target == event.id:
        return "own argument", worded("cannot be {role} of itself", role=argument.role)
    if argument.role not in schema.event_roles(event.type):
        reason = worded(
            "cannot be {role}: {type} has no such role", role=argument.role, type=event.type
        )
        return "role", reason
    fillers = schema.fillers(event.type, argument.role)
    filler = mentions.get(argument.target)
    may_fill = filler.type in fillers.entity_types if filler else fillers.events
    return None if may_fill else ("filler", worded("cannot be {role}", role=argument.role))


def _mention(mention: Mention, text: str) -> str:
    return f"{mention.type} {quoted(mention.span, text)}"


def _event(event: Event, text: str) -> str:
    return f"{event.type} {quoted(event.trigger, text)}"
