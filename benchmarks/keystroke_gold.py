"""The gold as a scripted annotator knows it, and how a stored layer differs from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from annotator.model.annotations import Annotations
from annotator.model.event import Argument, Event
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import AttributeValue, Mention
from annotator.model.span import Span
from annotator.services.desk import Desk

Filled = frozenset[tuple[str, Span]]
"""The roles of an event, each with the place of one filler."""


@dataclass(frozen=True)
class Gold:
    """What is to be annotated in one document, by place."""

    schema: LabelSchema
    annotations: Annotations
    mentions: Mapping[Span, Mention]
    events: Mapping[Span, Event]
    violation_count: int = 0
    """Arguments the label schema forbids, second mentions or triggers in one place: left out."""

    def role_fillers(self, trigger: Span) -> Filled:
        """Role and place of the filler of each argument of the event at `trigger`."""
        return filled(self.annotations, self.events[trigger])

    def attributes(self, item: Mention | Event) -> dict[str, AttributeValue]:
        """What holds for the item, defaults included."""
        return held(self.schema, item)


def gold_of(schema: LabelSchema, annotations: Annotations) -> Gold:
    """The gold of one document, without what the label schema forbids and no key can make."""
    allowed = [(event, _allowed(schema, annotations, event)) for event in annotations.events]
    violation_count = sum(len(event.arguments) - len(kept) for event, kept in allowed)
    repaired = [replace(event, arguments=kept) for event, kept in allowed]
    items = {**annotations.items, **{("Event", event.id): event for event in repaired}}
    annotations = replace(annotations, items=items)
    mentions = {mention.span: mention for mention in annotations.mentions}
    events = {event.trigger: event for event in annotations.events}
    violation_count += len(annotations.mentions) - len(mentions)
    violation_count += len(annotations.events) - len(events)
    return Gold(schema, annotations, mentions, events, violation_count)


def _allowed(schema: LabelSchema, annotations: Annotations, event: Event) -> tuple[Argument, ...]:
    """The arguments of an event that the label schema allows."""
    types = {mention.id: mention.type for mention in annotations.mentions}
    kept: list[Argument] = []
    for argument in dict.fromkeys(event.arguments):
        if argument.role not in schema.event_roles(event.type):
            continue
        fillers = schema.fillers(event.type, argument.role)
        _, most = schema.cardinality(event.type, argument.role)
        is_full = most is not None and sum(a.role == argument.role for a in kept) >= most
        name = types.get(argument.target)
        if not is_full and (fillers.events if name is None else name in fillers.entity_types):
            kept.append(argument)
    return tuple(kept)


def held(schema: LabelSchema, item: Mention | Event) -> dict[str, AttributeValue]:
    """Every attribute the type has, with the value that holds."""
    is_mention = isinstance(item, Mention)
    known = schema.entities if is_mention else schema.events
    if item.type not in known:
        return {}
    names = schema.entity_attribute_names if is_mention else schema.event_attribute_names
    return {
        name: schema.attribute_value(item.type, name, item.attributes) for name in names(item.type)
    }


def filled(annotations: Annotations, event: Event) -> Filled:
    """Role and place of the filler of each argument."""
    places = {mention.id: mention.span for mention in annotations.mentions}
    places |= {other.id: other.trigger for other in annotations.events}
    return frozenset((argument.role, places[argument.target]) for argument in event.arguments)


def differences(gold: Gold, desk: Desk) -> Iterator[str]:
    """What of the stored layer is not as in the gold, one line each; nothing where it is equal."""
    session = desk.session
    found = session.project.annotations(session.layer, session.document.id)
    text = desk.text
    mentions = {mention.span: mention for mention in found.mentions}
    events = {event.trigger: event for event in found.events}
    for span in sorted(mentions.keys() ^ gold.mentions.keys()):
        yield f"mention {'too much' if span in mentions else 'missing'}: {span.of(text)} at {span}"
    for span in sorted(events.keys() ^ gold.events.keys()):
        yield f"event {'too much' if span in events else 'missing'}: {span.of(text)} at {span}"
    for span in sorted(mentions.keys() & gold.mentions.keys()):
        ours, theirs = mentions[span], gold.mentions[span]
        if (ours.type, held(gold.schema, ours)) != (theirs.type, gold.attributes(theirs)):
            yield f"mention {span.of(text)}: {ours.type} {held(gold.schema, ours)}, not {theirs}"
    for span in sorted(events.keys() & gold.events.keys()):
        mine, wanted = events[span], gold.events[span]
        if (mine.type, held(gold.schema, mine)) != (wanted.type, gold.attributes(wanted)):
            yield f"event {span.of(text)}: {mine.type} {held(gold.schema, mine)}, not {wanted}"
        if filled(found, mine) != gold.role_fillers(span):
            yield f"arguments of {span.of(text)}: {sorted(filled(found, mine))}, not the gold's"
    yield from _parted(text, "identity", {s: m.kb for s, m in mentions.items()},
                       {s: m.kb for s, m in gold.mentions.items()})  # fmt: skip
    yield from _parted(text, "coref", {s: e.coref for s, e in events.items()},
                       {s: e.coref for s, e in gold.events.items()})  # fmt: skip


def _parted(
    text: str, what: str, ours: Mapping[Span, str | None], theirs: Mapping[Span, str | None]
) -> Iterator[str]:
    """Places that are grouped otherwise; a slug that only one place has says nothing."""
    both = sorted(ours.keys() & theirs.keys())
    mine, wanted = _groups({s: ours[s] for s in both}), _groups({s: theirs[s] for s in both})
    for span in both:
        if mine[span] != wanted[span]:
            yield f"{what} of {span.of(text)} at {span}: shared with other places than in the gold"


def _groups(slugs: Mapping[Span, str | None]) -> dict[Span, frozenset[Span]]:
    return {
        span: frozenset(other for other, named in slugs.items() if slug and named == slug)
        or frozenset({span})
        for span, slug in slugs.items()
    }
