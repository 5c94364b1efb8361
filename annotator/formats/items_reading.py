"""What one layer says in a line of the interchange file, made annotations."""

from collections.abc import Iterator

from annotator.formats.interchange import EntityPart, EventPart, Line, ProvenancePart
from annotator.formats.span_reading import SpanReader
from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.event import Argument, Event
from annotator.model.identifiers import new_id
from annotator.model.mention import Mention, Provenance
from annotator.model.relation import Relation
from annotator.model.remark import LEVELS, DocumentLabel, Done, Note, SetAside


class ItemReader:
    """Makes the items of one line; identifiers are new and sort in the order of the line."""

    def __init__(self, line: Line, spans: SpanReader, reasons: list[str]) -> None:
        """`reasons` takes what is wrong; what it is about is left out of the annotations."""
        self._line = line
        self._spans = spans
        self._reasons = reasons
        self._ids: dict[str, str] = {}  # of the line -> our own
        self.names: dict[str, str] = {}
        """Our identifier of an entity, event or relation -> the one in the line."""

    def annotations(self) -> Annotations:
        """Everything the layer says about the document."""
        parts: list[EntityPart | EventPart] = [*self._line.entities, *self._line.events]
        for part in parts:
            self._take_id(part)
        items: list[Item] = [
            *self._mentions(),
            *self._events(),
            *self._relations(),
            *self._notes(),
            *self._remarks(),
        ]
        return Annotations({key_of(item): item for item in items})

    def _take_id(self, part: EntityPart | EventPart) -> None:
        if part.id in self._ids:
            self._reasons.append(f"{part.id}: two entities or events have this `id`")
        self._ids[part.id] = own = new_id()
        self.names[own] = part.id

    def _mentions(self) -> Iterator[Mention]:
        for part in self._line.entities:
            span = self._spans.read(part, part.id)
            if span is not None:
                yield Mention(
                    self._ids[part.id],
                    span,
                    part.type,
                    attributes=part.attributes,
                    kb=part.kb,
                    uncertain=part.uncertain,
                    provenance=_provenance(part.provenance),
                )

    def _events(self) -> Iterator[Event]:
        for part in self._line.events:
            trigger = self._spans.read(part.trigger, part.id)
            arguments = tuple(self._arguments(part))
            if trigger is not None:
                yield Event(
                    self._ids[part.id],
                    trigger,
                    part.type,
                    arguments=arguments,
                    attributes=part.attributes,
                    coref=part.coref,
                    uncertain=part.uncertain,
                    provenance=_provenance(part.provenance),
                )

    def _arguments(self, part: EventPart) -> Iterator[Argument]:
        for argument in part.arguments:
            target = self._target(argument.target, f"{part.id}: {argument.role}")
            if target:
                yield Argument(argument.role, target)

    def _relations(self) -> Iterator[Relation]:
        seen: set[str] = set()
        for part in self._line.relations:
            if part.id in seen:
                self._reasons.append(f"{part.id}: two relations have this `id`")
            seen.add(part.id)
            source = self._target(part.source, f"{part.id}: source")
            target = self._target(part.target, f"{part.id}: target")
            if source and target:
                own = new_id()
                self.names[own] = part.id
                yield Relation(own, part.type, source, target, _provenance(part.provenance))

    def _notes(self) -> Iterator[Note]:
        for part in self._line.notes:
            on = self._target(part.on, "a note") if part.on else ""
            yield Note(new_id(), on, part.by, part.at, part.text, part.resolved)

    def _remarks(self) -> Iterator[DocumentLabel | Done | SetAside]:
        line = self._line
        for name, value in line.document_labels.items():
            if value is not None:
                yield DocumentLabel(name, value)
        finished = LEVELS if line.done is True else line.done or ()
        for level in LEVELS:
            if level in finished:
                yield Done(level, line.round, line.done_at.get(level))
            elif level in line.done_at:
                self._reasons.append(f"`done_at` names {level}, which is not in `done`")
        if line.set_aside:
            yield SetAside(line.set_aside)

    def _target(self, name: str, pointer: str) -> str:
        """Our identifier for the one in the line; empty, and a reason why, where there is none."""
        own = self._ids.get(name, "")
        if not own:
            self._reasons.append(f"{pointer} points at {name}, which the line does not have")
        return own


def _provenance(part: ProvenancePart) -> Provenance:
    return Provenance(
        status=part.status,
        suggester=part.suggester,
        score=part.score,
        decided_by=part.decided_by,
        decided_at=part.decided_at,
        adjudicated_by=part.adjudicated_by,
    )
