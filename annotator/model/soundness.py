"""Faults: what no annotations may hold, since offsets, types or references would mean nothing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from annotator.model.annotations import Annotations
from annotator.model.event import Event
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.wording import worded

FaultKind: TypeAlias = Literal["offsets", "type", "role", "reference", "crossing"]

_SHOWN_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """An error in annotations: never stored, whoever brings it.

    The kinds: `offsets` outside the text, a `type` or `role` the label schema does not have, a
    `reference` to what is not there, and two mentions `crossing` each other.
    """

    kind: FaultKind
    message: str
    ids: tuple[str, ...]
    """What it is about: identifiers of mentions, events and relations."""


def faults(annotations: Annotations, *, text: str, schema: LabelSchema) -> list[Fault]:
    """Every fault of `annotations` of `text`, mentions first, in reading order.

    Of mentions that cross several others each is named at least once.
    """
    mentions, events = annotations.mentions, annotations.events
    mention_ids = {mention.id for mention in mentions}
    targets = mention_ids | {event.id for event in events}
    found = [fault for mention in mentions for fault in _of_mention(mention, text, schema)]
    found += _crossings(mentions, text)
    for event in events:
        found += _of_event(event, targets, text, schema)
    for relation in annotations.relations:
        if relation.type not in schema.relations:
            message = _unknown(schema, "relation", relation.type)
            found.append(Fault("type", message, (relation.id,)))
        for target in (relation.source, relation.target):
            if target not in mention_ids:
                message = f"a relation {relation.type} links two mentions, not this"
                found.append(Fault("reference", message, (relation.id, target)))
    return found


def quoted(span: Span, text: str) -> str:
    """The words of a span and its offsets, short enough for a message."""
    words = " ".join(span.of(text).split())
    if len(words) > _SHOWN_CHARACTERS:
        words = f"{words[:_SHOWN_CHARACTERS]}…"
    return f"«{words}» ({span.start}-{span.end})"


def _of_mention(mention: Mention, text: str, schema: LabelSchema) -> Iterator[Fault]:
    if mention.span.end > len(text):
        yield Fault("offsets", _outside(mention.span, text), (mention.id,))
    if mention.type not in schema.entities:
        yield Fault("type", _unknown(schema, "entity type", mention.type), (mention.id,))


def _of_event(
    event: Event, targets: Collection[str], text: str, schema: LabelSchema
) -> Iterator[Fault]:
    if event.trigger.end > len(text):
        yield Fault("offsets", _outside(event.trigger, text), (event.id,))
    if event.type not in schema.events:
        yield Fault("type", _unknown(schema, "event type", event.type), (event.id,))
    for argument in event.arguments:
        if argument.role not in schema.roles:
            yield Fault("role", _unknown(schema, "role", argument.role), (event.id,))
        if argument.target not in targets:
            message = f"{argument.role} of {event.type} points at what is not there"
            yield Fault("reference", message, (event.id, argument.target))


def _crossings(mentions: list[Mention], text: str) -> Iterator[Fault]:
    open_mentions: list[Mention] = []  # each inside the one before it
    for mention in mentions:
        while open_mentions and open_mentions[-1].span.end < mention.span.end:
            outer = open_mentions.pop()
            if outer.span.end > mention.span.start:
                message = worded(
                    "{first} and {second} cross: one must contain the other",
                    first=f"{outer.type} {quoted(outer.span, text)}",
                    second=f"{mention.type} {quoted(mention.span, text)}",
                )
                yield Fault("crossing", message, (outer.id, mention.id))
        open_mentions.append(mention)


def _outside(span: Span, text: str) -> str:
    return f"{span.start}-{span.end} lies outside the text, which has {len(text)} characters"


def _unknown(schema: LabelSchema, what: str, name: str) -> str:
    return f"label schema {schema.name} has no {what} {name}"
