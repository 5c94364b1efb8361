"""What was learned from a layer, version by version; only the last few are kept."""

import sqlite3
from dataclasses import dataclass

KEPT = 3


@dataclass(frozen=True, slots=True)
class StoredModel:
    """One version."""

    version: int
    made_at: str
    """UTC, ISO 8601."""
    document_count: int
    """Finished documents it learned from."""
    seconds: float
    """Learning took."""
    content: bytes


def put(connection: sqlite3.Connection, layer: str, model: StoredModel) -> None:
    """Keep a version and drop the oldest; the caller holds the write transaction."""
    connection.execute(
        "insert into models values (?, ?, ?, ?, ?, ?)",
        (layer, model.version, model.made_at, model.document_count, model.seconds, model.content),
    )
    connection.execute(
        "delete from models where layer = ? and version <= ?", (layer, model.version - KEPT)
    )


def latest_version(connection: sqlite3.Connection, layer: str) -> int:
    """The number of the newest version, without reading what it holds; 0 if there is none."""
    (version,) = connection.execute(
        "select coalesce(max(version), 0) from models where layer = ?", (layer,)
    ).fetchone()
    return int(version)


def latest(connection: sqlite3.Connection, layer: str) -> StoredModel | None:
    """The newest version, or None."""
    row = connection.execute(
        """select version, made_at, document_count, seconds, content from models
           where layer = ? order by version desc limit 1""",
        (layer,),
    ).fetchone()
    return StoredModel(*row) if row else None
