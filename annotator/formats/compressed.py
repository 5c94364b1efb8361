"""Files inside `.gz` and `.zip` files, read as streams: nothing is ever written beside them.

A member has the path of the file it lies in, then its own name: `news.zip/2025/a.txt`.
"""

import gzip
import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

from annotator.errors import InvalidDataError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_MEMBERS = 500_000
MAX_BYTES = 16_000_000_000
"""Unpacked, of all members together."""
MAX_RATIO = 200
"""Unpacked to packed. News packs to a quarter, one line a thousand times to a hundredth."""
_HARMLESS_BYTES = 1_000_000
"""What unpacks to less does no harm."""

_GZIP, _ZIP = ".gz", ".zip"


def is_compressed(path: Path) -> bool:
    """Whether the name of the file says that files lie inside it."""
    return path.suffix.lower() in {_GZIP, _ZIP}


def container_of(path: Path) -> Path | None:
    """The compressed file that the path leads into, if it does."""
    return next((p for p in path.parents if is_compressed(p) and p.is_file()), None)


def members(container: Path) -> list[Path]:
    """The paths of the files in a compressed file, by name; links and hidden files are left out.

    Raises:
        InvalidDataError: it is damaged, holds too many files, or unpacks to too much.
        OSError: the system does not let us read it.
    """
    if container.suffix.lower() == _GZIP:
        return [container / container.stem]
    return [container / name for name in sorted(_archive(container).members)]


def open_member(container: Path, path: Path) -> BinaryIO:
    """The bytes of a member; reading them raises InvalidDataError at damage or at too much.

    Raises:
        FileNotFoundError: the container has no such member.
        InvalidDataError: the member cannot be unpacked.
        OSError: the system does not let us read the container.
    """
    if container.suffix.lower() == _GZIP:
        return _buffered(container, gzip.open(container))
    archive = _archive(container)
    info = archive.members.get(path.relative_to(container).as_posix())
    if info is None:
        raise FileNotFoundError(path)
    with _told(container):
        return _buffered(container, cast("io.BufferedIOBase", archive.file.open(info)))


def _buffered(container: Path, stream: io.BufferedIOBase) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Unpacked(container, stream)))


class _Archive:
    """An open zip file and its members by the name they are asked for."""

    def __init__(self, container: Path) -> None:
        with _told(container):
            self.file = zipfile.ZipFile(container)
        infos = self.file.infolist()
        if len(infos) > MAX_MEMBERS:
            message = f"{container} holds more than {MAX_MEMBERS:,} files; split it"
            raise InvalidDataError(message)
        _check(container, container.stat().st_size, sum(info.file_size for info in infos))
        self.members = {
            str(PurePosixPath(info.filename.lstrip("/"))): info
            for info in infos
            if not (info.is_dir() or _is_link(info) or _is_hidden(info.filename))
        }


def _archive(container: Path) -> _Archive:
    status = container.stat()
    return _opened_archive(container, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)  # the list of members is long, and they are read one after another
def _opened_archive(container: Path, _modified: int, _size: int) -> _Archive:
    return _Archive(container)


class _Unpacked(io.RawIOBase):
    """What a member unpacks to; a gzip file does not tell beforehand how much that is."""

    def __init__(self, container: Path, stream: io.BufferedIOBase) -> None:
        self._container = container
        self._stream = stream
        self._packed = container.stat().st_size
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        with _told(self._container):
            content = self._stream.read(len(view))
        view[: len(content)] = content
        self._count += len(content)
        _check(self._container, self._packed, self._count)
        return len(content)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _check(container: Path, packed: int, unpacked: int) -> None:
    """Refuse what would flood the machine; both sizes in bytes."""
    if unpacked > MAX_BYTES:
        message = f"{container} unpacks to more than {MAX_BYTES:,} bytes; split it"
        raise InvalidDataError(message)
    if unpacked > max(_HARMLESS_BYTES, MAX_RATIO * packed):
        message = (
            f"{container} unpacks to more than {MAX_RATIO} times its size, as a zip bomb does;"
            " unpack it yourself if you trust it"
        )
        raise InvalidDataError(message)


@contextmanager
def _told(container: Path) -> Iterator[None]:
    """Make damage a message that names the file."""
    try:
        yield
    except (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError) as error:
        message = f"{container} is damaged: {error}; get it anew"
        raise InvalidDataError(message) from error
    except (NotImplementedError, RuntimeError) as error:  # a method unknown here, or encrypted
        message = f"{container} cannot be unpacked: {error}; unpack it yourself"
        raise InvalidDataError(message) from error


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _is_hidden(name: str) -> bool:
    """Whether the member is one of those that systems add: `.DS_Store`, `__MACOSX/…`."""
    return any(part.startswith(("__MACOSX", ".")) and part != ".." for part in name.split("/"))
