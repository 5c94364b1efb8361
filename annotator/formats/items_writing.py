"""The annotations of one document as the interchange file holds them."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, TypeAlias

from annotator.formats.numbering import Numbering
from annotator.model.annotations import Annotations
from annotator.model.event import Event
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import Attributes, Mention, Provenance
from annotator.model.record import Loss
from annotator.model.relation import Relation
from annotator.model.span import Span

Json: TypeAlias = dict[str, Any]  # on its way out; `interchange.Line` says what it may hold


class ItemWriter:
    """Writes the items of one document; `losses` tells of those that point at nothing any more."""

    def __init__(
        self, annotations: Annotations, document_id: str, text: str, schema: LabelSchema
    ) -> None:
        self._annotations = annotations
        self._document_id = document_id
        self._text = text
        self._schema = schema
        self._mentions = annotations.mentions
        self._events = annotations.events
        self._numbering = Numbering(self._mentions, self._events, tuple(schema.roles))
        self.losses: list[Loss] = []

    def items(self) -> Json:
        """Entities, events, relations and notes, in the order the file gives them."""
        return {
            "entities": [self._mention(mention) for mention in self._mentions],
            "events": [self._event(event) for event in self._events],
            "relations": self._relations(),
            "notes": self._notes(),
        }

    def _mention(self, mention: Mention) -> Json:
        return {
            "id": self._numbering.name(mention.id),
            **self._span(mention.span),
            "type": mention.type,
            "kb": mention.kb,
            "attributes": _ordered(mention.attributes, tuple(self._schema.entity_attributes)),
            "uncertain": mention.uncertain,
            "provenance": _provenance(mention.provenance),
        }

    def _event(self, event: Event) -> Json:
        arguments = self._numbering.arguments(event)
        for _ in range(len(event.arguments) - len(arguments)):
            self._lose(
                "argument", f"{event.type} {event.trigger.of(self._text)}: its filler is gone"
            )
        return {
            "id": self._numbering.name(event.id),
            "type": event.type,
            "trigger": self._span(event.trigger),
            "arguments": [
                {"role": argument.role, "target": self._numbering.name(argument.target)}
                for argument in arguments
            ],
            "attributes": _ordered(event.attributes, tuple(self._schema.event_attributes)),
            "coref": event.coref,
            "uncertain": event.uncertain,
            "provenance": _provenance(event.provenance),
        }

    def _relations(self) -> list[Json]:
        standing = []
        for relation in self._annotations.relations:
            if relation.source in self._numbering and relation.target in self._numbering:
                standing.append(relation)
            else:
                self._lose("relation", f"{relation.type}: a mention it links is gone")
        standing.sort(key=self._place)
        return [
            {
                "id": f"R{number}",
                "type": relation.type,
                "source": self._numbering.name(relation.source),
                "target": self._numbering.name(relation.target),
                "provenance": _provenance(relation.provenance),
            }
            for number, relation in enumerate(standing, start=1)
        ]

    def _place(self, relation: Relation) -> tuple[object, ...]:
        place = self._numbering.place
        return (place(relation.source), place(relation.target), relation.type, relation.id)

    def _notes(self) -> list[Json]:
        notes = []
        for note in sorted(self._annotations.notes, key=attrgetter("id")):
            if note.on and note.on not in self._numbering:
                self._lose("note", f"{note.text}: what it is on is gone")
                continue
            notes.append(
                {
                    "on": self._numbering.name(note.on) if note.on else None,
                    "by": note.by,
                    "at": note.at,
                    "text": note.text,
                    "resolved": note.resolved,
                }
            )
        return notes

    def _span(self, span: Span) -> Json:
        return {"start": span.start, "end": span.end, "text": span.of(self._text)}

    def _lose(self, kind: str, detail: str) -> None:
        self.losses.append(Loss(kind, self._document_id, detail))


def _ordered(given: Attributes, names: Sequence[str]) -> Attributes:
    """Attributes in the label schema's order, those it does not have behind, by name."""
    return {
        name: given[name] for name in (*names, *sorted(given.keys() - set(names))) if name in given
    }


def _provenance(provenance: Provenance) -> Json:
    held = {
        "status": provenance.status,
        "suggester": provenance.suggester,
        "score": provenance.score,
        "decided_by": provenance.decided_by,
        "decided_at": provenance.decided_at,
        "adjudicated_by": provenance.adjudicated_by,
    }
    return {name: value for name, value in held.items() if value is not None}
