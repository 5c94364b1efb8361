"""The annotations of one document in one layer: the fold of its changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar, cast
from weakref import ref

from annotator.errors import AnnotatorError
from annotator.model.change import Added, Change, Changed, Item, Removed, item_of
from annotator.model.entity import Identity
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.placed import Order, Placed
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
        return cast("list[ItemT]", list(self._of_kind.get(kind.__name__, {}).values()))

    @cached_property
    def _of_kind(self) -> dict[str, dict[str, Item]]:
        found: dict[str, dict[str, Item]] = {}
        for (kind, item_id), item in self.items.items():
            found.setdefault(kind, {})[item_id] = item
        return found

    @property
    def mentions(self) -> list[Mention]:
        """The mentions in reading order, outer ones first."""
        return list(self.placed_mentions.all)

    @property
    def events(self) -> list[Event]:
        """The events in reading order of their triggers."""
        return list(self.placed_events.all)

    @cached_property
    def placed_mentions(self) -> Placed[Mention]:
        """The mentions, found by place."""
        return Placed(self.all(Mention), mention_order)

    @cached_property
    def placed_events(self) -> Placed[Event]:
        """The events, found by the place of their triggers."""
        return Placed(self.all(Event), _event_order)

    def changes_since(self, before: "Annotations") -> Sequence[Change] | None:
        """The changes that were made to `before`; None where that is not known."""
        if before is self:
            return ()
        base, changes = self.__dict__.get("_made_of", (None, ()))
        return cast("Sequence[Change]", changes) if base is not None and base() is before else None

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
    result.__dict__.update(_followed(annotations, changes))
    return result


def _followed(before: Annotations, changes: Sequence[Change]) -> dict[str, object]:
    """What `before` knows of itself, brought up to date: thousands are not sorted for one."""
    known = before.__dict__
    found: dict[str, object] = {"_made_of": (ref(before), tuple(changes))}
    if "_of_kind" in known:
        found["_of_kind"] = _kinds_after(known["_of_kind"], changes)
    for name, kind in (("placed_mentions", Mention), ("placed_events", Event)):
        if name in known:
            gone, come = _differences(kind, changes)
            found[name] = known[name].changed(gone, come) if gone or come else known[name]
    return found


def _kinds_after(
    before: Mapping[str, dict[str, Item]], changes: Iterable[Change]
) -> dict[str, dict[str, Item]]:
    touched = {type(item_of(change)).__name__ for change in changes}
    after = {kind: items.copy() if kind in touched else items for kind, items in before.items()}
    for change in changes:
        item = item_of(change)
        items = after.setdefault(type(item).__name__, {})
        if isinstance(change, Removed):
            del items[item.id]
        else:
            items[item.id] = item
    return after


def _differences(kind: type[Any], changes: Iterable[Change]) -> tuple[list[Any], list[Any]]:
    """The items of `kind` that are no more, and those that are new, after all changes."""
    gone: dict[str, Any] = {}
    come: dict[str, Any] = {}
    for change in changes:
        before = change.before if isinstance(change, Changed) else item_of(change)
        if not isinstance(before, kind):
            continue
        if not isinstance(change, Added) and come.pop(before.id, None) is None:
            gone[before.id] = before
        if not isinstance(change, Removed):
            come[before.id] = item_of(change)
    return list(gone.values()), list(come.values())


def mention_order(mention: Mention) -> Order:
    """The order of mentions in reading, and what tells two at one place apart."""
    return (*reading_order(mention.span), mention.id)


def _event_order(event: Event) -> Order:
    return (*reading_order(event.trigger), event.id)


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
