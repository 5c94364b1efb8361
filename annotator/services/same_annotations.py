"""Whether two sets of annotations say the same, whatever identifiers their items carry."""

from collections import Counter

from annotator.model.annotations import Annotations
from annotator.model.mention import Attributes
from annotator.model.span import Span

Mark = tuple[object, ...]


def same_annotations(a: Annotations, b: Annotations) -> bool:
    """Equal in mentions, events, relations, done marks, labels and notes; not in who made them."""
    return _marks(a) == _marks(b)


def _marks(annotations: Annotations) -> Counter[Mark]:
    spans: dict[str, Span] = {m.id: m.span for m in annotations.mentions}
    spans |= {event.id: event.trigger for event in annotations.events}
    marks: Counter[Mark] = Counter(
        ("mention", m.span, m.type, m.kb, m.uncertain, _set(m.attributes))
        for m in annotations.mentions
    )
    marks.update(
        (
            "event",
            event.trigger,
            event.type,
            event.coref,
            event.uncertain,
            _set(event.attributes),
            frozenset((argument.role, spans.get(argument.target)) for argument in event.arguments),
        )
        for event in annotations.events
    )
    marks.update(
        ("relation", relation.type, spans.get(relation.source), spans.get(relation.target))
        for relation in annotations.relations
    )
    marks.update(("done", done.id) for done in annotations.done)
    marks.update(("label", label.id, label.value) for label in annotations.document_labels)
    marks.update(
        ("note", spans.get(note.on), note.by, note.text, note.resolved)
        for note in annotations.notes
    )
    marks[("set aside", annotations.set_aside)] += 1
    return marks


def _set(attributes: Attributes) -> frozenset[tuple[str, str | bool]]:
    return frozenset(attributes.items())
