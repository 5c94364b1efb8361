"""Who is asked to annotate which document."""

import sqlite3
from collections.abc import Iterable

from annotator.model.assignment import Assignment


def add(connection: sqlite3.Connection, assignments: Iterable[Assignment]) -> None:
    """Give documents to annotators, once each; the caller holds the write transaction."""
    connection.executemany(
        "insert or ignore into assignments values (?, ?, ?)",
        ((given.document_id, given.annotator, given.round) for given in assignments),
    )


def of_annotator(connection: sqlite3.Connection, annotator: str) -> list[Assignment]:
    """What `annotator` was given, by round, in the order of the documents."""
    rows = connection.execute(
        """select a.document_id, a.annotator, a.round from assignments a
           join documents d on d.id = a.document_id
           where a.annotator = ? order by a.round, d.position""",
        (annotator,),
    )
    return [Assignment(*row) for row in rows]
