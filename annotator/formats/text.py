"""Plain text files: one document each, kept exactly as it came."""

from collections.abc import Iterator
from pathlib import Path

from annotator.formats.encodings import UTF8, Reasons, canonical, decoded
from annotator.formats.opening import opened
from annotator.model.document import Document
from annotator.model.layer import Layer
from annotator.model.record import Record, Refusal
from annotator.protocols import ImportOptions

BYTE_ORDER_MARK = "\ufeff"
_LONGEST_CHARACTER_BYTES = 4


class TextImporter:
    """Reads a text file as a document without annotations, named after the file.

    Line ends stay as they are. The metadata tell that a byte order mark was dropped, and the
    encoding where it is not UTF-8.
    """

    name = "text"

    def accepts(self, path: Path) -> bool:
        """Whether the name ends in `.txt`."""
        return path.suffix.lower() == ".txt"

    def read(self, path: Path, options: ImportOptions) -> Iterator[Record | Refusal]:
        """One record, or one refusal that tells which lines are wrong."""
        found = _document(path, options)
        if isinstance(found, Document):
            yield Record(found, Layer("", options.schema_name))
        else:
            yield Refusal(str(path), found)


def _document(path: Path, options: ImportOptions) -> Document | Reasons:
    if not _is_unicode(path.stem):
        return ("the file's name is not UTF-8; rename it",)
    encoding = canonical(options.encoding)
    most_bytes = options.max_characters * _LONGEST_CHARACTER_BYTES
    with opened(path) as stream:
        content = stream.read(most_bytes + 1)
    if len(content) > most_bytes:
        return (_too_long(options.max_characters),)
    text = decoded(content, encoding)
    if not isinstance(text, str):
        return text
    meta = {} if encoding == UTF8 else {"encoding": encoding}
    if text.startswith(BYTE_ORDER_MARK):
        text = text.removeprefix(BYTE_ORDER_MARK)
        meta["byte_order_mark"] = "dropped"
    if len(text) > options.max_characters:
        return (_too_long(options.max_characters),)
    if not text.strip():
        return ("it holds no text; leave it out",)
    return Document(path.stem, text, meta=meta)


def _too_long(limit: int) -> str:
    return f"it is longer than {limit:,} characters; split it into several files"


def _is_unicode(name: str) -> bool:
    """Whether the name can be written as UTF-8; one from the disk may hold stray bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
