"""How far annotators agree: pairwise exact F1 of mentions, triggers and arguments with roles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from annotator.agreement.event_f1 import ComparedArgument, ComparedEvent, EventScores, event_scores
from annotator.agreement.span_f1 import (
    F1,
    LabelledSpan,
    boundary_f1,
    span_f1,
    span_f1_by_label,
)
from annotator.errors import InvalidDataError, UsageError
from annotator.model.annotations import Annotations
from annotator.model.layer import GOLD
from annotator.model.record import Record
from annotator.model.remark import Level
from annotator.model.span import Span
from annotator.services.project import Project

TWO = 2

Figures: TypeAlias = "float | int | list[str] | Mapping[str, Figures] | None"
"""What `as_json` is made of."""


@dataclass(frozen=True)
class PairReport:
    """Agreement of two layers over the documents that both finished.

    A level that either left unfinished everywhere has no documents; its figures are undefined.
    """

    layers: tuple[str, str]
    entity_documents: tuple[str, ...]
    event_documents: tuple[str, ...]
    mentions: F1
    mention_boundaries: F1
    mentions_by_type: Mapping[str, F1]
    events: EventScores
    triggers_by_type: Mapping[str, F1]


def agreement_of_project(project: Project, layers: Sequence[str] = ()) -> list[PairReport]:
    """Every pair of the project's annotators, or of the layers named; gold only where named.

    Raises:
        NotFoundError: the project has no layer of one of the names.
        UsageError: fewer than two layers are named.
    """
    if len(named := list(dict.fromkeys(layers))) == 1:
        message = f"agreement compares two layers or more; name another one beside {named[0]}"
        raise UsageError(message)
    everyone = [layer.name for layer in project.layers() if layer.name != GOLD]
    names = [project.layer(name).name for name in named] or everyone
    documents = [heading.id for heading in project.headings()]
    held = {name: {doc: project.annotations(name, doc) for doc in documents} for name in names}
    return [_compare((a, b), held[a], held[b]) for a, b in combinations(names, 2)]


def agreement_on(project: Project, layers: tuple[str, str], documents: Iterable[str]) -> PairReport:
    """Two layers compared on some documents alone."""
    keys = list(documents)
    first, second = ({doc: project.annotations(name, doc) for doc in keys} for name in layers)
    return _compare(layers, first, second)


def agreement_of_records(records: Iterable[Record]) -> list[PairReport]:
    """Every pair of the layers that the records of interchange files belong to.

    Raises:
        InvalidDataError: a layer has a document twice, or layers have different texts of one.
        UsageError: they belong to fewer than two layers.
    """
    held: dict[str, dict[str, Annotations]] = {}
    texts: dict[str, str] = {}
    for record in records:
        document, layer = record.document, record.layer.name
        if document.id in held.setdefault(layer, {}):
            message = f"layer {layer} has document {document.id} twice; leave one out"
            raise InvalidDataError(message)
        if texts.setdefault(document.id, document.text) != document.text:
            message = f"the texts of document {document.id} differ; compare layers of one text"
            raise InvalidDataError(message)
        held[layer][document.id] = record.annotations
    if len(held) < TWO:
        message = f"agreement compares two layers or more; the files hold {', '.join(held)} alone"
        raise UsageError(message)
    return [_compare((a, b), held[a], held[b]) for a, b in combinations(held, 2)]


def as_json(report: PairReport) -> dict[str, Figures]:
    """The report with every figure at full precision, for machines; undefined is None."""
    events = report.events
    return {
        "layers": list(report.layers),
        "documents": {
            "entities": list(report.entity_documents),
            "events": list(report.event_documents),
        },
        "mentions": _figures(report.mentions),
        "triggers": _figures(events.trigger_cls),
        "arguments": _figures(events.argument_role),
        "mention_boundaries": _figures(report.mention_boundaries),
        "trigger_spans": _figures(events.trigger_id),
        "argument_spans": _figures(events.argument_id),
        "arguments_unattached": _figures(events.argument_role_unattached),
        "argument_spans_unattached": _figures(events.argument_id_unattached),
        "mentions_by_type": {k: _figures(v) for k, v in report.mentions_by_type.items()},
        "triggers_by_type": {k: _figures(v) for k, v in report.triggers_by_type.items()},
    }


def _figures(scores: F1) -> dict[str, Figures]:
    return {
        "f1": scores.f1,
        "precision": scores.precision,
        "recall": scores.recall,
        "matched": scores.matched,
        "first": scores.first,
        "second": scores.second,
    }


def _compare(
    layers: tuple[str, str], a: Mapping[str, Annotations], b: Mapping[str, Annotations]
) -> PairReport:
    entity_documents = _both_finished(a, b, "entities")
    event_documents = _both_finished(a, b, "events")
    mentions_a, mentions_b = _mentions(a, entity_documents), _mentions(b, entity_documents)
    events_a, events_b = _events(a, event_documents), _events(b, event_documents)
    return PairReport(
        layers=layers,
        entity_documents=entity_documents,
        event_documents=event_documents,
        mentions=span_f1(mentions_a, mentions_b),
        mention_boundaries=boundary_f1(mentions_a, mentions_b),
        mentions_by_type=span_f1_by_label(mentions_a, mentions_b),
        events=event_scores(events_a, events_b),
        triggers_by_type=span_f1_by_label(_triggers(events_a), _triggers(events_b)),
    )


def _both_finished(
    a: Mapping[str, Annotations], b: Mapping[str, Annotations], level: Level
) -> tuple[str, ...]:
    """Documents both finished at this level; an empty one that both finished counts."""
    return tuple(
        sorted(doc for doc in a.keys() & b.keys() if _has(a[doc], level) and _has(b[doc], level))
    )


def _has(annotations: Annotations, level: Level) -> bool:
    return annotations.set_aside is None and any(done.level == level for done in annotations.done)


def _mentions(held: Mapping[str, Annotations], documents: Iterable[str]) -> list[LabelledSpan]:
    return [
        (doc, mention.span.start, mention.span.end, mention.type)
        for doc in documents
        for mention in held[doc].mentions
    ]


def _events(held: Mapping[str, Annotations], documents: Iterable[str]) -> list[ComparedEvent]:
    return [event for doc in documents for event in _events_of(doc, held[doc])]


def _events_of(document_id: str, annotations: Annotations) -> list[ComparedEvent]:
    spans = {mention.id: mention.span for mention in annotations.mentions}
    spans |= {event.id: event.trigger for event in annotations.events}
    return [
        ComparedEvent(
            document_id,
            _offsets(event.trigger),
            event.type,
            tuple(
                ComparedArgument(argument.role, _offsets(spans[argument.target]))
                for argument in event.arguments
            ),
        )
        for event in annotations.events
    ]


def _triggers(events: Iterable[ComparedEvent]) -> list[LabelledSpan]:
    return [(event.document, *event.trigger, event.type) for event in events]


def _offsets(span: Span) -> tuple[int, int]:
    return (span.start, span.end)
