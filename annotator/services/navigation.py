"""What can be worked on in a document, in which order, and what lies under the cursor."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from annotator.model.annotations import Annotations
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span, reading_order
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion

Level: TypeAlias = Literal["entities", "events"]
"""What one works on: mentions, or events with their arguments."""

Item: TypeAlias = Mention | Event | SuggestedMention | SuggestedEvent
"""What a key can decide on: an annotation, or a suggestion that is not decided yet."""


def place_of(item: Item) -> Span:
    """Where the item stands: the mention's span or the event's trigger."""
    # called for thousands of items at a key: a `match` takes three times as long
    return item.trigger if isinstance(item, Event | SuggestedEvent) else item.span


def is_open(item: Item) -> bool:
    """Whether the item still waits for a decision."""
    return isinstance(item, SuggestedMention | SuggestedEvent)


@dataclass(frozen=True)
class Items:
    """The items of one document on one level, in reading order, outer ones first."""

    all: tuple[Item, ...] = ()

    @cached_property
    def open(self) -> tuple[Item, ...]:
        """Those that wait for a decision."""
        return tuple(item for item in self.all if is_open(item))

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.all}

    def get(self, item_id: str | None) -> Item | None:
        """The item of that identifier, or None."""
        return None if item_id is None else self._by_id.get(item_id)

    def covering(self, offset: int) -> list[Item]:
        """The items over the character at `offset`, the innermost first."""
        first = bisect_left(self.all, offset - self._longest, key=_start)
        end = bisect_right(self.all, offset, key=_start)
        return [item for item in self.all[first:end] if offset < place_of(item).end][::-1]

    @cached_property
    def _longest(self) -> int:
        """Characters of the longest item: so far before an offset may one over it begin."""
        return max((len(place_of(item)) for item in self.all), default=0)

    def near(self, span: Span) -> Sequence[Item]:
        """All items that overlap `span`, and some that do not."""
        first = bisect_left(self.all, span.start - self._longest, key=_start)
        return self.all[first : bisect_left(self.all, span.end, key=_start)]

    def with_more(self, more: Iterable[Item]) -> "Items":
        """These and others, in reading order."""
        together = list(self.all)
        for item in more:
            insort(together, item, key=_key)
        return Items(tuple(together))

    def open_after(self, item: Item | None, offset: int) -> Item | None:
        """The next open item behind `item`, or without one at or behind `offset`."""
        waiting = self.open
        if item is not None:
            return next((other for other in waiting if _key(other) > _key(item)), None)
        return next((other for other in waiting if place_of(other).start >= offset), None)

    def open_before(self, item: Item | None, offset: int) -> Item | None:
        """The open item before `item`, or without one the last that begins before `offset`."""
        waiting = self.open[::-1]
        if item is not None:
            return next((other for other in waiting if _key(other) < _key(item)), None)
        return next((other for other in waiting if place_of(other).start < offset), None)


def items_of(annotations: Annotations, suggestions: Sequence[Suggestion], level: Level) -> Items:
    """What the document holds on a level: its annotations and the `suggestions` still open.

    A suggestion that a person has settled otherwise, by marking the same text or across its
    border, is passed over.
    """
    if level == "entities":
        mentions = Items(tuple(annotations.mentions))
        proposed: list[Item] = [
            suggestion
            for suggestion in suggestions
            if isinstance(suggestion, SuggestedMention)
            and not any(
                suggestion.span == place_of(item) or suggestion.span.crosses(place_of(item))
                for item in mentions.near(suggestion.span)
            )
        ]
        return mentions.with_more(proposed)
    events = Items(tuple(annotations.events))
    return events.with_more(
        [
            suggestion
            for suggestion in suggestions
            if isinstance(suggestion, SuggestedEvent)
            and not any(
                suggestion.trigger.overlaps(place_of(item))
                for item in events.near(suggestion.trigger)
            )
        ]
    )


def _start(item: Item) -> int:
    return place_of(item).start


def _key(item: Item) -> tuple[int, int, str]:
    return (*reading_order(place_of(item)), item.id)
