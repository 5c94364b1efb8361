"""Find documents that belong together: near copies, and articles that share a passage.

Equal texts never come in twice. What is found here decides which documents a split for training
must keep on one side.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, combinations

from annotator.arabic.furniture import WITHOUT_EVENTS
from annotator.arabic.sketches import (
    Sketch,
    content_words,
    make_sketch,
    resemblance,
    shared_passages,
)
from annotator.model.document import Document
from annotator.services.project import Project
from annotator.store import groups
from annotator.store.groups import Link

NEAR_COPY = 0.5
"""From this share of three-word sequences in common on, one text is a reworked copy."""
_FEW_SHARED = 5
"""Of a sample's 32 hashes; a copy shares sixteen, give or take three."""
_COMMON_PHRASE_COUNT = 100
"""Three words that so many samples hold tell nothing about any two of them."""
_BOILERPLATE_COUNT = 20
"""A passage that stands in more documents is their outlet's, not a story's."""
_COMPARED_TOGETHER = 4_000
"""New documents whose samples are held in memory at once."""

Progress = Callable[[int], None]


def find_duplicates(project: Project, *, progress: Progress | None = None) -> list[Link]:
    """Compare the documents that are new since the last time with all; the links that are new.

    Stored as it goes: interrupted, it goes on where it was.
    """
    new_ids = groups.without_sketch(project.connection)
    found: list[Link] = []
    for start in range(0, len(new_ids), _COMPARED_TOGETHER):
        batch = new_ids[start : start + _COMPARED_TOGETHER]
        made = {}
        for number, document_id in enumerate(batch, start=start + 1):
            made[document_id] = make_sketch(prose(project.document(document_id)))
            if progress is not None:
                progress(number)
        links = _compared(project, made)
        with project.writing() as connection:
            groups.put_sketches(connection, made.items())
            groups.put_links(connection, links)
        found += links
    return found


def prose(document: Document) -> str:
    """The text without the zones that are no news: share buttons are alike on every page."""
    text, kept, place = document.text, [], 0
    for zone in document.zones:
        if zone.kind in WITHOUT_EVENTS:
            kept.append(text[place : zone.span.start])
            place = zone.span.end
    return "\n".join([*kept, text[place:]])


def _compared(project: Project, new: Mapping[str, Sketch]) -> list[Link]:
    """The links of new documents with each other and with all that were compared before."""
    copies = _Sharing(project, new, lambda sketch: sketch.shingles, most=_COMMON_PHRASE_COUNT)
    passages = _Sharing(project, new, lambda sketch: sketch.pieces, most=_BOILERPLATE_COUNT)
    pairs = {pair for pair, count in copies.pairs.items() if count >= _FEW_SHARED}
    pairs |= set(passages.pairs)
    return [link for pair in sorted(pairs) for link in _links(project, pair, passages.common)]


class _Sharing:
    """Which pairs of documents, one of them new, share values of their sketches."""

    def __init__(
        self,
        project: Project,
        new: Mapping[str, Sketch],
        values: Callable[[Sketch], Iterable[int]],
        *,
        most: int,
    ) -> None:
        wanted = {value for sketch in new.values() for value in values(sketch)}
        once: set[int] = set()
        repeated: set[int] = set()
        for _, sketch in _every_sketch(project, new):
            here = wanted.intersection(values(sketch))
            repeated |= here & once
            once |= here
        holders: dict[int, list[str]] = {value: [] for value in repeated}
        for document_id, sketch in _every_sketch(project, new):
            for value in repeated.intersection(values(sketch)):
                holders[value].append(document_id)
        self.common = {value for value, holding in holders.items() if len(holding) > most}
        """Values that more than `most` documents have: they count for nothing."""
        self.pairs = Counter(
            (min(pair), max(pair))
            for value, holding in holders.items()
            if value not in self.common
            for pair in combinations(holding, 2)
            if not new.keys().isdisjoint(pair)
        )
        """How many values the pair shares."""


def _every_sketch(project: Project, new: Mapping[str, Sketch]) -> Iterator[tuple[str, Sketch]]:
    return chain(groups.sketches(project.connection), new.items())


def _links(project: Project, pair: Sequence[str], common: Set[int]) -> Iterator[Link]:
    """What really links two documents that may be linked."""
    first, second = _in_order(project, pair)
    words, others = content_words(prose(first)), content_words(prose(second))
    share = resemblance(words, others)
    if share >= NEAR_COPY:
        yield Link(first.id, second.id, "copy", round(share, 3))
    for start, length in shared_passages(words, others):
        passage = " ".join(others[start : start + length])
        if common.isdisjoint(make_sketch(passage).pieces):
            yield Link(first.id, second.id, "passage", length, passage)
            return


def _in_order(project: Project, pair: Sequence[str]) -> list[Document]:
    return [project.document(key) for key in groups.by_position(project.connection, pair)]
