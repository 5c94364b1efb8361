"""A document: the text exactly as it came, what is known about it, and its zones."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.model.span import Span

LEADING_METADATA = ("title", "source", "published", "url")
"""Metadata every export names, in this order; others follow by name."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text that is not running prose: a dateline, a byline, site furniture."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article; `text` is never changed, every offset of the project points into it."""

    id: str
    text: str
    language: str = "ar"
    meta: Mapping[str, str] = field(default_factory=dict)
    """What is known about the article: title, source, published (ISO date), url and more."""
    zones: tuple[Zone, ...] = ()

    @property
    def sha256(self) -> str:
        """The check sum of the text's UTF-8 bytes, as hexadecimal digits."""
        return text_sha256(self.text)

    @property
    def title(self) -> str:
        """The title given, else the first line that has letters, else the identifier."""
        return self.meta.get("title") or first_line(self.text) or self.id


def text_sha256(text: str) -> str:
    """The check sum of the UTF-8 bytes of `text`, as hexadecimal digits."""
    import hashlib  # noqa: PLC0415 -- 4 ms, and a screen is painted without

    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def first_line(text: str) -> str:
    """The first line that holds a letter, without white space at its ends; empty without one."""
    for line in text.split("\n"):
        if any(character.isalpha() for character in line):
            return line.strip()
    return ""
