"""Changes: what happened to the annotations of one document in one layer; each has an inverse."""

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from annotator.model.entity import Identity
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.relation import Relation
from annotator.model.remark import DocumentLabel, Done, Note, SetAside
from annotator.model.suggestion import Decision

Item: TypeAlias = (
    Mention | Event | Relation | Note | Identity | DocumentLabel | Done | SetAside | Decision
)
"""Everything a layer holds; each has an `id` that is unique among its kind."""

WHOLE_LAYER = ""
"""The document identifier under which changes of the layer itself (identities) are journalled."""


@dataclass(frozen=True, slots=True)
class Added:
    """`item` was not there and now is."""

    document_id: str
    item: Item


@dataclass(frozen=True, slots=True)
class Removed:
    """`item` was there, exactly so, and is no more."""

    document_id: str
    item: Item


@dataclass(frozen=True, slots=True)
class Changed:
    """`before` became `after`, of the same kind and with the same `id`."""

    document_id: str
    before: Item
    after: Item


Change: TypeAlias = Added | Removed | Changed


def inverse(change: Change) -> Change:
    """The change that takes `change` back: applied after it, nothing remains of either."""
    match change:
        case Added(document_id, item):
            return Removed(document_id, item)
        case Removed(document_id, item):
            return Added(document_id, item)
        case Changed(document_id, before, after):
            return Changed(document_id, after, before)
        case _:
            assert_never(change)


def item_of(change: Change) -> Item:
    """The item a change is about, as it stands afterwards (a removed one as it stood)."""
    match change:
        case Added() | Removed():
            return change.item
        case Changed():
            return change.after
        case _:
            assert_never(change)
