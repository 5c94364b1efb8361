"""The documents of a project, in the order they came."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.model.document import Document, Zone
from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list of documents shows of one, without its text."""

    id: str
    title: str
    length: int
    """Code points."""


def add(connection: sqlite3.Connection, documents: Iterable[Document], *, at: str) -> None:
    """Store `documents` after those already there; the caller holds the write transaction."""
    row = connection.execute("select coalesce(max(position), 0) from documents").fetchone()
    position = int(row[0])
    connection.executemany(
        "insert into documents values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_row(document, position + n, at) for n, document in enumerate(documents, start=1)),
    )


def get(connection: sqlite3.Connection, document_id: str) -> Document | None:
    """The document, or None."""
    row = connection.execute("select * from documents where id = ?", (document_id,)).fetchone()
    return _document(row) if row else None


def by_sha256(connection: sqlite3.Connection, sha256: str) -> list[str]:
    """Identifiers of the documents whose text has this check sum."""
    rows = connection.execute(
        "select id from documents where sha256 = ? order by position", (sha256,)
    )
    return [row["id"] for row in rows]


def headings(connection: sqlite3.Connection) -> list[Heading]:
    """Every document in the order it was imported."""
    rows = connection.execute("select id, title, length from documents order by position")
    return [Heading(row["id"], row["title"], row["length"]) for row in rows]


def every(connection: sqlite3.Connection) -> Iterator[Document]:
    """Every document by its identifier, read as it is asked for."""
    return (_document(row) for row in connection.execute("select * from documents order by id"))


def count(connection: sqlite3.Connection) -> int:
    """How many documents the project has."""
    return int(connection.execute("select count(*) from documents").fetchone()[0])


def _row(document: Document, position: int, at: str) -> tuple[str | int, ...]:
    zones = [[zone.span.start, zone.span.end, zone.kind] for zone in document.zones]
    return (
        document.id,
        position,
        document.title,
        document.text,
        document.sha256,
        len(document.text),
        document.language,
        json.dumps(dict(document.meta), ensure_ascii=False),
        json.dumps(zones, ensure_ascii=False),
        at,
    )


def _document(row: sqlite3.Row) -> Document:
    zones = tuple(Zone(Span(start, end), kind) for start, end, kind in json.loads(row["zones"]))
    return Document(row["id"], row["text"], row["language"], json.loads(row["meta"]), zones)
