"""Agreement of interchange files, without a project."""

from collections.abc import Sequence
from pathlib import Path

from annotator.errors import InvalidDataError, NotFoundError, UsageError
from annotator.formats.jsonl import JsonlImporter
from annotator.model.record import Record
from annotator.protocols import ImportOptions
from annotator.services.agreement_report import PairReport, agreement_of_records
from annotator.services.schemas import load_schema, schema_names

TWO = 2


def agreement_of_files(paths: Sequence[Path]) -> list[PairReport]:
    """Every pair of the layers that the files hold; the shipped label schemas check them.

    Raises:
        UsageError: there are fewer than two files.
        NotFoundError: a file does not exist.
        InvalidDataError: a line cannot be read; the message has the first reason.
    """
    if len(paths) < TWO:
        message = "agreement --files compares two or more interchange files; name them"
        raise UsageError(message)
    options = ImportOptions(schemas={name: load_schema(name) for name in schema_names()})
    records: list[Record] = []
    for path in paths:
        if not path.is_file():
            message = f"there is no file {path}; check the name"
            raise NotFoundError(message)
        for piece in JsonlImporter().read(path, options):
            if not isinstance(piece, Record):
                message = f"{piece.where}: {'; '.join(piece.reasons)}"
                raise InvalidDataError(message)
            records.append(piece)
    return agreement_of_records(records)
