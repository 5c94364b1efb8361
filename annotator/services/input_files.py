"""Which files to import, and who reads each: folders and compressed files are looked into."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from annotator.errors import InvalidDataError, NotFoundError, UsageError
from annotator.formats.compressed import is_compressed, members
from annotator.model.record import Record, Refusal
from annotator.protocols import Importer, ImportOptions
from annotator.services.formats import importers


def readable_files(
    paths: Iterable[Path], readers: Sequence[Importer] | None = None
) -> list[tuple[Path, Importer]]:
    """Each file with the first of the installed readers, or of those given, that accepts it.

    Raises:
        NotFoundError: a path does not exist, or a folder holds nothing that can be read.
        UsageError: nothing reads a file of that name.
        InvalidDataError: a compressed file is damaged or unpacks to too much.
    """
    known = importers() if readers is None else readers
    found: list[tuple[Path, Importer]] = []
    for path in paths:
        inner = files_in(path)
        chosen = [(each, reader) for each in inner if (reader := _reader(each, known))]
        if not chosen and inner == [path]:
            message = f"{path} is in no known format; say which one with --format: {_names(known)}"
            raise UsageError(message)
        if not chosen:
            message = f"{path} holds no file of a format that can be read: {_names(known)}"
            raise NotFoundError(message)
        found += chosen
    return found


def files_of_format(paths: Iterable[Path], format_name: str) -> list[tuple[Path, Importer]]:
    """Each file with the reader of that format, whatever its name; of folders what it accepts.

    Raises:
        NotFoundError: a path does not exist, or there is no such format.
    """
    [reader] = importers(format_name)
    return [
        (each, reader)
        for path in paths
        for each in files_in(path)
        if each == path or not path.is_dir() or reader.accepts(each)
    ]


def read_text(path: Path, *, encoding: str = "utf-8") -> str:
    """The text of a file that holds one article, in any format.

    Raises:
        AnnotatorError: it cannot be read.
        InvalidDataError: it holds none, or several.
    """
    pieces = [
        piece
        for file, reader in readable_files([path])
        for piece in islice(reader.read(file, ImportOptions(encoding=encoding)), 2)
    ]
    for piece in pieces:
        if isinstance(piece, Refusal):
            message = f"{piece.where}: {'; '.join(piece.reasons)}"
            raise InvalidDataError(message)
    if len(pieces) != 1:
        message = f"{path} holds {'no' if not pieces else 'more than one'} article; give one"
        raise InvalidDataError(message)
    return next(piece.document.text for piece in pieces if isinstance(piece, Record))


def files_in(path: Path) -> list[Path]:
    """The file itself, or those in a folder or compressed file, by name.

    Raises:
        NotFoundError: there is none.
        InvalidDataError: a compressed file is damaged or unpacks to too much.
    """
    if not path.exists():
        message = f"there is no file {path}; check the name"
        raise NotFoundError(message)
    files = sorted(filter(Path.is_file, path.rglob("*"))) if path.is_dir() else [path]
    return [each for file in files for each in (members(file) if is_compressed(file) else [file])]


def _reader(path: Path, readers: Sequence[Importer]) -> Importer | None:
    return next((reader for reader in readers if reader.accepts(path)), None)


def _names(readers: Sequence[Importer]) -> str:
    return ", ".join(reader.name for reader in readers)
