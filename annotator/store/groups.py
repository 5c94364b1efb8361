"""What is kept to tell which documents belong together: sketches of texts, and links of two."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from annotator.arabic.sketches import Sketch

Signal: TypeAlias = Literal["copy", "passage", "story", "person"]


@dataclass(frozen=True, slots=True)
class Link:
    """Two documents that belong together, the one imported first named first, and why."""

    first: str
    second: str
    signal: Signal
    """A near copy, a passage that stands in both, one story by its annotations, a person's word."""
    strength: float
    """Of a copy the share in common, of a passage its words, of a story its entities."""
    detail: str = ""


def put_sketches(connection: sqlite3.Connection, sketches: Iterable[tuple[str, Sketch]]) -> None:
    """Keep the sketches of documents; the caller holds the write transaction."""
    connection.executemany(
        "insert or replace into sketches values (?, ?, ?)",
        (
            (document_id, sketch.shingles.tobytes(), sketch.pieces.tobytes())
            for document_id, sketch in sketches
        ),
    )


def sketches(connection: sqlite3.Connection) -> Iterator[tuple[str, Sketch]]:
    """Every document with its sketch, in the order of import."""
    rows = connection.execute(
        """select document_id, shingles, pieces from sketches
           join documents on id = document_id order by position"""
    )
    for row in rows:
        yield row["document_id"], Sketch(_array(row["shingles"]), _array(row["pieces"]))


def without_sketch(connection: sqlite3.Connection) -> list[str]:
    """Documents that were never compared with the others, in the order of import."""
    rows = connection.execute(
        """select id from documents where id not in (select document_id from sketches)
           order by position"""
    )
    return [row["id"] for row in rows]


def put_links(connection: sqlite3.Connection, links: Iterable[Link]) -> None:
    """Keep links, each once for a signal; the caller holds the write transaction."""
    connection.executemany(
        "insert or replace into links values (?, ?, ?, ?, ?)",
        ((link.first, link.second, link.signal, link.strength, link.detail) for link in links),
    )


def links(connection: sqlite3.Connection) -> list[Link]:
    """Every link, in the order of import of its documents."""
    rows = connection.execute(
        """select first, second, signal, strength, detail from links
           join documents a on a.id = first join documents b on b.id = second
           order by a.position, b.position, signal"""
    )
    return [Link(*row) for row in rows]


def forget_links(connection: sqlite3.Connection, signal: Signal) -> None:
    """Drop every link of one signal, to find them anew; the caller holds the transaction."""
    connection.execute("delete from links where signal = ?", (signal,))


def forget_text(connection: sqlite3.Connection, document_id: str) -> None:
    """Drop what was found in the document's text, for it has another one now."""
    connection.execute("delete from sketches where document_id = ?", (document_id,))
    connection.execute(
        "delete from links where signal in ('copy', 'passage') and ? in (first, second)",
        (document_id,),
    )


def by_position(connection: sqlite3.Connection, document_ids: Iterable[str]) -> list[str]:
    """The documents in the order of import; those that are not there are left out."""
    find = "select position from documents where id = ?"
    placed = [
        (row["position"], key) for key in document_ids for row in connection.execute(find, (key,))
    ]
    return [key for _, key in sorted(placed)]


def _array(content: bytes) -> "array[int]":
    values = array("I")
    values.frombytes(content)
    return values
