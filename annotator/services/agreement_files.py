"""Agreement of interchange files, without a project."""

from collections.abc import Sequence
from pathlib import Path

from annotator.errors import InvalidDataError, NotFoundError, UsageError
from annotator.formats.jsonl import JsonlImporter
from annotator.model.record import Record
from annotator.protocols import ImportOptions
from annotator.services.agreement_report import PairReport, agreement_of_records
from annotator.services.schemas import load_schema, schema_names


def agreement_of_files(paths: Sequence[Path], *, schema: str = "siyasa") -> list[PairReport]:
    """Every pair of the layers that the files hold.

    `schema`, a name or a file, is the label schema of lines that name none, or name it; lines that
    name a shipped one are checked by that.

    Raises:
        UsageError: there is no file, or only one layer.
        NotFoundError: a file does not exist.
        InvalidDataError: a line cannot be read; the message has the first reason.
    """
    if not paths:
        message = "agreement --files compares the layers of interchange files; name the files"
        raise UsageError(message)
    known = [load_schema(name) for name in dict.fromkeys((schema, *schema_names()))]
    options = ImportOptions(
        schemas={each.name: each for each in reversed(known)}, schema_name=known[0].name
    )
    records: list[Record] = []
    for path in paths:
        if not path.is_file():
            message = f"there is no file {path}; check the name"
            raise NotFoundError(message)
        for piece in JsonlImporter().read(path, options):
            if not isinstance(piece, Record):
                message = f"{piece.where}: {'; '.join(piece.reasons)}"
                raise InvalidDataError(message)
            if not piece.layer.name:
                message = f"{path}: document {piece.document.id} names no layer; give it one"
                raise InvalidDataError(message)
            records.append(piece)
    return agreement_of_records(records)
