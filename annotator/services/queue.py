"""Queues: who gets which documents, in which order, and which of them without suggestions."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.arabic.search_words import WORD, parted, word_key
from annotator.errors import UsageError
from annotator.model.layer import check_annotator_name
from annotator.model.reason import Why, because
from annotator.model.suggestion import Suggestion
from annotator.services.document_groups import document_groups
from annotator.services.project import Project
from annotator.services.queue_orders import Candidate, Order, in_order
from annotator.store import documents, queues, state, suggestions

Queued = queues.Queued


@dataclass(frozen=True, slots=True)
class QueueChoices:
    """How queues are made."""

    order: Order = "imported"
    overlap: float = 0.0
    """Of the documents, the share that every annotator gets; the others are dealt out."""
    blind: float = 0.0
    """Of each annotator's documents, the share without suggestions."""


def make_queues(
    project: Project, annotators: Sequence[str], choices: QueueChoices
) -> dict[str, list[Queued]]:
    """Give each annotator a queue, in place of the one they had.

    What an annotator began stays theirs and comes first. Shares are drawn by check sums of the
    documents' identifiers: the same for everyone, and the same again. A document in which an
    annotator did something with suggestions never becomes blind.

    Raises:
        UsageError: no annotator, or a name that nobody can have, or an overlap for one alone.
    """
    names = list(dict.fromkeys(annotators))
    for name in names:
        check_annotator_name(name)
        project.open_layer(name)
    if len(names) == 1 and choices.overlap:
        message = "an overlap needs several annotators; name them with --among ANA,BEN"
        raise UsageError(message)
    made = {}
    every = [heading.id for heading in project.headings()]
    shared = _drawn(every, choices.overlap if len(names) > 1 else 1.0, "shared")
    blind = _drawn(every, choices.blind, "blind")
    begun = {name: state.counts(project.connection, name) for name in names}
    dealt = [key for key in every if key not in shared.union(*begun.values())]
    with project.writing() as connection:
        for number, name in enumerate(names):
            held = begun[name]
            own = shared | set(dealt[number :: len(names)]) | held.keys()
            rest = [c for c in _candidates(project, name, choices.order) if c.document_id in own]
            begun_before = because("begun before")
            placed = [(c.document_id, begun_before) for c in rest if c.document_id in held]
            placed += in_order(choices.order, [c for c in rest if c.document_id not in held])
            queue = [
                Queued(
                    key,
                    reason,
                    is_shared=len(names) > 1 and key in shared,
                    is_blind=key in blind and "Decision" not in held.get(key, {}),
                )
                for key, reason in placed
            ]
            queues.put(connection, name, queue)
            for each in queue:
                if each.is_blind:
                    suggestions.forget_combined(connection, name, each.document_id)
            made[name] = queue
    return made


def clear_queue(project: Project, annotator: str) -> None:
    """Take the annotator's queue away: documents come as imported, all with suggestions."""
    with project.writing() as connection:
        queues.put(connection, annotator, ())


def queue_of(project: Project, annotator: str) -> list[Queued]:
    """The annotator's queue; without one, all documents as imported."""
    made = queues.of_annotator(project.connection, annotator)
    return made or [Queued(heading.id, "") for heading in project.headings()]


def reasons(project: Project, annotator: str) -> dict[str, Why]:
    """The documents of the annotator's queue in its order, and why each comes when it does."""
    return {each.document_id: each.reason for each in queue_of(project, annotator)}


def is_blind(project: Project, annotator: str, document_id: str) -> bool:
    """Whether nothing is suggested to the annotator in this document."""
    return document_id in queues.blind_documents(project.connection, annotator)


def _drawn(document_ids: Sequence[str], share: float, purpose: str) -> set[str]:
    """That share of the documents, rounded, chosen by their identifiers alone."""

    def draw(document_id: str) -> bytes:
        return hashlib.sha256(f"{purpose}\n{document_id}".encode()).digest()

    return set(sorted(document_ids, key=draw)[: round(share * len(document_ids))])


def _candidates(project: Project, layer: str, order: Order) -> Iterator[Candidate]:
    """Every document as imported, with what the order looks at, and no more."""
    groups = {key: g.key for g in document_groups(project) for key in g.documents}
    have = suggestions.documents_with(project.connection, layer)
    with_words = order in {"diverse", "story"}
    for heading in documents.headings(project.connection):
        key = heading.id
        words: frozenset[str] = frozenset()
        published = ""
        if with_words:
            document = project.document(key)
            words = frozenset(map(word_key, WORD.findall(parted(document.text))))
            published = document.meta.get("published", "")
        scores = None
        if order == "uncertain" and key in have:
            found: Sequence[Suggestion] = suggestions.get(project.connection, layer, key)
            scores = tuple(each.score for each in found)
        yield Candidate(key, heading.length, words, scores, published, groups.get(key, ""))
