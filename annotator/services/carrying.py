"""Carry the annotations of one layer over to a corrected text: the changes that do so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from annotator.arabic.text_alignment import TextAlignment
from annotator.model.annotations import Annotations
from annotator.model.change import Added, Change, Changed, Item, Removed
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import Decision

_Marked = TypeVar("_Marked", Mention, Event)


@dataclass(frozen=True, slots=True)
class Misfit:
    """An annotation that did not simply go over to the corrected text."""

    layer: str
    kind: str
    """`mention` or `event`."""
    type: str
    text: str
    """What it covered in the old text."""
    start: int
    """Where that was, in the old text."""
    is_lost: bool
    """Taken off; else it stands, but its words changed, and it is marked as uncertain."""


@dataclass(frozen=True)
class CarriedLayer:
    """What becomes of one layer's annotations of a document."""

    changes: tuple[Change, ...]
    kept_count: int
    """Mentions and events that went over as they were."""
    misfits: tuple[Misfit, ...]


def carry_layer(
    layer: str, annotations: Annotations, *, document_id: str, old: str, alignment: TextAlignment
) -> CarriedLayer:
    """The changes that make annotations of the text `old` fit the text it is aligned with.

    Where anything is lost or uncertain, the marks that levels are done go too.
    """
    carrying = _Carrying(layer, document_id, old, alignment)
    kept: list[tuple[Mention | Event, Mention | Event | None]] = [
        *carrying.marked(annotations.mentions),
        *carrying.marked(annotations.events),
    ]
    lost = {item.id for item, after in kept if after is None}
    carrying.let_go(annotations, lost)
    for before, after in kept:
        if isinstance(after, Event):
            arguments = tuple(a for a in after.arguments if a.target not in lost)
            carrying.change(before, replace(after, arguments=arguments))
        elif after is not None:
            carrying.change(before, after)
    carrying.decisions(annotations)
    if carrying.misfits:
        carrying.changes += [Removed(document_id, done) for done in annotations.done]
    carrying.changes += [Removed(document_id, item) for item, after in kept if after is None]
    count = len(kept) - len(carrying.misfits)
    return CarriedLayer(tuple(carrying.changes), count, tuple(carrying.misfits))


class _Carrying:
    """The changes and misfits found so far."""

    def __init__(self, layer: str, document_id: str, old: str, alignment: TextAlignment) -> None:
        self.changes: list[Change] = []
        self.misfits: list[Misfit] = []
        self._layer = layer
        self._document_id = document_id
        self._old = old
        self._alignment = alignment

    def marked(self, items: list[_Marked]) -> Iterator[tuple[_Marked, _Marked | None]]:
        """Each mention or event as it was and as it will be, None for one that is lost."""
        for item in items:
            span = item.span if isinstance(item, Mention) else item.trigger
            carried = self._alignment.carry(span)
            if carried is None or not carried.is_exact:
                self._note(item, span, is_lost=carried is None)
            if carried is None:
                yield item, None
                continue
            uncertain = item.uncertain or not carried.is_exact
            if isinstance(item, Mention):
                yield item, replace(item, span=carried.span, uncertain=uncertain)
            else:
                yield item, replace(item, trigger=carried.span, uncertain=uncertain)

    def let_go(self, annotations: Annotations, lost: set[str]) -> None:
        """Take off relations of what is lost; notes on it become notes on the document."""
        for relation in annotations.relations:
            if not lost.isdisjoint({relation.source, relation.target}):
                self.changes.append(Removed(self._document_id, relation))
        for note in annotations.notes:
            if note.on in lost:
                self.change(note, replace(note, on=""))

    def change(self, before: Item, after: Item) -> None:
        """One item changed, if it is."""
        if after != before:
            self.changes.append(Changed(self._document_id, before, after))

    def decisions(self, annotations: Annotations) -> None:
        """Decisions go with the suggestion they decided; on changed words they are open again."""
        moved: list[Decision] = []
        for decision in annotations.decisions:
            carried = self._alignment.carry(decision.span)
            span = carried.span if carried is not None and carried.is_exact else None
            if span == decision.span:
                continue
            self.changes.append(Removed(self._document_id, decision))
            if span is not None:
                moved.append(replace(decision, span=span))
        # Their identifiers come from the span: all old ones go before a new one may be the same.
        self.changes += [Added(self._document_id, decision) for decision in moved]

    def _note(self, item: Mention | Event, span: Span, *, is_lost: bool) -> None:
        kind = "mention" if isinstance(item, Mention) else "event"
        self.misfits.append(
            Misfit(self._layer, kind, item.type, span.of(self._old), span.start, is_lost)
        )
