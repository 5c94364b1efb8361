"""Link documents that tell one story, by what annotators said is in them."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from annotator.services.project import Project
from annotator.store import documents, groups, state
from annotator.store.groups import Link

_MOST_DAYS_APART = 3
_ENTITIES_IN_COMMON = 3
"""So many rare things that both name, and an event type besides, make one story."""
_RARE_SHARE = 0.05
_RARE_COUNT = 8
"""A thing is rare that at most so many documents of a layer name, or that share of them."""


@dataclass(frozen=True, slots=True)
class _Story:
    """What one layer says a document is about."""

    published: date
    identities: frozenset[str]
    event_types: frozenset[str]


def find_stories(project: Project) -> list[Link]:
    """Find anew which documents tell one story; documents without a date or annotations do not.

    Identities are compared within a layer, for every annotator names them in their own way.
    """
    links: dict[tuple[str, str], Link] = {}
    for layer in project.layers():
        told = _stories(project, layer.name)
        counts = Counter(slug for story in told.values() for slug in story.identities)
        most = max(_RARE_COUNT, int(_RARE_SHARE * len(told)))
        for pair, shared in _sharing(told, {s for s, n in counts.items() if n <= most}).items():
            one, other = (told[key] for key in pair)
            days = abs((one.published - other.published).days)
            if days > _MOST_DAYS_APART or one.event_types.isdisjoint(other.event_types):
                continue
            if len(shared) >= _ENTITIES_IN_COMMON:
                first, second = groups.by_position(project.connection, pair)
                detail = " ".join(sorted(shared))
                links[first, second] = Link(first, second, "story", len(shared), detail)
    with project.writing() as connection:
        groups.forget_links(connection, "story")
        groups.put_links(connection, links.values())
    return list(links.values())


def _sharing(told: dict[str, _Story], rare: set[str]) -> dict[tuple[str, str], set[str]]:
    """Pairs of documents and the rare things both name."""
    naming: defaultdict[str, list[str]] = defaultdict(list)
    for document_id, story in told.items():
        for slug in story.identities & rare:
            naming[slug].append(document_id)
    shared: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for slug, document_ids in naming.items():
        for one, other in combinations(document_ids, 2):
            shared[one, other].add(slug)
    return shared


def _stories(project: Project, layer: str) -> dict[str, _Story]:
    told = {}
    for document_id, annotations in state.layer_annotations(project.connection, layer):
        document = documents.get(project.connection, document_id)
        published = _day(document.meta.get("published", "")) if document is not None else None
        if published is not None and annotations.events:
            told[document_id] = _Story(
                published,
                frozenset(m.kb for m in annotations.mentions if m.kb is not None),
                frozenset(event.type for event in annotations.events),
            )
    return told


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
