"""An open project: where file, label schemas, layers and journal come together."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from annotator.errors import InvalidDataError, NotFoundError, UsageError
from annotator.model.annotations import Annotations
from annotator.model.change import WHOLE_LAYER, Change
from annotator.model.document import Document
from annotator.model.entity import Identity
from annotator.model.identifiers import new_id
from annotator.model.label_schema import LabelSchema
from annotator.model.layer import GOLD, Layer, OnlyLevel, check_annotator_name
from annotator.model.schema_parsing import parse_schema
from annotator.services.schemas import SchemaFile, find_schema
from annotator.store import documents, journal, layers, state
from annotator.store.connection import create_project_file, open_connection
from annotator.store.layers import StoredSchema
from annotator.store.write import write


def utc_now() -> str:
    """The time now in UTC, ISO 8601 to the second, as journal and provenance keep it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Project:
    """One project file, open; used from the thread that opened it.

    `Project.open` and `Project.create` make one; `with` closes it.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._schemas: dict[str, LabelSchema] = {}

    @classmethod
    def open(cls, path: Path) -> "Project":
        """Open an existing project.

        Raises:
            NotFoundError: there is none at `path`.
            InvalidDataError: the file is no project, or a newer program's.
        """
        return cls(path, open_connection(path))

    @classmethod
    def create(cls, path: Path, *, schema: str = "siyasa") -> "Project":
        """Make a new project whose label schema is the shipped one of that name, or a file.

        Raises:
            AnnotatorError: the file exists or cannot be written, or the label schema is wrong.
        """
        file = find_schema(schema)
        parse_schema(file.content, source=file.source)  # first: a wrong one leaves no file behind
        project = cls(path, create_project_file(path))
        project.add_schema(file)
        return project

    def __enter__(self) -> "Project":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing is lost if this is never called."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: everything in the block is stored, or nothing."""
        with write(self.connection) as connection:
            yield connection

    # -- label schemas and layers

    def add_schema(self, file: SchemaFile) -> LabelSchema:
        """Keep a label schema's file; one that the project has already changes nothing.

        Raises:
            SchemaError: the file is no label schema.
            InvalidDataError: the project has another label schema of that name.
        """
        schema = parse_schema(file.content, source=file.source)
        for kept in layers.schemas(self.connection):
            if kept.name == schema.name and kept.sha256 != schema.sha256:
                message = (
                    f"the project has another label schema {schema.name}, version {kept.version};"
                    " give this one a name of its own"
                )
                raise InvalidDataError(message)
        if schema.name not in self.schema_names():
            with self.writing() as connection:
                source = file.content.decode("utf-8")
                kept = StoredSchema(schema.name, schema.version, schema.sha256, source)
                layers.add_schema(connection, kept)
        return schema

    def schema(self, name: str | None = None) -> LabelSchema:
        """The project's label schema of that name; without a name, the first one it got."""
        stored = layers.schemas(self.connection)
        for kept in stored:
            if name in (None, kept.name):
                if kept.name not in self._schemas:
                    self._schemas[kept.name] = parse_schema(
                        kept.source.encode("utf-8"), source=f"{self.path}: {kept.name}"
                    )
                return self._schemas[kept.name]
        known = ", ".join(kept.name for kept in stored)
        message = f"the project has no label schema {name!r}; it has: {known}"
        raise NotFoundError(message)

    def schema_names(self) -> list[str]:
        """The names of its label schemas, the first one it got first."""
        return [kept.name for kept in layers.schemas(self.connection)]

    def layers(self) -> list[Layer]:
        """Every layer in the order it was opened."""
        return layers.layers(self.connection)

    def layer(self, name: str) -> Layer:
        """The layer of that name.

        Raises:
            NotFoundError: the project has none.
        """
        for layer in self.layers():
            if layer.name == name:
                return layer
        known = ", ".join(layer.name for layer in self.layers()) or "none yet"
        message = f"the project has no layer {name!r}; its layers: {known}"
        raise NotFoundError(message)

    def open_layer(self, name: str, *, schema_name: str | None = None, note: str = "") -> Layer:
        """The layer of annotator `name`, opened with the given label schema if it is new.

        Raises:
            UsageError: the name is reserved or empty, or the layer uses another label schema.
        """
        if name != GOLD:
            check_annotator_name(name)
        known = self._known_layer(name, schema_name)
        if known is not None:
            return known
        layer = Layer(name, self.schema(schema_name).name, note)
        with self.writing() as connection:
            # another window of the annotator may have been opened at the same moment
            known = self._known_layer(name, schema_name)
            if known is None:
                layers.add_layer(connection, layer)
        return known or layer

    def _known_layer(self, name: str, schema_name: str | None) -> Layer | None:
        layer = next((layer for layer in self.layers() if layer.name == name), None)
        if layer is not None and schema_name not in (None, layer.schema_name):
            message = f"layer {name} uses the label schema {layer.schema_name}, not {schema_name}"
            raise UsageError(message)
        return layer

    def set_only_level(self, name: str, only_level: OnlyLevel) -> None:
        """Say which one level a layer is for; the empty one says both."""
        with self.writing() as connection:
            layers.set_only_level(connection, name, only_level)

    def schema_of(self, layer: str) -> LabelSchema:
        """The label schema of a layer."""
        return self.schema(self.layer(layer).schema_name)

    # -- documents and what layers say about them

    def headings(self) -> list[documents.Heading]:
        """Every document's identifier, title and length, in the order of import."""
        return documents.headings(self.connection)

    def document(self, document_id: str) -> Document:
        """The document.

        Raises:
            NotFoundError: the project has none of that identifier.
        """
        document = documents.get(self.connection, document_id)
        if document is None:
            message = (
                f"the project has no document {document_id!r}; list them with: annotator status"
            )
            raise NotFoundError(message)
        return document

    def annotations(self, layer: str, document_id: str) -> Annotations:
        """What the layer says about the document."""
        return state.annotations(self.connection, layer, document_id)

    def identities(self, layer: str) -> dict[str, Identity]:
        """The layer's registry, by slug."""
        registry = state.annotations(self.connection, layer, WHOLE_LAYER)
        return {identity.id: identity for identity in registry.identities}

    def record(
        self, layer: str, changes: Sequence[Change], *, undoes: str | None = None
    ) -> str | None:
        """Journal `changes` as one action of the layer's annotator and carry them into the state.

        Returns the action's identifier; None where there was nothing to record.
        """
        if not changes:
            return None
        with self.writing() as connection:
            return record(connection, layer, changes, undoes=undoes)


def record(
    connection: sqlite3.Connection,
    layer: str,
    changes: Sequence[Change],
    *,
    undoes: str | None = None,
    is_import: bool = False,
) -> str:
    """Append `changes` to journal and state within the caller's transaction; the action's id."""
    action = journal.IMPORT_PREFIX + new_id() if is_import else new_id()
    signature = journal.Signature(layer, action, undoes, utc_now())
    revisions = journal.append(connection, changes, signature)
    state.apply_changes(connection, layer, changes, revisions)
    return action
