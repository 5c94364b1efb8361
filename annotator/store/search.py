"""The full-text index: which documents hold a word, whatever its spelling.

It keeps no text, no places and no proclitics: where a word stands is found in the few documents
that hold it, and a query names the forms it wants. So it stays small and import quick.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from annotator.arabic.search_words import index_text


def add(connection: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Index texts under the positions of their documents; the caller holds the transaction."""
    connection.executemany(
        "insert into search (rowid, words) values (?, ?)",
        ((position, index_text(text)) for position, text in texts),
    )


def remove(connection: sqlite3.Connection, position: int, text: str) -> None:
    """Take out the text exactly as it was added; the caller holds the write transaction."""
    connection.execute(
        "insert into search (search, rowid, words) values ('delete', ?, ?)",
        (position, index_text(text)),
    )


def rebuild(connection: sqlite3.Connection) -> None:
    """Index every document anew; the caller holds the write transaction."""
    connection.execute("insert into search (search) values ('delete-all')")
    add(connection, connection.execute("select position, text from documents order by position"))


def every_word(connection: sqlite3.Connection) -> Iterator[str]:
    """Every word of the project once, in no order that means anything."""
    return (str(row["term"]) for row in connection.execute("select term from search_words"))


def documents_with(
    connection: sqlite3.Connection, words: Sequence[Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """Identifier and text of each document that holds one of every group of words, in order.

    A word of letters and digits; at least one group, and none of them empty.
    """
    query = " AND ".join("({})".format(" OR ".join(f'"{w}"' for w in group)) for group in words)
    rows = connection.execute(
        """select d.id, d.text from search join documents d on d.position = search.rowid
           where search match ? order by search.rowid""",
        (query,),
    )
    return ((row["id"], row["text"]) for row in rows)


def documents_worked_on(connection: sqlite3.Connection) -> set[str]:
    """Documents of which some layer says something, or for which there are suggestions."""
    rows = connection.execute(
        "select document_id from state union select document_id from suggestions"
    )
    return {str(row["document_id"]) for row in rows}
