"""Things that stand somewhere in a text, found by place; thousands cost no more than a few."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import sub
from typing import Generic, TypeAlias, TypeVar
from weakref import ref

from annotator.model.span import Span

ThingT = TypeVar("ThingT")
Order: TypeAlias = tuple[int, int, str]
"""Start, minus the end, and something that tells apart what stands at one place."""


class Placed(Generic[ThingT]):
    """Things in the order of their places, outer ones first; never changed, only followed.

    One made by `changed` shares the work done for the one before, and remembers what the two
    differ by: whoever followed the other need not look at all of them again.
    """

    def __init__(self, things: Iterable[ThingT], order: Callable[[ThingT], Order]) -> None:
        self._order = order
        self.all: Sequence[ThingT] = sorted(things, key=order)
        self._before: ref[Placed[ThingT]] | None = None
        self._gone: tuple[ThingT, ...] = ()
        self._come: tuple[ThingT, ...] = ()

    def __len__(self) -> int:
        return len(self.all)

    @cached_property
    def _starts(self) -> list[int]:
        return [self._order(thing)[0] for thing in self.all]

    @cached_property
    def _ends(self) -> list[int]:
        return [-self._order(thing)[1] for thing in self.all]

    @cached_property
    def _longest(self) -> int:
        """Characters of the longest ever here: so far before a place may one over it begin."""
        return max(map(sub, self._ends, self._starts), default=0)

    def over(self, span: Span) -> list[ThingT]:
        """What shares a character with `span`, in order."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        pairs = zip(self.all[first:last], self._ends[first:last], strict=True)
        return [thing for thing, end in pairs if end > span.start]

    def beginning_in(self, span: Span) -> Sequence[ThingT]:
        """What begins at a character of `span`, in order."""
        return self.all[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def at(self, span: Span) -> list[ThingT]:
        """What stands exactly there."""
        there = self.beginning_in(Span(span.start, span.start + 1))
        return [thing for thing in there if -self._order(thing)[1] == span.end]

    def index(self, thing: ThingT) -> int:
        """The place in the order of one that is among them."""
        return self._place(self.all, self._starts, thing)

    def changed(self, gone: Iterable[ThingT], come: Iterable[ThingT]) -> "Placed[ThingT]":
        """These without `gone`, which are of them, and with `come`."""
        gone, come = tuple(gone), tuple(come)
        things, starts, ends = list(self.all), list(self._starts), list(self._ends)
        longest = self._longest
        for thing in gone:
            place = self._place(things, starts, thing)
            del things[place], starts[place], ends[place]
        for thing in come:
            start, minus_end, _ = self._order(thing)
            longest = max(longest, -minus_end - start)
            place = self._place(things, starts, thing)
            things.insert(place, thing)
            starts.insert(place, start)
            ends.insert(place, -minus_end)
        result: Placed[ThingT] = Placed((), self._order)
        result.all = things
        result.__dict__.update(_starts=starts, _ends=ends, _longest=longest)
        result._before, result._gone, result._come = ref(self), gone, come
        return result

    def since(
        self, before: "Placed[ThingT]"
    ) -> tuple[tuple[ThingT, ...], tuple[ThingT, ...]] | None:
        """What went and what came since `before`; None where that is not known."""
        if before is self:
            return (), ()
        if self._before is not None and self._before() is before:
            return self._gone, self._come
        return None

    def _place(self, things: Sequence[ThingT], starts: Sequence[int], thing: ThingT) -> int:
        order = self._order(thing)
        first, last = bisect_left(starts, order[0]), bisect_right(starts, order[0])
        return bisect_left(things, order, first, last, key=self._order)
