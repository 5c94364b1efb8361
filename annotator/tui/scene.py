"""What the article shows beside its text, and which spans look different in two such scenes."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from rich.style import Style

from annotator.model.span import Span


class Mark(NamedTuple):
    """A look laid over a span; later marks lie over earlier ones."""

    span: Span
    style: Style


@dataclass(frozen=True, eq=False)
class Marks:
    """Marks in the order of painting, found by place: a row asks only for its own."""

    layers: tuple[tuple[Mark, ...], ...] = ()
    """Painted one after the other; the marks of each in the order in which they begin."""

    def over(self, span: Span) -> list[Mark]:
        """The marks that lie over a part of `span`, in the order of painting."""
        found: list[Mark] = []
        for layer, longest in zip(self.layers, self._longest, strict=True):
            first = bisect_left(layer, span.start - longest, key=_start)
            last = bisect_left(layer, span.end, key=_start)
            found += [mark for mark in layer[first:last] if mark.span.overlaps(span)]
        return found

    @property
    def all(self) -> Iterator[Mark]:
        """Every mark, in the order of painting."""
        return chain.from_iterable(self.layers)

    @cached_property
    def borders(self) -> frozenset[int]:
        """Offsets at which a look begins or ends."""
        return frozenset(b for mark in self.all for b in (mark.span.start, mark.span.end))

    @cached_property
    def _longest(self) -> list[int]:
        return [max((len(mark.span) for mark in layer), default=0) for layer in self.layers]


def _start(mark: Mark) -> int:
    return mark.span.start


@dataclass(frozen=True)
class Scene:
    """All that is laid over a text, in the order of painting."""

    marks: Marks = Marks()
    fillers: tuple[Mark, ...] = ()
    """What fills the roles of the event that is worked on."""
    word: Mark | None = None
    """The word the cursor is in."""
    current: Mark | None = None
    """What a key would decide on."""
    current_id: str | None = None
    selection: Mark | None = None
    cursor: int = 0
    signs: Mapping[int, str] = field(default_factory=dict)
    """Offsets of blanks and what is drawn in them: that a mention is uncertain, say."""
    labels: Mapping[int, str] = field(default_factory=dict)
    """Offsets and the character drawn over each: a key that jumps there."""

    @property
    def singles(self) -> list[Mark]:
        """The few marks that come and go with the cursor, in the order of painting."""
        laid = (*self.fillers, self.word, self.current, self.selection)
        return [mark for mark in laid if mark is not None]

    @property
    def single_borders(self) -> list[int]:
        """Offsets at which one of them begins or ends; those of words cut no ligature."""
        laid = (*self.fillers, self.current, self.selection)
        return [b for mark in laid if mark for b in (mark.span.start, mark.span.end)]

    def over(self, span: Span) -> list[Mark]:
        """The marks that lie over a part of `span`, in the order of painting."""
        return [*self.marks.over(span), *(m for m in self.singles if m.span.overlaps(span))]


def _differing(before: Marks, after: Marks) -> Iterator[Span]:
    """Marks that only one of the two has; those that are one object in both are not compared."""
    old, new = {id(mark): mark for mark in before.all}, {id(mark): mark for mark in after.all}
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    yield from (mark.span for mark in {old[n] for n in gone} ^ {new[n] for n in come})


def touched(before: Scene, after: Scene) -> Iterator[Span]:
    """The spans that look different in the two scenes; some may come twice."""
    if before.marks is not after.marks:
        yield from _differing(before.marks, after.marks)
    yield from (mark.span for mark in set(before.singles) ^ set(after.singles))
    if before.cursor != after.cursor:
        yield Span(before.cursor, before.cursor + 1)
        yield Span(after.cursor, after.cursor + 1)
    for old_drawn, new_drawn in ((before.signs, after.signs), (before.labels, after.labels)):
        if old_drawn is not new_drawn:
            for offset, _ in set(old_drawn.items()) ^ set(new_drawn.items()):
                yield Span(offset, offset + 1)
