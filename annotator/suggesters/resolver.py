"""Choose among suggestions that cannot all stand: one type per span, no crossing, limited depth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from annotator.model.label_schema import LabelSchema
from annotator.model.span import Span, reading_order
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.suggesters.concepts import CLOSED, concept_types

_MUCH_LESS_LIKELY = 0.25
_BLOCK = 64
"""Characters of a neighbourhood."""

Item = TypeVar("Item")


def resolve_mentions(
    suggestions: Iterable[SuggestedMention], decided: Sequence[Span], schema: LabelSchema
) -> tuple[SuggestedMention, ...]:
    """The mentions that can stand together and beside the spans already `decided`.

    The longer of two that say the same wins unless it is much less likely, of two that cross the
    likelier one. Reading order, outer ones first.
    """
    kinds = _kinds(schema)
    one_type = schema.nesting.same_span == "forbidden"
    kept: list[SuggestedMention] = []
    taken = _Places[Span]()
    standing = _Places[SuggestedMention]()
    for span in decided:
        taken.add(span, span)
    ranked = sorted(
        _without_fragments(suggestions, kinds),
        key=lambda s: (-s.score, -len(s.span), s.span, s.type, s.suggester),
    )
    for candidate in ranked:
        span = candidate.span
        near = taken.touching(span)
        if any(span.crosses(other) for other in near):
            continue
        if one_type and span in near:
            continue
        if any(_shuts_out(other, candidate, kinds) for other in standing.touching(span)):
            continue
        if _depth([*near, span], span) > schema.nesting.max_depth:
            continue
        kept.append(candidate)
        taken.add(span, span)
        standing.add(span, candidate)
    return tuple(sorted(kept, key=lambda s: (*reading_order(s.span), s.type)))


class _Places(Generic[Item]):
    """Items by where they lie, so that only those of one neighbourhood are compared."""

    def __init__(self) -> None:
        self._items: list[tuple[Span, Item]] = []
        self._blocks: dict[int, list[int]] = {}

    def add(self, span: Span, item: Item) -> None:
        for block in _blocks(span):
            self._blocks.setdefault(block, []).append(len(self._items))
        self._items.append((span, item))

    def touching(self, span: Span) -> list[Item]:
        """The items whose spans share a character with it, in the order they came."""
        numbers = {number for block in _blocks(span) for number in self._blocks.get(block, ())}
        near = (self._items[number] for number in sorted(numbers))
        return [item for other, item in near if other.overlaps(span)]


def _blocks(span: Span) -> range:
    return range(span.start // _BLOCK, (span.end - 1) // _BLOCK + 1)


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Entity types that nest in their own way."""

    closed: frozenset[str]
    """Nothing lies inside them."""
    title: str | None
    """«نائب ⟦رئيس البلاد⟧»: one title may end with another."""


def _kinds(schema: LabelSchema) -> _Kinds:
    types = concept_types(schema)
    closed = frozenset(types[concept] for concept in CLOSED if concept in types)
    return _Kinds(closed, types.get("title"))


def _without_fragments(
    suggestions: Iterable[SuggestedMention], kinds: _Kinds
) -> list[SuggestedMention]:
    """Those that are not just a piece of a longer, about as likely one that leaves no room."""
    listed = sorted(suggestions, key=lambda s: reading_order(s.span))
    kept = []
    outer: list[SuggestedMention] = []
    for candidate in listed:
        outer = [other for other in outer if other.span.end > candidate.span.start]
        if not any(
            other.span != candidate.span
            and other.score >= candidate.score - _MUCH_LESS_LIKELY
            and _shuts_out(other, candidate, kinds)
            for other in outer
        ):
            kept.append(candidate)
        outer.append(candidate)
    return kept


def _shuts_out(kept: SuggestedMention, candidate: SuggestedMention, kinds: _Kinds) -> bool:
    """Whether the two say the same, or one lies in the other where nothing may."""
    if kept.span == candidate.span:
        return kept.type == candidate.type
    inner, outer = (candidate, kept) if kept.span.contains(candidate.span) else (kept, candidate)
    if not outer.span.contains(inner.span):
        return False
    if outer.type in kinds.closed:
        return True
    if inner.type != outer.type:
        return False
    same_end = inner.span.end == outer.span.end and inner.type != kinds.title
    return inner.span.start == outer.span.start or same_end


def _depth(spans: Sequence[Span], span: Span) -> int:
    """How many spans lie over each other in the pile that `span` is part of, itself included."""
    above = sum(other.contains(span) for other in spans)
    below = [other for other in spans if span.contains(other) and other != span]
    return above + max((_depth(below, other) for other in below), default=0)


def resolve_events(
    suggestions: Iterable[SuggestedEvent], decided: Sequence[Span]
) -> tuple[SuggestedEvent, ...]:
    """One event per trigger, the one with the highest score; none on a trigger already decided."""
    best: dict[Span, SuggestedEvent] = {}
    ranked = sorted(suggestions, key=lambda s: (-s.score, s.trigger, s.type, s.suggester))
    for candidate in ranked:
        if not any(candidate.trigger.overlaps(span) for span in (*decided, *best)):
            best[candidate.trigger] = candidate
    return tuple(sorted(best.values(), key=lambda s: (*reading_order(s.trigger), s.type)))
