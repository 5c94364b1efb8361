"""Which documents likely tell one story, by the rare words they share; before any is annotated."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from annotator.services.document_groups import DisjointSets

Told: TypeAlias = tuple[str, frozenset[str], str, str]
"""Document, its words, the group its links put it in, ISO date; the last two may be empty."""

_RARE_SHARE = 0.05
_RARE_COUNT = 8
"""A word is rare that at most so many documents have, or that share of them."""
_IN_COMMON = 0.2
"""Of the rare words of the one with fewer: so large a share makes one story."""
_LEAST = 4
"""Rare words in common, whatever their share."""
_MOST_DAYS_APART = 4


def likely_stories(told: Sequence[Told]) -> list[list[str]]:
    """Every document in one story, stories and documents in the order given."""
    sets = DisjointSets()
    firsts: dict[str, str] = {}
    for document_id, _, group, _ in told:
        if group:
            sets.join(firsts.setdefault(group, document_id), document_id)
    for one, other in _alike(told):
        sets.join(one, other)
    stories: dict[str, list[str]] = {}
    for document_id, *_ in told:
        stories.setdefault(sets.root(document_id), []).append(document_id)
    return list(stories.values())


def _alike(told: Sequence[Told]) -> list[tuple[str, str]]:
    """Pairs that share enough rare words within a few days; linear in rare words, not in pairs."""
    counts = Counter(word for _, words, _, _ in told for word in words)
    most = max(_RARE_COUNT, int(_RARE_SHARE * len(told)))
    rare = [{word for word in words if 1 < counts[word] <= most} for _, words, _, _ in told]
    days = [_day(published) for *_, published in told]
    having: dict[str, list[int]] = {}
    pairs = []
    for place, words in enumerate(rare):
        shared = Counter(before for word in words for before in having.get(word, ()))
        for before, count in shared.items():
            fewer = min(len(words), len(rare[before]))
            if count >= max(_LEAST, _IN_COMMON * fewer) and _near(days[before], days[place]):
                pairs.append((told[before][0], told[place][0]))
        for word in words:
            having.setdefault(word, []).append(place)
    return pairs


def _near(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= _MOST_DAYS_APART


def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None
