"""Import: documents and layers from files into a project, a whole file or nothing of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from annotator.errors import InvalidDataError, UsageError
from annotator.model.record import Record, Refusal
from annotator.protocols import Importer, ImportOptions
from annotator.services.import_report import FileReport
from annotator.services.intake import Intake
from annotator.services.project import Project
from annotator.store import documents

Progress: TypeAlias = Callable[[int], None]
"""Told the count of records read so far of a file, after each."""


@dataclass(frozen=True)
class ImportChoices:
    """What the person who imports decides."""

    layer: str = ""
    """The layer that annotations go to, whatever name the file gives; empty keeps the file's."""
    encoding: str = "utf-8"
    fields: Mapping[str, str] = field(default_factory=dict)
    """See `ImportOptions.fields`."""
    skip_invalid: bool = False
    """Leave out what is refused and import the rest of the file."""


class _KeepOutError(Exception):
    """Ends the transaction of a file that holds a refusal."""


def import_files(
    project: Project,
    files: Sequence[tuple[Path, Importer]],
    choices: ImportChoices | None = None,
    *,
    progress: Progress | None = None,
) -> Iterator[FileReport]:
    """Import several files one after another; one that cannot be read at all stops no other.

    Raises:
        AnnotatorError: the only file cannot be read.
        TryAgainError: a file could not be stored; those before it are.
    """
    for path, importer in files:
        try:
            yield import_file(project, path, importer, choices, progress=progress)
        except (InvalidDataError, UsageError) as error:
            if len(files) == 1:
                raise
            refusal = Refusal(str(path), (str(error),))
            yield FileReport(str(path), refusals=[refusal], imported=False)


def import_file(
    project: Project,
    path: Path,
    importer: Importer,
    choices: ImportChoices | None = None,
    *,
    progress: Progress | None = None,
) -> FileReport:
    """Import one file; a refusal keeps all of it out unless what is invalid shall be skipped.

    Whatever ends it before the last record, Ctrl+C too, leaves nothing of the file behind.

    Raises:
        AnnotatorError: the file as a whole cannot be read.
        TryAgainError: it could not be stored; nothing of the file was.
    """
    choices = choices or ImportChoices()
    report = FileReport(str(path))
    with suppress(_KeepOutError), project.writing() as connection:
        intake = Intake(project, connection, report)
        pieces = importer.read(path, _options(project, choices, intake))
        for number, piece in enumerate(pieces, start=1):
            intake.take(_renamed(piece, choices.layer))
            if progress is not None:
                progress(number)
        if report.refusals and not choices.skip_invalid:
            raise _KeepOutError
        intake.flush()
        return report
    return FileReport(str(path), refusals=report.refusals, imported=False)


def _options(project: Project, choices: ImportChoices, intake: Intake) -> ImportOptions:
    def stored_text(sha256: str) -> str | None:
        intake.flush()  # an earlier line of the file may hold the text
        found = documents.by_sha256(project.connection, sha256)
        return project.document(found[0]).text if found else None

    names = project.schema_names()
    return ImportOptions(
        schemas={name: project.schema(name) for name in names},
        schema_name=names[0],
        layer=choices.layer,
        encoding=choices.encoding,
        fields=choices.fields,
        stored_text=stored_text,
    )


def _renamed(piece: Record | Refusal, layer: str) -> Record | Refusal:
    """The piece, annotations going to `layer` where one is named."""
    if layer and isinstance(piece, Record) and piece.layer.name:
        return replace(piece, layer=replace(piece.layer, name=layer))
    return piece
