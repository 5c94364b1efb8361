"""How long each action took and how many keys, beside the journal; not part of what is shared."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """The work that led to one action of the journal."""

    annotator: str
    action: str
    document_id: str
    level: str
    """What was worked on: entities or events."""
    seconds: float
    """Since the action before, idle time left out."""
    keys: int
    """Pressed since the action before."""


def add(connection: sqlite3.Connection, timings: Iterable[Timing]) -> None:
    """Keep `timings`, one for an action; the caller holds the write transaction."""
    connection.executemany(
        """insert or replace into timings (annotator, action, document_id, level, seconds, keys)
           values (?, ?, ?, ?, ?, ?)""",
        (
            (each.annotator, each.action, each.document_id, each.level, each.seconds, each.keys)
            for each in timings
        ),
    )


def of_document(connection: sqlite3.Connection, annotator: str, document_id: str) -> float:
    """The seconds the annotator has worked on the document."""
    row = connection.execute(
        "select sum(seconds) from timings where annotator = ? and document_id = ?",
        (annotator, document_id),
    ).fetchone()
    return float(row[0] or 0)


def every(connection: sqlite3.Connection) -> Iterator[Timing]:
    """All of them, by annotator and in the order of their actions."""
    rows = connection.execute(
        """select annotator, action, document_id, level, seconds, keys from timings
           order by annotator, action"""
    )
    return (Timing(*row) for row in rows)
