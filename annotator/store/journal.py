"""The journal: every change of every layer in order, appended and never touched again."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model.change import Added, Change, Changed, Removed
from annotator.model.identifiers import new_id
from annotator.store.payload import decode, decode_pair, encode
from annotator.store.version import ENTRY_VERSION


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as it was journalled."""

    author: str
    id: str
    document_id: str
    rev: int
    """Counts the changes of one author to one document, from 1: the order of the fold."""
    action: str
    """Shared by all entries of one user action, across documents."""
    undoes: str | None
    """The action this one takes back."""
    change: Change
    at: str


@dataclass(frozen=True, slots=True)
class Signature:
    """What the entries of one action share."""

    author: str
    action: str
    undoes: str | None
    at: str
    """UTC, ISO 8601."""


IMPORT_PREFIX = "import-"
"""Begins the identifier of an action that brought annotations from a file: undo passes it by."""


@dataclass(frozen=True, slots=True)
class Action:
    """One user action of the journal."""

    id: str
    undoes: str | None


def append(
    connection: sqlite3.Connection, changes: Sequence[Change], signature: Signature
) -> list[int]:
    """Add `changes` as one action; the caller holds the write transaction.

    Returns the revision each change got.
    """
    author = signature.author
    revisions: dict[str, int] = {}
    rows = []
    given: list[int] = []
    for change in changes:
        document_id = change.document_id
        if document_id not in revisions:
            revisions[document_id] = revision(connection, author, document_id)
        revisions[document_id] += 1
        given.append(revisions[document_id])
        rows.append(
            {
                "author": author,
                "id": new_id(),
                "document_id": document_id,
                "rev": revisions[document_id],
                "action": signature.action,
                "undoes": signature.undoes,
                **_columns(change),
                "version": ENTRY_VERSION,
                "at": signature.at,
            }
        )
    connection.executemany(
        """insert into journal
           (author, id, document_id, rev, action, undoes, change, kind, payload, version, at)
           values (:author, :id, :document_id, :rev, :action, :undoes, :change, :kind, :payload,
                   :version, :at)""",
        rows,
    )
    return given


def revision(connection: sqlite3.Connection, author: str, document_id: str) -> int:
    """How many changes `author` made to the document so far."""
    row = connection.execute(
        "select max(rev) from journal where author = ? and document_id = ?", (author, document_id)
    ).fetchone()
    return int(row[0] or 0)


def revisions(connection: sqlite3.Connection, author: str) -> dict[str, int]:
    """Document -> how many changes `author` made to it so far."""
    rows = connection.execute(
        "select document_id, max(rev) as rev from journal where author = ? group by document_id",
        (author,),
    )
    return {row["document_id"]: row["rev"] for row in rows}


def entries_of_action(connection: sqlite3.Connection, author: str, action: str) -> list[Entry]:
    """The entries of one action, oldest first."""
    rows = connection.execute(
        "select * from journal where author = ? and action = ? order by seq", (author, action)
    )
    return [_entry(row) for row in rows]


def entries(
    connection: sqlite3.Connection, *, author: str | None = None, document_id: str | None = None
) -> Iterator[Entry]:
    """Entries in the order of the fold: by author and document, then by revision."""
    rows = connection.execute(
        """select * from journal
           where (:author is null or author = :author)
             and (:document_id is null or document_id = :document_id)
           order by author, document_id, rev, id""",
        {"author": author, "document_id": document_id},
    )
    return (_entry(row) for row in rows)


def actions(connection: sqlite3.Connection, author: str) -> list[Action]:
    """What `author` did, oldest first; what was imported into the layer is not among it."""
    rows = connection.execute(
        """select action, undoes, min(seq) as first from journal
           where author = ? and substr(action, 1, ?) != ? group by action order by first""",
        (author, len(IMPORT_PREFIX), IMPORT_PREFIX),
    )
    return [Action(row["action"], row["undoes"]) for row in rows]


def _columns(change: Change) -> dict[str, str]:
    match change:
        case Added(item=item):
            return {"change": "added", "kind": type(item).__name__, "payload": encode(item)}
        case Removed(item=item):
            return {"change": "removed", "kind": type(item).__name__, "payload": encode(item)}
        case Changed(before=before, after=after):
            pair = f"[{encode(before)},{encode(after)}]"
            return {"change": "changed", "kind": type(after).__name__, "payload": pair}


def _entry(row: sqlite3.Row) -> Entry:
    return Entry(
        row["author"],
        row["id"],
        row["document_id"],
        row["rev"],
        row["action"],
        row["undoes"],
        _change(row),
        row["at"],
    )


def _change(row: sqlite3.Row) -> Change:
    kind, payload, document_id = row["kind"], row["payload"], row["document_id"]
    if row["change"] == "added":
        return Added(document_id, decode(kind, payload))
    if row["change"] == "removed":
        return Removed(document_id, decode(kind, payload))
    before, after = decode_pair(kind, payload)
    return Changed(document_id, before, after)
