"""The state tables: the annotations each layer holds now, derived from the journal alone."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.model.annotations import Annotations, FoldError, key_of
from annotator.model.change import Added, Change, Changed, Item, Removed
from annotator.model.entity import Identity
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.relation import Relation
from annotator.model.remark import DocumentLabel, Done, SetAside
from annotator.model.suggestion import Decision
from annotator.store.payload import decode, encode


class Place(NamedTuple):
    """What a row is found by: where in the text, and under which label."""

    start: int | None
    end: int | None
    label: str | None


def apply_changes(
    connection: sqlite3.Connection,
    layer: str,
    changes: Sequence[Change],
    revisions: Sequence[int],
) -> None:
    """Carry `changes` into the tables; the caller holds the write transaction.

    `revisions` are those the journal gave them: rows come back in the order they were added.

    Raises:
        FoldError: one removes or changes what is not there, or adds what is.
    """
    for change, revision in zip(changes, revisions, strict=True):
        match change:
            case Added(document_id, item):
                touched = _insert(connection, layer, document_id, item, revision)
            case Removed(document_id, item):
                kind, item_id = key_of(item)
                touched = connection.execute(
                    "delete from state where layer = ? and document_id = ? and kind = ? and id = ?",
                    (layer, document_id, kind, item_id),
                ).rowcount
            case Changed(document_id, _, after):
                touched = _update(connection, layer, document_id, after)
        if touched != 1:
            message = f"the change does not fit what layer {layer} holds; run: annotator fsck"
            raise FoldError(message)


def annotations(connection: sqlite3.Connection, layer: str, document_id: str) -> Annotations:
    """What `layer` says about the document (or about itself, for the empty document id)."""
    rows = connection.execute(
        """select kind, payload from state where layer = ? and document_id = ?
           order by added, kind, id""",
        (layer, document_id),
    )
    items = [decode(row["kind"], row["payload"]) for row in rows]
    return Annotations({key_of(item): item for item in items})


def layer_annotations(
    connection: sqlite3.Connection, layer: str
) -> Iterator[tuple[str, Annotations]]:
    """Every document of the layer with its annotations, by document id, in one pass."""
    rows = connection.execute(
        """select document_id, kind, payload from state where layer = ? and document_id != ''
           order by document_id, added, kind, id""",
        (layer,),
    )
    document_id, items = None, dict[tuple[str, str], Item]()
    for row in rows:
        if document_id is not None and row["document_id"] != document_id:
            yield document_id, Annotations(items)
            items = {}
        document_id = row["document_id"]
        item = decode(row["kind"], row["payload"])
        items[key_of(item)] = item
    if document_id is not None:
        yield document_id, Annotations(items)


def counts(connection: sqlite3.Connection, layer: str) -> dict[str, dict[str, int]]:
    """Document id -> kind of item -> how many the layer holds there."""
    table: dict[str, dict[str, int]] = {}
    for row in connection.execute(
        """select document_id, kind, count(*) as number from state where layer = ?
           group by document_id, kind""",
        (layer,),
    ):
        table.setdefault(row["document_id"], {})[row["kind"]] = row["number"]
    return table


def finished_count(connection: sqlite3.Connection, layer: str) -> int:
    """How many documents the layer's annotator finished on the levels that are learned from."""
    row = connection.execute(
        """select count(*) from (
               select document_id from state
               where kind = 'Done' and label in ('entities', 'events') and layer = ?
               group by document_id having count(distinct label) = 2)""",
        (layer,),
    ).fetchone()
    return int(row[0])


def clear(connection: sqlite3.Connection) -> None:
    """Empty the tables, to derive them anew."""
    connection.execute("delete from state")


def _insert(
    connection: sqlite3.Connection, layer: str, document_id: str, item: Item, added: int
) -> int:
    return connection.execute(
        """insert or ignore into state
           (layer, document_id, kind, id, start, "end", label, added, payload)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (layer, document_id, *key_of(item), *_place(item), added, encode(item)),
    ).rowcount


def _update(connection: sqlite3.Connection, layer: str, document_id: str, item: Item) -> int:
    return connection.execute(
        """update state set start = ?, "end" = ?, label = ?, payload = ?
           where layer = ? and document_id = ? and kind = ? and id = ?""",
        (*_place(item), encode(item), layer, document_id, *key_of(item)),
    ).rowcount


def _place(item: Item) -> Place:
    match item:
        case Mention(span=span, type=label) | Decision(span=span, type=label):
            return Place(span.start, span.end, label)
        case Event(trigger=span, type=label):
            return Place(span.start, span.end, label)
        case Relation(type=label) | Identity(label=label) | DocumentLabel(value=label):
            return Place(None, None, label)
        case Done(level=label) | SetAside(reason=label):
            return Place(None, None, label)
        case _:
            return Place(None, None, None)
