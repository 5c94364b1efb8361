"""In which order an annotator goes through the documents, and which without suggestions."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.reason import Why
from annotator.store import reasons


@dataclass(frozen=True, slots=True)
class Queued:
    """A document at its place in somebody's queue."""

    document_id: str
    reason: Why
    """Why it stands where it stands, for the person."""
    is_shared: bool = False
    """Others of those who share the work get it too."""
    is_blind: bool = False
    """Nothing is suggested in it: a control."""


def put(connection: sqlite3.Connection, annotator: str, queue: Iterable[Queued]) -> None:
    """Replace the annotator's queue; the caller holds the write transaction."""
    connection.execute("delete from queues where annotator = ?", (annotator,))
    connection.executemany(
        "insert into queues values (?, ?, ?, ?, ?, ?)",
        (
            (
                annotator,
                place,
                q.document_id,
                reasons.packed(q.reason),
                int(q.is_shared),
                int(q.is_blind),
            )
            for place, q in enumerate(queue, start=1)
        ),
    )


def of_annotator(connection: sqlite3.Connection, annotator: str) -> list[Queued]:
    """The annotator's queue in its order; empty where none was made."""
    rows = connection.execute(
        """select document_id, reason, is_shared, is_blind from queues
           where annotator = ? order by place""",
        (annotator,),
    )
    return [Queued(row[0], reasons.unpacked(row[1]), bool(row[2]), bool(row[3])) for row in rows]


def blind_documents(connection: sqlite3.Connection, annotator: str) -> set[str]:
    """The documents in which nothing is suggested to the annotator."""
    rows = connection.execute(
        "select document_id from queues where annotator = ? and is_blind", (annotator,)
    )
    return {row["document_id"] for row in rows}
