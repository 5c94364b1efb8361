"""Tables, one article a row: comma-separated files as spreadsheets write them, and TSV files.

Every field is text. A formula is what it says, never more: nothing computes it.
"""

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal, TypedDict

from annotator.errors import InvalidDataError
from annotator.formats.article_fields import article, find_fields
from annotator.formats.encodings import Reasons
from annotator.formats.opening import opened
from annotator.formats.text_lines import text_lines
from annotator.model.document import Document
from annotator.model.layer import Layer
from annotator.model.record import Record, Refusal
from annotator.protocols import ImportOptions

_DELIMITERS = ",;\t|"
_TSV = (".tsv", ".tab")
_ROW_FACTOR = 4
"""A row with a document of the greatest length is at most so many times as long."""


class TableImporter:
    """Reads `.csv`, whose fields may be quoted, and `.tsv`, where quotation marks are text.

    The first row names the columns. After a row that breaks the table the rest is not read, since
    nothing says where the next row begins.
    """

    name = "table"

    def accepts(self, path: Path) -> bool:
        """Whether the name ends in `.csv`, `.tsv` or `.tab`."""
        return path.suffix.lower() in {".csv", *_TSV}

    def read(self, path: Path, options: ImportOptions) -> Iterator[Record | Refusal]:
        """A record or a refusal for every row but the first.

        Raises:
            UsageError: the columns do not say which is the text, or lack one that was named.
            InvalidDataError: there is no first row.
        """
        with opened(path) as stream:
            lines = text_lines(stream, options.encoding, max_characters=options.max_characters)
            table = _Table(path, lines, longest_row=_ROW_FACTOR * options.max_characters)
            fields = find_fields(table.columns, options, source=str(path))
            for number, (where, row) in enumerate(table.rows(), start=1):
                if isinstance(row, tuple):
                    yield Refusal(where, row)
                    continue
                found = article(row, fields, options, default_id=f"{path.stem}-{number}")
                if isinstance(found, Document):
                    yield Record(found, Layer("", options.schema_name))
                else:
                    yield Refusal(where, found)


class _Dialect(TypedDict):
    delimiter: str
    quoting: Literal[0, 3]


class _UnreadableLineError(Exception):
    """Ends the reading of a table at a line that cannot be decoded, or is too long."""


class _Table:
    """The columns of a table, and its rows with the lines they begin at."""

    def __init__(
        self, path: Path, lines: Iterator[tuple[int, str | Reasons]], *, longest_row: int
    ) -> None:
        self._path = path
        self._longest_row = longest_row
        self._row_length = 0
        self._refused: Reasons = ()
        self._line = 0
        # Of the whole process; what is too long for a document is refused by its length.
        csv.field_size_limit(max(csv.field_size_limit(), 2**31 - 1))
        texts = self._texts(lines)
        try:
            first = next(texts, "")
            rows = csv.reader(chain([first], texts), strict=True, **_dialect(path, first))
            self.columns = next(rows, [])
        except (csv.Error, _UnreadableLineError) as error:
            message = f"{path} line {self._line}: {self._why(error)}"
            raise InvalidDataError(message) from error
        if not any(self.columns):
            message = f"{path} has no first row that names the columns; add one"
            raise InvalidDataError(message)
        self._rows = rows

    def rows(self) -> Iterator[tuple[str, dict[str, str] | Reasons]]:
        """Where each row begins, and its values by column or what is wrong with it."""
        while True:
            where, self._row_length = f"{self._path} line {self._line + 1}", 0
            try:
                values = next(self._rows)
            except StopIteration:
                return
            except (csv.Error, _UnreadableLineError) as error:
                yield where, (f"{self._why(error)}; nothing behind it was read",)
                return
            if len(values) == len(self.columns):
                yield where, dict(zip(self.columns, values, strict=True))
            elif values:
                count, wanted = len(values), len(self.columns)
                yield where, (f"it has {count} fields, the first row names {wanted}",)

    def _texts(self, lines: Iterator[tuple[int, str | Reasons]]) -> Iterator[str]:
        for self._line, line in lines:
            if not isinstance(line, str):
                self._refused = line
                raise _UnreadableLineError
            self._row_length += len(line)
            if self._row_length > self._longest_row:
                self._refused = ("the row does not end; a quotation mark may lack its pair",)
                raise _UnreadableLineError
            yield line

    def _why(self, error: Exception) -> str:
        return "; ".join(self._refused) or f"not a table: {error}"


def _dialect(path: Path, first: str) -> _Dialect:
    """A TSV file's fields are what stands between tabs; of others the first row tells the mark."""
    if path.suffix.lower() in _TSV:
        return {"delimiter": "\t", "quoting": csv.QUOTE_NONE}
    return {"delimiter": max(_DELIMITERS, key=first.count), "quoting": csv.QUOTE_MINIMAL}
