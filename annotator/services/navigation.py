"""What can be worked on in a document, in which order, and what lies under the cursor."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal, TypeAlias, TypeGuard, cast

from annotator.model.annotations import Annotations
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.placed import Order, Placed
from annotator.model.span import Span, reading_order
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion

Level: TypeAlias = Literal["entities", "events"]
"""What one works on: mentions, or events with their arguments."""

Item: TypeAlias = Mention | Event | SuggestedMention | SuggestedEvent
"""What a key can decide on: an annotation, or a suggestion that is not decided yet."""


_FAR = 1 << 30
"""More characters than any text has."""


def place_of(item: Item) -> Span:
    """Where the item stands: the mention's span or the event's trigger."""
    # called for thousands of items at a key: a `match` takes three times as long
    return item.trigger if isinstance(item, Event | SuggestedEvent) else item.span


def is_open(item: Item) -> bool:
    """Whether the item still waits for a decision."""
    return isinstance(item, SuggestedMention | SuggestedEvent)


class Items:
    """The items of one document on one level, in reading order, outer ones first."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self.placed = Placed(items, _order)

    @property
    def all(self) -> Sequence[Item]:
        """Every one."""
        return self.placed.all

    @property
    def open(self) -> Sequence[Item]:
        """Those that wait for a decision."""
        return self._waiting.all

    @cached_property
    def _waiting(self) -> Placed[Item]:
        return Placed((item for item in self.all if is_open(item)), _order)

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.all}

    def get(self, item_id: str | None) -> Item | None:
        """The item of that identifier, or None."""
        return None if item_id is None else self._by_id.get(item_id)

    def index(self, item_id: str) -> int | None:
        """The place in reading order of the item of that identifier; None without one."""
        item = self.get(item_id)
        return None if item is None else self.placed.index(item)

    def covering(self, offset: int) -> list[Item]:
        """The items over the character at `offset`, the innermost first."""
        return self.placed.over(Span(offset, offset + 1))[::-1]

    def over(self, span: Span) -> list[Item]:
        """The items that share a character with `span`, in reading order."""
        return self.placed.over(span)

    def beginning_in(self, span: Span) -> Sequence[Item]:
        """The items that begin at a character of `span`, in reading order."""
        return self.placed.beginning_in(span)

    def changed(self, gone: Sequence[Item], come: Sequence[Item]) -> "Items":
        """These without `gone`, which are of them, and with `come`."""
        after = Items()
        after.placed = self.placed.changed(gone, come)
        by_id = self._by_id.copy()
        for item in gone:
            del by_id[item.id]
        by_id |= {item.id: item for item in come}
        waiting = self._waiting.changed(filter(is_open, gone), filter(is_open, come))
        after.__dict__.update(_by_id=by_id, _waiting=waiting)
        return after

    def open_after(self, item: Item | None, offset: int) -> Item | None:
        """The next open item behind `item`, or without one at or behind `offset`."""
        after = _order(item) if item is not None else (offset, -_FAR, "")
        place = bisect_right(self.open, after, key=_order)
        return self.open[place] if place < len(self.open) else None

    def open_before(self, item: Item | None, offset: int) -> Item | None:
        """The open item before `item`, or without one the last that begins before `offset`."""
        before = _order(item) if item is not None else (offset, -_FAR, "")
        place = bisect_left(self.open, before, key=_order)
        return self.open[place - 1] if place else None


def items_of(annotations: Annotations, suggestions: Iterable[Suggestion], level: Level) -> Items:
    """What the document holds on a level: its annotations and the `suggestions` still open.

    A suggestion that a person has settled otherwise, by marking the same text or across its
    border, is passed over.
    """
    own = own_items(annotations, level)
    free = [one for one in suggestions if is_of(one, level) and not is_settled(one, annotations)]
    return Items([*own.all, *free])


def own_items(annotations: Annotations, level: Level) -> Placed[Mention | Event]:
    """What the annotations hold on a level."""
    own = annotations.placed_mentions if level == "entities" else annotations.placed_events
    return cast("Placed[Mention | Event]", own)


def is_of(suggestion: Suggestion, level: Level) -> TypeGuard[SuggestedMention | SuggestedEvent]:
    """Whether the suggestion is one of that level."""
    return isinstance(suggestion, SuggestedMention if level == "entities" else SuggestedEvent)


def is_settled(suggestion: SuggestedMention | SuggestedEvent, annotations: Annotations) -> bool:
    """Whether what a person marked leaves the suggestion no place."""
    if isinstance(suggestion, SuggestedEvent):
        return bool(annotations.placed_events.over(suggestion.trigger))
    span = suggestion.span
    marked = annotations.placed_mentions.over(span)
    return any(span == mention.span or span.crosses(mention.span) for mention in marked)


def _order(item: Item) -> Order:
    return (*reading_order(place_of(item)), item.id)
