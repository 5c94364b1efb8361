"""What a screen shows first of a project, found without loading anything slow, and where one was.

The label schema needs a library that takes a tenth of a second to load; the text does not wait.
"""

from dataclasses import dataclass
from pathlib import Path

from annotator.errors import NotFoundError
from annotator.model.document import Document
from annotator.model.layer import GOLD
from annotator.store import documents, layers, places
from annotator.store.connection import open_connection
from annotator.store.places import LastPlace
from annotator.store.write import write


@dataclass(frozen=True)
class Opening:
    """The document somebody goes on with, and the place in it."""

    annotator: str
    document: Document
    offset: int
    schema_names: tuple[str, ...] = ()
    """Label schemas to choose from: the annotator is new here, and the project has several."""


def open_where_left(
    path: Path,
    *,
    named: str | None,
    document_id: str | None = None,
    schema_name: str | None = None,
) -> Opening:
    """The document asked for, else the one where the annotator was last, else the first.

    `schema_name` is the label schema of a new annotator's layer.

    Raises:
        NotFoundError: no project at `path`, no such document, or none at all.
        InvalidDataError: the file is no project, or a newer program's.
        UsageError: it is not clear who works here, or the layer uses another label schema.
    """
    connection = open_connection(path)
    try:
        people = [layer.name for layer in layers.layers(connection) if layer.name != GOLD]
        annotator, schema_names = named or "", tuple[str, ...]()
        if named not in people or schema_name is not None:
            annotator, schema_names = _chosen(path, named, schema_name)
        place = places.last(connection, annotator)
        if place is not None and document_id in (None, place.document_id):
            document_id, offset = place.document_id, place.offset
        else:
            offset = 0
        if document_id is None:
            headings = documents.headings(connection)
            if not headings:
                message = f"{path} has no documents yet; bring some in with: annotator import FILE"
                raise NotFoundError(message)
            document_id = headings[0].id
        document = documents.get(connection, document_id)
    finally:
        connection.close()
    if document is None:
        message = f"the project has no document {document_id}; list them with: annotator status"
        raise NotFoundError(message)
    offset = min(offset, max(0, len(document.text) - 1))
    return Opening(annotator, document, offset, schema_names)


def _chosen(path: Path, named: str | None, schema_name: str | None) -> tuple[str, tuple[str, ...]]:
    """Who works here, by the rules of the command line, and the label schemas to choose from.

    A new annotator's layer is opened, unless there is something to choose.
    """
    # label schemas take 0.1 s to load
    from annotator.services.people import choose_annotator  # noqa: PLC0415 -- heavy, loaded when it is needed
    from annotator.services.project import Project  # noqa: PLC0415 -- heavy, loaded when it is needed

    with Project.open(path) as project:
        annotator = choose_annotator(project, named)
        names = project.schema_names()
        is_known = annotator in {layer.name for layer in project.layers()}
        if schema_name is None and len(names) > 1 and not is_known:
            return annotator, tuple(names)
        project.open_layer(annotator, schema_name=schema_name)
    return annotator, ()


def remember_place(path: Path, annotator: str, *, document_id: str, offset: int) -> None:
    """Keep where the annotator is, for the next time.

    Raises:
        TryAgainError: it could not be stored.
    """
    connection = open_connection(path)
    try:
        with write(connection):
            places.remember(connection, annotator, LastPlace(document_id, offset))
    finally:
        connection.close()
