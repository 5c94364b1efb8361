"""How far an annotator is, document by document: what a list of documents shows."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from annotator.services.project import Project
from annotator.store import documents, queues, state, suggestions

Stage: TypeAlias = Literal["new", "begun", "done", "aside"]


@dataclass(frozen=True, slots=True)
class DocumentProgress:
    """One line of the list."""

    document_id: str
    title: str
    stage: Stage
    mention_count: int
    event_count: int
    decided_count: int
    """Suggestions decided on."""
    suggested_count: int
    """Suggestions made, decided or not."""

    @property
    def open_count(self) -> int:
        """Suggestions that wait; about, since some are settled without a decision."""
        return max(0, self.suggested_count - self.decided_count)

    @property
    def share(self) -> float:
        """Of what was suggested, the part decided on: 0 to 1; 1 for a finished document."""
        if self.stage == "done":
            return 1.0
        return min(1.0, self.decided_count / self.suggested_count) if self.suggested_count else 0.0


def progress_of_documents(project: Project, layer: str) -> list[DocumentProgress]:
    """Every document, counted without reading texts: by the queue, then as imported."""
    connection = project.connection
    held = state.counts(connection, layer)
    finished = _finished_levels(connection, layer)
    suggested = _suggestion_counts(connection, layer)
    made = queues.of_annotator(connection, layer)
    places = {queued.document_id: place for place, queued in enumerate(made)}
    headings = documents.headings(connection)
    headings.sort(key=lambda heading: places.get(heading.id, len(places)))
    wanted = frozenset(project.layer(layer).levels)
    return [
        DocumentProgress(
            document_id=heading.id,
            title=heading.title,
            stage=_stage(
                held.get(heading.id, {}), is_done=finished.get(heading.id, frozenset()) >= wanted
            ),
            mention_count=held.get(heading.id, {}).get("Mention", 0),
            event_count=held.get(heading.id, {}).get("Event", 0),
            decided_count=held.get(heading.id, {}).get("Decision", 0),
            suggested_count=suggested.get(heading.id, 0),
        )
        for heading in headings
    ]


def document_count(project: Project) -> int:
    """How many documents the project has."""
    return documents.count(project.connection)


def documents_set_aside(project: Project, layer: str) -> frozenset[str]:
    """The documents that the layer's annotator will not annotate."""
    rows = project.connection.execute(
        "select document_id from state where layer = ? and kind = 'SetAside'", (layer,)
    )
    return frozenset(row["document_id"] for row in rows)


def documents_to_suggest(project: Project, layer: str, *, first: str) -> list[str]:
    """The document `first` unless it is finished, then those nothing was ever suggested for.

    What was decided elsewhere since may suggest something else in the first, which is open.
    Those after it in the order of import come before the others.

    Those that the queue shows without suggestions are none of them.
    """
    have = suggestions.documents_with(project.connection, layer)
    have |= queues.blind_documents(project.connection, layer)
    every = [heading.id for heading in documents.headings(project.connection)]
    place = every.index(first) if first in every else 0
    missing = [key for key in (*every[place:], *every[:place]) if key not in have]
    settled = queues.blind_documents(project.connection, layer)
    settled |= _finished_levels(project.connection, layer).keys()
    return missing if first in settled or first not in have else [first, *missing]


def _stage(counts: Mapping[str, int], *, is_done: bool) -> Stage:
    if "SetAside" in counts:
        return "aside"
    if is_done:
        return "done"
    return "begun" if counts else "new"


def _finished_levels(connection: sqlite3.Connection, layer: str) -> dict[str, frozenset[str]]:
    rows = connection.execute(
        "select document_id, label from state where layer = ? and kind = 'Done'", (layer,)
    )
    levels: dict[str, frozenset[str]] = {}
    for row in rows:
        levels[row["document_id"]] = levels.get(row["document_id"], frozenset()) | {row["label"]}
    return levels


def _suggestion_counts(connection: sqlite3.Connection, layer: str) -> dict[str, int]:
    rows = connection.execute(
        """select document_id, sum(json_array_length(payload)) as number from suggestions
           where layer = ? and substr(suggester, 1, 5) != 'from:' group by document_id""",
        (layer,),
    )
    return {row["document_id"]: row["number"] for row in rows}
