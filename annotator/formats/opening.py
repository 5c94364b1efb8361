"""Open a file to import, be it inside a compressed one; what goes wrong names the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.errors import AnnotatorError, NotFoundError
from annotator.formats.compressed import container_of, open_member


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file.

    Raises:
        NotFoundError: there is none.
        InvalidDataError: the compressed file it lies in is damaged or unpacks to too much.
        AnnotatorError: it is a folder, or the system does not let us read it.
    """
    try:
        container = container_of(path)
        stream = path.open("rb") if container is None else open_member(container, path)
    except FileNotFoundError as error:
        message = f"there is no file {path}; check the name"
        raise NotFoundError(message) from error
    except OSError as error:
        message = f"cannot read {path}: {error.strerror}"
        raise AnnotatorError(message) from error
    with stream:
        yield stream
