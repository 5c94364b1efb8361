"""Choose among suggestions that cannot all stand: one type per span, no crossing, limited depth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model.label_schema import LabelSchema
from annotator.model.span import Span, reading_order
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.suggesters.concepts import CLOSED, concept_types

_MUCH_LESS_LIKELY = 0.25


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
    taken = list(decided)
    ranked = sorted(
        _without_fragments(suggestions, kinds),
        key=lambda s: (-s.score, -len(s.span), s.span, s.type, s.suggester),
    )
    for candidate in ranked:
        span = candidate.span
        if any(span.crosses(other) for other in taken):
            continue
        if one_type and span in taken:
            continue
        if any(_shuts_out(other, candidate, kinds) for other in kept):
            continue
        if _depth([*taken, span], span) > schema.nesting.max_depth:
            continue
        kept.append(candidate)
        taken.append(span)
    return tuple(sorted(kept, key=lambda s: (*reading_order(s.span), s.type)))


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
