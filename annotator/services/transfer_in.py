"""Import: documents and layers from files into a project, a whole file or nothing of it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from annotator.errors import AnnotatorError, NotFoundError, UsageError
from annotator.model.annotations import Annotations
from annotator.model.change import WHOLE_LAYER, Added, Change
from annotator.model.entity import Identity
from annotator.model.record import Record, Refusal
from annotator.protocols import Importer, ImportOptions
from annotator.services.project import Project, record, utc_now
from annotator.services.same_annotations import same_annotations
from annotator.store import documents, state

Piece: TypeAlias = Record | Refusal


@dataclass(frozen=True)
class ImportChoices:
    """What the person who imports decides."""

    layer: str = ""
    """The layer that annotations go to, whatever name the file gives; empty keeps the file's."""
    encoding: str = "utf-8"
    skip_invalid: bool = False
    """Leave out what is refused and import the rest of the file."""


@dataclass
class FileReport:
    """What became of one file."""

    path: str
    added_documents: list[str] = field(default_factory=list)
    known_documents: list[str] = field(default_factory=list)
    """Their text was in the project already, exactly so."""
    added_layers: list[tuple[str, str]] = field(default_factory=list)
    """Layer and document whose annotations came in."""
    known_layers: list[tuple[str, str]] = field(default_factory=list)
    """Layer and document whose annotations were in the project already, exactly so."""
    refusals: list[Refusal] = field(default_factory=list)
    imported: bool = True
    """False where a refusal kept the whole file out."""


class _KeepOutError(Exception):
    """Ends the transaction of a file that holds a refusal."""


def import_file(
    project: Project, path: Path, importer: Importer, choices: ImportChoices | None = None
) -> FileReport:
    """Import one file; a refusal keeps all of it out unless what is invalid shall be skipped.

    Raises:
        AnnotatorError: the file as a whole cannot be read.
        TryAgainError: it could not be stored; nothing of the file was.
    """
    choices = choices or ImportChoices()
    report = FileReport(str(path))
    pieces = importer.read(path, _options(project, choices))
    with suppress(_KeepOutError), project.writing() as connection:
        for piece in _renamed(pieces, choices.layer):
            _take(project, connection, piece, report)
        if report.refusals and not choices.skip_invalid:
            raise _KeepOutError
        return report
    return FileReport(str(path), refusals=report.refusals, imported=False)


def readable_files(
    paths: Iterable[Path], importers: Sequence[Importer]
) -> list[tuple[Path, Importer]]:
    """Each file with the first importer that accepts its name; folders give the files below them.

    Raises:
        NotFoundError: a path does not exist, or a folder holds nothing that can be read.
        UsageError: nothing reads a file of that name.
    """
    return list(chain.from_iterable(_files(path, importers) for path in paths))


def _files(path: Path, importers: Sequence[Importer]) -> list[tuple[Path, Importer]]:
    known = ", ".join(importer.name for importer in importers)
    if not path.exists():
        message = f"there is no file {path}; check the name"
        raise NotFoundError(message)
    candidates = sorted(filter(Path.is_file, path.rglob("*"))) if path.is_dir() else [path]
    found = [
        (each, next(importer for importer in importers if importer.accepts(each)))
        for each in candidates
        if any(importer.accepts(each) for importer in importers)
    ]
    if not found and path.is_dir():
        message = f"{path} holds no file of a format that can be read: {known}"
        raise NotFoundError(message)
    if not found:
        message = f"{path} is in no known format; say which one with --format: {known}"
        raise UsageError(message)
    return found


def _options(project: Project, choices: ImportChoices) -> ImportOptions:
    def stored_text(sha256: str) -> str | None:
        found = documents.by_sha256(project.connection, sha256)
        return project.document(found[0]).text if found else None

    names = project.schema_names()
    return ImportOptions(
        schemas={name: project.schema(name) for name in names},
        schema_name=names[0],
        layer=choices.layer,
        encoding=choices.encoding,
        stored_text=stored_text,
    )


def _renamed(pieces: Iterator[Piece], layer: str) -> Iterator[Piece]:
    for piece in pieces:
        if layer and isinstance(piece, Record) and piece.layer.name:
            yield replace(piece, layer=replace(piece.layer, name=layer))
        else:
            yield piece


def _take(
    project: Project, connection: sqlite3.Connection, piece: Piece, report: FileReport
) -> None:
    if isinstance(piece, Refusal):
        report.refusals.append(piece)
        return
    problem = _document(connection, piece, report) or _layer(project, connection, piece, report)
    if problem:
        where = f"{report.path}: document {piece.document.id}"
        report.refusals.append(Refusal(where, (problem,)))


def _document(connection: sqlite3.Connection, piece: Record, report: FileReport) -> str | None:
    """Store the document unless the project has it; why it cannot be stored, if so."""
    document = piece.document
    known = documents.get(connection, document.id)
    if known is None:
        twins = documents.by_sha256(connection, document.sha256)
        if twins:
            return f"its text is that of document {twins[0]} already in the project; leave it out"
        documents.add(connection, [document], at=utc_now())
        report.added_documents.append(document.id)
        return None
    if known.text != document.text:
        return "the project has another text under this identifier; give it another one"
    report.known_documents.append(document.id)
    return None


def _layer(
    project: Project, connection: sqlite3.Connection, piece: Record, report: FileReport
) -> str | None:
    """Store the layer's annotations unless the project has them; why it cannot, if so."""
    name, document_id = piece.layer.name, piece.document.id
    if not name:
        return None
    try:
        layer = project.open_layer(name, schema_name=piece.layer.schema_name, note=piece.layer.note)
    except AnnotatorError as error:
        return str(error)
    held = state.annotations(connection, layer.name, document_id)
    if held.items:
        if not same_annotations(held, piece.annotations):
            return f"layer {name} has other annotations there; import under another name with --as"
        report.known_layers.append((name, document_id))
        return None
    changes: list[Change] = [
        *_registry(project, piece),
        *(Added(document_id, item) for item in piece.annotations.items.values()),
    ]
    if changes:
        record(connection, layer.name, changes)
    report.added_layers.append((name, document_id))
    return None


def _registry(project: Project, piece: Record) -> Iterator[Change]:
    """What the layer's registry does not know yet; a slug without an entry is named by its text."""
    known = project.identities(piece.layer.name)
    named = {**_from_text(piece.annotations, piece.document.text), **piece.identities}
    return (Added(WHOLE_LAYER, named[slug]) for slug in named if slug not in known)


def _from_text(annotations: Annotations, text: str) -> dict[str, Identity]:
    """An identity for each slug, named by the first mention that carries it."""
    named: dict[str, Identity] = {}
    for mention in annotations.mentions:
        if mention.kb is not None:
            named.setdefault(mention.kb, Identity(mention.kb, mention.span.of(text)))
    return named
