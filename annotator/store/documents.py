"""The documents of a project, in the order they came."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
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
    """Store and index `documents` after those there; the caller holds the write transaction."""
    row = connection.execute("select coalesce(max(position), 0) from documents").fetchone()
    placed = list(enumerate(documents, start=int(row[0]) + 1))
    connection.executemany(
        "insert into documents values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_row(document, position, at) for position, document in placed),
    )
    # the words of a text are cut with tables that reading it does not need
    from annotator.store import search  # noqa: PLC0415 -- heavy, loaded when it is needed

    search.add(connection, ((position, document.text) for position, document in placed))


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


def replace(connection: sqlite3.Connection, document: Document, *, at: str) -> None:
    """Give the stored document of that identifier another text, its metadata and zones.

    The text that stood there is kept aside. The caller holds the write transaction.
    """
    row = connection.execute(
        "select position, text, imported_at from documents where id = ?", (document.id,)
    ).fetchone()
    if row["text"] != document.text:
        connection.execute(
            "insert into replaced_texts values (?, ?, ?)", (document.id, row["text"], at)
        )
        from annotator.store import search  # noqa: PLC0415 -- heavy, loaded when it is needed

        search.remove(connection, row["position"], row["text"])
        search.add(connection, [(row["position"], document.text)])
    _, _, *values, _ = _row(document, row["position"], row["imported_at"])
    connection.execute(
        """update documents set title = ?, text = ?, sha256 = ?, length = ?, language = ?,
           meta = ?, zones = ? where id = ?""",
        (*values, document.id),
    )


def replaced_texts(connection: sqlite3.Connection, document_id: str) -> list[tuple[str, str]]:
    """The texts the document had before, each with the time it was replaced; the newest first."""
    rows = connection.execute(
        """select text, replaced_at from replaced_texts where document_id = ?
           order by rowid desc""",
        (document_id,),
    )
    return [(row["text"], row["replaced_at"]) for row in rows]


def known(
    connection: sqlite3.Connection, document_id: str, sha256: str
) -> tuple[str | None, str | None]:
    """The check sum of the document of that identifier, and a document with that check sum."""
    row = connection.execute(
        """select (select sha256 from documents where id = ?),
                  (select id from documents where sha256 = ? order by position limit 1)""",
        (document_id, sha256),
    ).fetchone()
    return row[0], row[1]


def headings(connection: sqlite3.Connection) -> list[Heading]:
    """Every document in the order it was imported."""
    rows = connection.execute("select id, title, length from documents order by position")
    return [Heading(row["id"], row["title"], row["length"]) for row in rows]


def every(connection: sqlite3.Connection) -> Iterator[Document]:
    """Every document by its identifier, read as it is asked for."""
    return (_document(row) for row in connection.execute("select * from documents order by id"))


def texts(
    connection: sqlite3.Connection, only: Collection[str] | None = None
) -> Iterator[tuple[str, str]]:
    """Identifier and text of every document, or of those of `only`, in the order of import."""
    if only is None:
        rows = connection.execute("select id, text from documents order by position")
        yield from ((row["id"], row["text"]) for row in rows)
        return
    find = "select position, id from documents where id = ?"
    for position, document_id in sorted(
        tuple(row) for key in only for row in connection.execute(find, (key,))
    ):
        row = connection.execute(
            "select text from documents where position = ?", (position,)
        ).fetchone()
        yield document_id, row["text"]


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
