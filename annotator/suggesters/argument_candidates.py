"""What could fill the roles of a trigger: the mentions and triggers beside it, how they stand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.suggesters.lexicon import keys
from annotator.suggesters.words import Word, Words

_BREAKING_MARKS = frozenset("،,؛;:.؟?!-–")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention or trigger by its words; `type` is None for a trigger."""

    span: Span
    type: str | None
    first: int
    end: int
    preposition: str
    """The one it stands after, folded; empty without one."""
    coordinated: bool
    """Joined by و to the mention before it, whose preposition it shares."""


class Stand(NamedTuple):
    """How a candidate stands to a trigger."""

    candidate: Candidate
    follows: bool
    distance: int
    """Words between the two; 0 when they touch."""
    breaks: int
    """Commas, conjunctions and other clause openers between the two."""
    verbs: int
    """Other triggers between the two."""


def candidates_of(
    words: Words, mentions: Sequence[SuggestedMention], events: Sequence[SuggestedEvent]
) -> list[Candidate]:
    """All fillers in reading order; mentions inside others are left out."""
    spans = [(m.span, m.type) for m in mentions] + [(e.trigger, None) for e in events]
    found: list[Candidate] = []
    reached = 0
    for span, type_name in sorted(spans, key=lambda pair: (pair[0].start, -pair[0].end)):
        if type_name is not None:
            if span.end <= reached:
                continue
            reached = span.end
        inside = words.inside(span) if span.start not in words.starts else None
        first = words.starts.get(span.start, inside[0].index if inside else -1)
        if first < 0:
            continue
        end = _end_index(words, first, span)
        partner = _partner(words, first, found) if type_name is not None else None
        preposition = partner.preposition if partner else _preposition(words, first)
        found.append(Candidate(span, type_name, first, end, preposition, partner is not None))
    return found


def holders(
    words: Words, candidates: Sequence[Candidate], person: str | None
) -> dict[Span, Candidate]:
    """The span of a title, or of a noun for a person -> the name that follows it.

    «وزير العمل، الدكتور ⟦نذير أحمد⟧»: only a comma and other titles may stand between.
    """
    found: dict[Span, Candidate] = {}
    mentions = [candidate for candidate in candidates if candidate.type is not None]
    for before, after in zip(reversed(mentions), [None, *reversed(mentions)], strict=False):
        if after is None or not _touch(words, before, after):
            continue
        name = found.get(after.span, after)
        if name.type == person and before.type in _HELD_BY_PERSONS:
            found[before.span] = name
    return found


_HELD_BY_PERSONS = frozenset({"TTL", "OCC", "PER", "PERS"})


def _touch(words: Words, before: Candidate, after: Candidate) -> bool:
    """Whether only a comma or opening mark parts the two, and no conjunction or preposition."""
    between = words.items[before.end : after.first]
    if words[after.first].proclitics or len(between) > 1:
        return False
    return all(word.full in {"،", ",", "«", '"', "("} for word in between)


def _end_index(words: Words, first: int, span: Span) -> int:
    end = first + 1
    while end < len(words) and words[end].end <= span.end:
        end += 1
    return end


def _preposition(words: Words, first: int) -> str:
    """The preposition right before the words, joined to them or not; empty without one."""
    own = words[first].proclitics.lstrip("وف")
    if own:
        return own[-1]
    previous = words.previous(first)
    is_one = previous is not None and previous.key in keys("grammar", "preposition")
    return previous.key if previous is not None and is_one else ""


def _partner(words: Words, first: int, before: Sequence[Candidate]) -> Candidate | None:
    """The mention that و joins the words to."""
    if not words[first].proclitics.startswith("و"):
        return None
    return next((c for c in reversed(before) if c.end == first and c.type), None)


def stand_of(
    trigger: Word, candidate: Candidate, breaks: Sequence[int], triggers: Sequence[int]
) -> Stand:
    """How the candidate stands to the trigger of the same sentence.

    Of the words where a clause may break and of those that are triggers the indices are given,
    ascending.
    """
    follows = candidate.first > trigger.index
    if follows:
        first, end = trigger.index + 1, candidate.first
    else:
        first, end = candidate.end, trigger.index
    return Stand(
        candidate,
        follows,
        distance=max(end - first, 0),
        breaks=count_between(breaks, first, end),
        verbs=count_between(triggers, first, end),
    )


def count_between(indices: Sequence[int], first: int, end: int) -> int:
    """How many of the indices, ascending, are `first` or more and less than `end`."""
    return bisect_left(indices, end) - bisect_left(indices, first) if first < end else 0


def breaks_of(words: Words) -> list[int]:
    """The indices of the words at which a clause may end or begin."""
    openers = keys("grammar", "clause-opener")
    return [w.index for w in words if w.full in _BREAKING_MARKS or w.key in openers]
