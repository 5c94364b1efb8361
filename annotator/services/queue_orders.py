"""Orders in which documents can be annotated, each with its reason for every document."""

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from annotator.model.reason import Reason, because, because_count
from annotator.services.likely_stories import likely_stories

Order: TypeAlias = Literal["imported", "shortest", "uncertain", "diverse", "story"]
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an order looks at in a document."""

    document_id: str
    length: int
    """Code points."""
    words: frozenset[str] = frozenset()
    """Its different words, folded."""
    scores: tuple[float, ...] | None = None
    """Of what is suggested in it; None where nothing was ever suggested."""
    published: str = ""
    group: str = ""
    """The group of documents it belongs to by its links; empty for none."""


Placed: TypeAlias = tuple[str, Reason]
"""A document and why it comes now."""


NEVER_ASKED = because("nothing was suggested yet")
"""Of the order by doubt: nothing is known of the document."""


def in_order(order: Order, candidates: Sequence[Candidate]) -> list[Placed]:
    """Every candidate once; `candidates` come in the order of import, which settles ties."""
    return _ORDERS[order](candidates)


def _imported(candidates: Sequence[Candidate]) -> list[Placed]:
    return [(each.document_id, because("next as imported")) for each in candidates]


def _shortest(candidates: Sequence[Candidate]) -> list[Placed]:
    ranked = sorted(candidates, key=lambda each: each.length)
    return [(each.document_id, _short(each.length)) for each in ranked]


def _short(length: int) -> Reason:
    return because_count("short: {count} character", "short: {count:,} characters", length)


def _uncertain(candidates: Sequence[Candidate]) -> list[Placed]:
    ranked = sorted(candidates, key=lambda each: -_uncertainty(each))
    return [(each.document_id, _doubt(each)) for each in ranked]


def _uncertainty(candidate: Candidate) -> float:
    """How far its suggestions are from sure, on average: 0 to 1; -1 without any."""
    if not candidate.scores:
        return -1.0
    return sum(4 * score * (1 - score) for score in candidate.scores) / len(candidate.scores)


def _doubt(candidate: Candidate) -> Reason:
    if candidate.scores is None:
        return NEVER_ASKED
    if not candidate.scores:
        return because("nothing is suggested")
    return because(
        "doubtful: {doubt:.2f} over {suggestions}",
        doubt=_uncertainty(candidate),
        suggestions=because_count(
            "{count} suggestion", "{count} suggestions", len(candidate.scores)
        ),
    )


def _diverse(candidates: Sequence[Candidate]) -> list[Placed]:
    """Each time the document with the largest share of words that none before it had.

    That share only falls while documents are taken, so an old one that still beats all others'
    old ones is the largest, and few are counted again.
    """
    seen: set[str] = set()
    waiting = [(-1.0, place) for place in range(len(candidates))]
    heapq.heapify(waiting)
    placed: list[Placed] = []
    while waiting:
        _, place = heapq.heappop(waiting)
        each = candidates[place]
        share = len(each.words - seen) / max(1, len(each.words))
        if waiting and (-share, place) > waiting[0]:
            heapq.heappush(waiting, (-share, place))
            continue
        placed.append(
            (each.document_id, because("different: {share:.0%} of its words are new", share=share))
        )
        seen |= each.words
    return placed


def _story(candidates: Sequence[Candidate]) -> list[Placed]:
    """Story after story, the one that begins first first, each by date."""
    stories = likely_stories(
        [(each.document_id, each.words, each.group, each.published) for each in candidates]
    )
    by_id: Mapping[str, Candidate] = {each.document_id: each for each in candidates}
    placed: list[Placed] = []
    for story in stories:
        ranked = sorted(story, key=lambda key: by_id[key].published)
        for number, key in enumerate(ranked, start=1):
            step = because("one story: {number} of {count}", number=number, count=len(ranked))
            placed.append((key, step if len(ranked) > 1 else because("a story alone")))
    return placed


_ORDERS: Mapping[Order, Callable[[Sequence[Candidate]], list[Placed]]] = {
    "imported": _imported,
    "shortest": _shortest,
    "uncertain": _uncertain,
    "diverse": _diverse,
    "story": _story,
}
