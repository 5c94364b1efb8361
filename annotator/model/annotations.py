"""The annotations of one document in one layer: the fold of its changes."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar, cast

from annotator.errors import AnnotatorError
from annotator.model.change import Added, Change, Changed, Item, Removed
from annotator.model.entity import Identity
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.relation import Relation
from annotator.model.remark import LEVELS, DocumentLabel, Done, Level, Note, SetAside
from annotator.model.span import reading_order
from annotator.model.suggestion import Decision

ItemT = TypeVar("ItemT")


class FoldError(AnnotatorError):
    """A change that does not fit the state it was applied to: the journal is damaged."""


@dataclass(frozen=True)
class Annotations:
    """What one layer says about one document (or, for identities, about itself).

    `items` maps (kind, id) to the item; kinds are the item classes' names.
    """

    items: Mapping[tuple[str, str], Item] = field(default_factory=dict)

    def get(self, kind: type[ItemT], item_id: str) -> ItemT | None:
        """The item of `kind` with this identifier, or None."""
        return cast("ItemT | None", self.items.get((kind.__name__, item_id)))

    def all(self, kind: type[ItemT]) -> list[ItemT]:
        """Every item of `kind`, in the order they were added."""
        return cast("list[ItemT]", self._of_kind.get(kind.__name__, [])).copy()

    @cached_property
    def _of_kind(self) -> dict[str, list[Item]]:
        found: dict[str, list[Item]] = {}
        for (kind, _), item in self.items.items():
            found.setdefault(kind, []).append(item)
        return found

    @property
    def mentions(self) -> list[Mention]:
        """The mentions in reading order, outer ones first."""
        return self._mentions.copy()

    @cached_property
    def _mentions(self) -> list[Mention]:
        return sorted(self.all(Mention), key=_mention_order)

    @property
    def events(self) -> list[Event]:
        """The events in reading order of their triggers."""
        return sorted(self.all(Event), key=lambda e: (*reading_order(e.trigger), e.id))

    @property
    def relations(self) -> list[Relation]:
        """The relations between mentions."""
        return self.all(Relation)

    @property
    def notes(self) -> list[Note]:
        """The remarks, oldest first."""
        return self.all(Note)

    @property
    def identities(self) -> list[Identity]:
        """The layer's registry; empty but on the state of the layer itself."""
        return self.all(Identity)

    @property
    def document_labels(self) -> list[DocumentLabel]:
        """The labels set on the whole document."""
        return self.all(DocumentLabel)

    @property
    def done(self) -> list[Done]:
        """What the annotator finished here."""
        return self.all(Done)

    def is_done(self, levels: Iterable[Level] = LEVELS) -> bool:
        """Whether these levels are finished, each in whichever round."""
        return {done.level for done in self.done} >= set(levels)

    @property
    def set_aside(self) -> SetAside | None:
        """Why the annotator will not annotate the document, or None."""
        return self.get(SetAside, "set-aside")

    @property
    def decisions(self) -> list[Decision]:
        """What was decided on suggestions."""
        return self.all(Decision)


def key_of(item: Item) -> tuple[str, str]:
    """Kind and identifier: what names an item among the annotations of a document."""
    return (type(item).__name__, item.id)


def apply(annotations: Annotations, changes: Sequence[Change]) -> Annotations:
    """The annotations after `changes`, which are taken in order.

    Raises:
        FoldError: a change adds what is there, or removes or changes what is not there so.
    """
    items = dict(annotations.items)
    for change in changes:
        match change:
            case Added(item=item):
                _expect(items, item, None)
                items[key_of(item)] = item
            case Removed(item=item):
                _expect(items, item, item)
                del items[key_of(item)]
            case Changed(before=before, after=after):
                _expect(items, before, before)
                if key_of(before) != key_of(after):
                    message = f"a change may not turn {key_of(before)} into {key_of(after)}"
                    raise FoldError(message)
                items[key_of(after)] = after
    result = replace(annotations, items=items)
    if known := annotations.__dict__.get("_mentions"):
        # thousands are not sorted again for one
        result.__dict__["_mentions"] = _with_changes(known, changes)
    return result


def _with_changes(mentions: Sequence[Mention], changes: Iterable[Change]) -> list[Mention]:
    changed = list(mentions)
    for change in changes:
        match change:
            case Added(item=Mention() as added):
                insort(changed, added, key=_mention_order)
            case Removed(item=Mention() as gone):
                _take_out(changed, gone)
            case Changed(before=Mention() as before, after=Mention() as after):
                _take_out(changed, before)
                insort(changed, after, key=_mention_order)
            case _:
                pass
    return changed


def _take_out(mentions: list[Mention], mention: Mention) -> None:
    del mentions[bisect_left(mentions, _mention_order(mention), key=_mention_order)]


def _mention_order(mention: Mention) -> tuple[int, int, str]:
    return (*reading_order(mention.span), mention.id)


def fold(changes: Iterable[Change]) -> Annotations:
    """The annotations that `changes` make of nothing."""
    return apply(Annotations(), list(changes))


def _expect(items: Mapping[tuple[str, str], Item], item: Item, wanted: Item | None) -> None:
    found = items.get(key_of(item))
    if found != wanted:
        kind, item_id = key_of(item)
        state = "is not there" if found is None else "stands otherwise"
        message = f"the journal does not fit: {kind} {item_id} {state}; run: annotator fsck"
        raise FoldError(message)
