"""What the article shows beside its text, and which spans look different in two such scenes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import NamedTuple, TypeAlias

from rich.style import Style

from annotator.model.placed import Order, Placed
from annotator.model.span import Span, reading_order


class Mark(NamedTuple):
    """A look laid over a span; later marks lie over earlier ones."""

    span: Span
    style: Style
    key: str = ""
    """What tells it from another one at the same place."""


Layer: TypeAlias = Placed[Mark]
"""Marks in the order in which they begin."""


def layer(marks: Iterable[Mark]) -> Layer:
    """Marks as a layer."""
    return Placed(marks, _order)


@dataclass(frozen=True, eq=False)
class Marks:
    """Marks in layers painted one after the other, found by place: a row asks only for its own."""

    layers: tuple[Layer, ...] = ()

    def over(self, span: Span) -> list[Mark]:
        """The marks that lie over a part of `span`, in the order of painting."""
        return [mark for layer in self.layers for mark in layer.over(span)]

    @property
    def all(self) -> Iterator[Mark]:
        """Every mark, in the order of painting."""
        return chain.from_iterable(layer.all for layer in self.layers)

    def since(self, before: "Marks") -> tuple[list[Mark], list[Mark]]:
        """The marks that went and those that came since `before`."""
        gone: list[Mark] = []
        come: list[Mark] = []
        for old, new in zip_longest(before.layers, self.layers, fillvalue=layer(())):
            left, found = new.since(old) or _difference(old, new)
            gone += left
            come += found
        return gone, come


def _difference(old: Layer, new: Layer) -> tuple[list[Mark], list[Mark]]:
    """What only one of the two has; those that are one object in both are not compared."""
    before, after = {id(mark): mark for mark in old.all}, {id(mark): mark for mark in new.all}
    gone, come = before.keys() - after.keys(), after.keys() - before.keys()
    return [before[number] for number in gone], [after[number] for number in come]


def _order(mark: Mark) -> Order:
    return (*reading_order(mark.span), mark.key)


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


def touched(before: Scene, after: Scene) -> Iterator[Span]:
    """The spans that look different in the two scenes; some may come twice."""
    if before.marks is not after.marks:
        gone, come = after.marks.since(before.marks)
        yield from (mark.span for mark in set(gone) ^ set(come))
    yield from (mark.span for mark in set(before.singles) ^ set(after.singles))
    if before.cursor != after.cursor:
        yield Span(before.cursor, before.cursor + 1)
        yield Span(after.cursor, after.cursor + 1)
    for old_drawn, new_drawn in ((before.signs, after.signs), (before.labels, after.labels)):
        if old_drawn is not new_drawn:
            for offset, _ in set(old_drawn.items()) ^ set(new_drawn.items()):
                yield Span(offset, offset + 1)
