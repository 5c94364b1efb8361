"""Write a file whole or not at all: whatever happens, readers see the old one or the new one."""

import errno
import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from annotator.errors import AnnotatorError, TryAgainError, UsageError

_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file as it was written."""

    path: Path
    byte_count: int
    sha256: str


def refuse_existing(path: Path, *, force: bool) -> None:
    """Refuse to write where something is already, unless `force`; a symbolic link always.

    Raises:
        UsageError: with the way out.
    """
    if path.is_symlink():
        message = f"{path} is a symbolic link; remove it, or choose another folder with -o"
        raise UsageError(message)
    if path.exists() and not force:
        message = f"{path} exists; replace it with --force, or choose another folder with -o"
        raise UsageError(message)


def write_whole(path: Path, pieces: Iterable[str], *, force: bool = False) -> WrittenFile:
    """Write `pieces`, taken one by one, as UTF-8; the folder is made where it is missing.

    The bytes are on the disk under another name before they take the place of `path`.

    Raises:
        UsageError: there is a file already and no `force`, or a symbolic link.
        TryAgainError: the disk is full.
        AnnotatorError: the system refuses.
    """
    refuse_existing(path, force=force)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("xb") as stream:
                byte_count, sha256 = _write(stream, pieces)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}; nothing was changed"
        raise (TryAgainError if error.errno in _FULL else AnnotatorError)(message) from error
    return WrittenFile(path, byte_count, sha256)


def _write(stream: BinaryIO, pieces: Iterable[str]) -> tuple[int, str]:
    digest = hashlib.sha256()
    byte_count = 0
    for piece in pieces:
        content = piece.encode("utf-8")
        digest.update(content)
        byte_count += stream.write(content)
    stream.flush()
    os.fsync(stream.fileno())
    return byte_count, digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    """Make the new name of a file in `folder` survive a power cut."""
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows cannot open a folder, and needs no sync of it
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
