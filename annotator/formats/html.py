"""Web pages: the article without the page around it, as the library trafilatura finds it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError, UsageError
from annotator.formats.article_fields import iso_date
from annotator.formats.encodings import UTF8, Reasons, canonical, decoded
from annotator.formats.opening import opened
from annotator.model.document import Document
from annotator.model.layer import Layer
from annotator.model.record import Record, Refusal
from annotator.protocols import ImportOptions

if TYPE_CHECKING:
    from types import ModuleType

MAX_BYTES = 20_000_000
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,40})", re.IGNORECASE
)
_HEAD_BYTES = 4096
"""Browsers look for the encoding no further."""


class HtmlImporter:
    """Reads a page as one document, named after the file; needs the extra `html`.

    Text and metadata are what was extracted, and the metadata say by what. The encoding is the
    one asked for, else the one the page names, else UTF-8.
    """

    name = "html"

    def accepts(self, path: Path) -> bool:
        """Whether the name ends in `.html`, `.htm` or `.xhtml`."""
        return path.suffix.lower() in {".html", ".htm", ".xhtml"}

    def read(self, path: Path, options: ImportOptions) -> Iterator[Record | Refusal]:
        """One record, or one refusal.

        Raises:
            AnnotatorError: the extra `html` is not installed.
        """
        library = _trafilatura()
        with opened(path) as stream:
            content = stream.read(MAX_BYTES + 1)
        found = _document(library, path, content, options)
        if isinstance(found, Document):
            yield Record(found, Layer("", options.schema_name))
        else:
            yield Refusal(str(path), found)


def _trafilatura() -> "ModuleType":
    try:
        import trafilatura  # noqa: PLC0415 -- an extra, and 0.7 s to load
    except ImportError as error:
        message = 'web pages need the extra html: pip install "annotator-arabic[html]"'
        raise AnnotatorError(message) from error
    return trafilatura


def _document(
    library: "ModuleType", path: Path, content: bytes, options: ImportOptions
) -> Document | Reasons:
    if len(content) > MAX_BYTES:
        return (f"it is longer than {MAX_BYTES:,} bytes; save the article alone",)
    page = decoded(content, _encoding(content, options.encoding))
    if not isinstance(page, str):
        return page
    found = library.bare_extraction(page, with_metadata=True, include_comments=False)
    text = (found.text or "") if found else ""
    if not text.strip():
        return ("no article was found in the page; save its text as .txt",)
    if len(text) > options.max_characters:
        return (f"its text is longer than {options.max_characters:,} characters; split it",)
    published = iso_date(found.date) if found.date else None
    meta = {
        "title": found.title,
        "source": found.sitename,
        "published": published,
        "url": found.url,
        "extracted_by": f"trafilatura {library.__version__}",
    }
    return Document(path.stem, text, meta={name: value for name, value in meta.items() if value})


def _encoding(content: bytes, asked_for: str) -> str:
    encoding = canonical(asked_for)
    named = _CHARSET.search(content[:_HEAD_BYTES])
    if encoding != UTF8 or named is None:
        return encoding
    try:
        return canonical(named[1].decode("ascii"))
    except UsageError:
        return UTF8
