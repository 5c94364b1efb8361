"""Plain articles as JSON lines, one object each, whatever their keys are called."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias, cast

from annotator.errors import AnnotatorError, UsageError
from annotator.formats.article_fields import article, find_fields
from annotator.formats.encodings import Reasons
from annotator.formats.opening import opened
from annotator.formats.text_lines import text_lines
from annotator.model.document import Document
from annotator.model.layer import Layer
from annotator.model.record import Record, Refusal
from annotator.protocols import ImportOptions

_SUFFIXES = (".jsonl", ".ndjson")
_ANNOTATED = ("entities", "events")
"""Keys that every line of the interchange file has."""
_LONGEST_ESCAPE = 6
"""Characters JSON may need for one of the text, as in `\\u0627`."""
_PEEKED_BYTES = 64_000_000

_Json: TypeAlias = "str | int | float | bool | list[_Json] | dict[str, _Json] | None"


class ArticlesImporter:
    """Reads JSON lines that hold articles and nothing else; the name of the format is `articles`.

    Its name stands before that of the interchange file, so that it is asked first: an unknown
    file of JSON lines is looked into.
    """

    name = "articles"

    def accepts(self, path: Path) -> bool:
        """Whether it is a file of JSON lines whose first one is no annotated document."""
        if path.suffix.lower() not in _SUFFIXES:
            return False
        try:
            with opened(path) as stream:
                first = json.loads(stream.readline(_PEEKED_BYTES))
        except (ValueError, RecursionError, AnnotatorError):
            return False
        return isinstance(first, dict) and not any(key in first for key in _ANNOTATED)

    def read(self, path: Path, options: ImportOptions) -> Iterator[Record | Refusal]:
        """A record or a refusal for every line; empty lines are passed over.

        Raises:
            UsageError: the first line does not say which key is the text, or lacks a named one.
        """
        longest = _LONGEST_ESCAPE * options.max_characters
        fields = _FieldsByKeys(options)
        with opened(path) as stream:
            for number, line in text_lines(stream, options.encoding, max_characters=longest):
                if isinstance(line, str) and line.isspace():
                    continue
                where = f"{path} line {number}"
                row = line if isinstance(line, tuple) else _row(line)
                if isinstance(row, tuple):
                    yield Refusal(where, row)
                    continue
                found = fields.article(row, where=where, default_id=f"{path.stem}-{number}")
                if isinstance(found, Document):
                    yield Record(found, Layer("", options.schema_name))
                else:
                    yield Refusal(where, found)


class _FieldsByKeys:
    """The fields of objects that have the same keys, found once."""

    def __init__(self, options: ImportOptions) -> None:
        self._options = options
        self._known: dict[frozenset[str], Mapping[str, str]] = {}

    def article(self, row: dict[str, str], *, where: str, default_id: str) -> Document | Reasons:
        keys = frozenset(row)
        if keys not in self._known:
            try:
                self._known[keys] = find_fields(row, self._options, source=where)
            except UsageError as error:
                if not self._known:
                    raise  # the first line speaks for the file
                return (str(error),)
        return article(row, self._known[keys], self._options, default_id=default_id)


def _row(line: str) -> dict[str, str] | Reasons:
    """The values of a JSON object that can be read as text, or why there are none."""
    try:
        found: _Json = json.loads(line)
    except ValueError as error:
        return (f"not JSON: {error}",)
    except RecursionError:
        return ("not JSON that can be read: too many brackets inside each other",)
    if not isinstance(found, dict):
        return ("not a JSON object; one article is one {…}",)
    return {
        key: value if isinstance(value, str) else _as_text(value)
        for key, value in found.items()
        if value is not None
    }


def _as_text(value: _Json) -> str:
    """Paragraphs as one text; anything else as JSON writes it."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n".join(cast("list[str]", value))
    return json.dumps(value, ensure_ascii=False)
