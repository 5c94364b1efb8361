"""The layers of a project and the label schemas they use."""

import sqlite3
from dataclasses import dataclass

from annotator.model.layer import Layer, OnlyLevel


@dataclass(frozen=True, slots=True)
class StoredSchema:
    """A label schema as the project keeps it: its file's text, so that a project stands alone."""

    name: str
    version: int
    sha256: str
    source: str


def add_schema(connection: sqlite3.Connection, schema: StoredSchema) -> None:
    """Keep `schema`; the caller holds the write transaction."""
    connection.execute(
        "insert into schemas values (?, ?, ?, ?)",
        (schema.name, schema.version, schema.sha256, schema.source),
    )


def schemas(connection: sqlite3.Connection) -> list[StoredSchema]:
    """The label schemas of the project, the first one first."""
    rows = connection.execute("select * from schemas order by rowid")
    return [StoredSchema(*row) for row in rows]


def add_layer(connection: sqlite3.Connection, layer: Layer) -> None:
    """Open a layer; the caller holds the write transaction."""
    connection.execute(
        "insert into layers values (?, ?, ?, ?)",
        (layer.name, layer.schema_name, layer.note, layer.only_level),
    )


def set_only_level(connection: sqlite3.Connection, name: str, only_level: OnlyLevel) -> None:
    """Say which one level the layer is for; the caller holds the write transaction."""
    connection.execute("update layers set only_level = ? where name = ?", (only_level, name))


def layers(connection: sqlite3.Connection) -> list[Layer]:
    """The layers in the order they were opened."""
    rows = connection.execute(
        "select name, schema_name, note, only_level from layers order by rowid"
    )
    return [Layer(*row) for row in rows]
