"""The state tables: the annotations each layer holds now, derived from the journal alone."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.model.annotations import Annotations, key_of
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
    connection: sqlite3.Connection, layer: str, changes: Sequence[Change], *, first_rev: int
) -> None:
    """Carry `changes` into the tables; the caller holds the write transaction.

    `first_rev` only orders rows as they were added.
    """
    for number, change in enumerate(changes):
        match change:
            case Added(document_id, item):
                _insert(connection, layer, document_id, item, first_rev + number)
            case Removed(document_id, item):
                kind, item_id = key_of(item)
                connection.execute(
                    "delete from state where layer = ? and document_id = ? and kind = ? and id = ?",
                    (layer, document_id, kind, item_id),
                )
            case Changed(document_id, _, after):
                _update(connection, layer, document_id, after)


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


def clear(connection: sqlite3.Connection) -> None:
    """Empty the tables, to derive them anew."""
    connection.execute("delete from state")


def _insert(
    connection: sqlite3.Connection, layer: str, document_id: str, item: Item, added: int
) -> None:
    connection.execute(
        """insert into state (layer, document_id, kind, id, start, "end", label, added, payload)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (layer, document_id, *key_of(item), *_place(item), added, encode(item)),
    )


def _update(connection: sqlite3.Connection, layer: str, document_id: str, item: Item) -> None:
    connection.execute(
        """update state set start = ?, "end" = ?, label = ?, payload = ?
           where layer = ? and document_id = ? and kind = ? and id = ?""",
        (*_place(item), encode(item), layer, document_id, *key_of(item)),
    )


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
