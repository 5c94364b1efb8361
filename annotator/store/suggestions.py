"""Suggestions: one row for each layer, suggester and document, holding all of them.

Rows of a **source** hold what came from a file or a server. They are not shown by themselves: they
are among the proposals when the document's suggestions are made.

Queries name the index of documents: SQLite would choose the key, which begins with the layer, and
look at all of the layer's documents.
"""

import sqlite3

from annotator.model.suggestion import Suggestion
from annotator.store.payload import decode_all, encode_all

SOURCE_PREFIX = "from:"
"""Begins the name of a source's row, and of no suggester."""


def put(
    connection: sqlite3.Connection,
    layer: str,
    document_id: str,
    suggestions: tuple[Suggestion, ...],
    *,
    suggester: str,
) -> None:
    """Replace what `suggester` proposed there; the caller holds the write transaction."""
    connection.execute(
        "insert or replace into suggestions values (?, ?, ?, ?)",
        (layer, suggester, document_id, encode_all(suggestions)),
    )


def get(connection: sqlite3.Connection, layer: str, document_id: str) -> tuple[Suggestion, ...]:
    """Everything proposed for the document to the annotator of `layer`."""
    rows = connection.execute(
        """select payload from suggestions indexed by suggestions_document
           where layer = ? and document_id = ? and substr(suggester, 1, 5) != 'from:'
           order by suggester""",
        (layer, document_id),
    )
    return tuple(suggestion for row in rows for suggestion in decode_all(row["payload"]))


def of_sources(
    connection: sqlite3.Connection, layer: str, document_id: str
) -> dict[str, tuple[Suggestion, ...]]:
    """What files and servers proposed for the document, by the name of the source."""
    rows = connection.execute(
        """select suggester, payload from suggestions indexed by suggestions_document
           where layer = ? and document_id = ? and substr(suggester, 1, 5) = 'from:'
           order by suggester""",
        (layer, document_id),
    )
    return {
        row["suggester"].removeprefix(SOURCE_PREFIX): decode_all(row["payload"]) for row in rows
    }


def documents_of_source(connection: sqlite3.Connection, layer: str, source: str) -> set[str]:
    """Documents for which the source was heard, be it with nothing to propose."""
    rows = connection.execute(
        "select document_id from suggestions where layer = ? and suggester = ?",
        (layer, SOURCE_PREFIX + source),
    )
    return {row["document_id"] for row in rows}


def documents_with(connection: sqlite3.Connection, layer: str) -> set[str]:
    """Documents for which the layer has suggestions already, be they none."""
    rows = connection.execute(
        """select distinct document_id from suggestions where layer = ?
           and substr(suggester, 1, 5) != 'from:'""",
        (layer,),
    )
    return {row["document_id"] for row in rows}


def forget_combined(connection: sqlite3.Connection, layer: str, document_id: str) -> None:
    """Drop what is shown to the layer's annotator, and keep what sources said."""
    connection.execute(
        """delete from suggestions indexed by suggestions_document
           where layer = ? and document_id = ? and substr(suggester, 1, 5) != 'from:'""",
        (layer, document_id),
    )


def forget(connection: sqlite3.Connection, document_id: str) -> None:
    """Drop what was proposed for the document, to all layers; the caller holds the transaction."""
    connection.execute("delete from suggestions where document_id = ?", (document_id,))
