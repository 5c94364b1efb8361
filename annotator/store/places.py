"""Where each annotator was last: the document and the place in its text."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LastPlace:
    """The document an annotator looked at last and the cursor's offset in it, in code points."""

    document_id: str
    offset: int


def remember(connection: sqlite3.Connection, annotator: str, place: LastPlace) -> None:
    """Keep `place`; the caller holds the write transaction."""
    connection.execute(
        "insert or replace into places values (?, ?, ?)",
        (annotator, place.document_id, place.offset),
    )


def last(connection: sqlite3.Connection, annotator: str) -> LastPlace | None:
    """Where `annotator` was, or None."""
    row = connection.execute(
        "select document_id, place from places where annotator = ?", (annotator,)
    ).fetchone()
    return LastPlace(row["document_id"], row["place"]) if row else None
