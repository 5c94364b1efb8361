"""Open a file to import; what the system refuses becomes a message that names the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.errors import AnnotatorError, NotFoundError


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file.

    Raises:
        NotFoundError: there is none.
        AnnotatorError: it is a folder, or the system does not let us read it.
    """
    try:
        stream = path.open("rb")
    except FileNotFoundError as error:
        message = f"there is no file {path}; check the name"
        raise NotFoundError(message) from error
    except OSError as error:
        message = f"cannot read {path}: {error.strerror}"
        raise AnnotatorError(message) from error
    with stream:
        yield stream
