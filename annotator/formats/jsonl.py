"""The interchange file, canonical JSONL: one document and one layer per line, without any loss."""

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from annotator.formats.interchange_reading import read_line
from annotator.formats.interchange_writing import write_line
from annotator.formats.opening import opened
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Loss, Record, Refusal
from annotator.protocols import Exported, ExportOptions, ImportOptions

MAX_LINE_BYTES = 64_000_000
"""A longer line is refused unread; a full document with many annotations stays far below."""


class JsonlImporter:
    """Reads the interchange file."""

    name = "jsonl"

    def accepts(self, path: Path) -> bool:
        """Whether the name ends in `.jsonl`."""
        return path.suffix.lower() == ".jsonl"

    def read(self, path: Path, options: ImportOptions) -> Iterator[Record | Refusal]:
        """A record or a refusal for every line; empty lines are passed over."""
        first_lines: dict[tuple[str, str], int] = {}
        with opened(path) as stream:
            for number, raw in _lines(stream):
                where = f"{path} line {number}"
                if len(raw) > MAX_LINE_BYTES:
                    yield Refusal(where, (f"longer than {MAX_LINE_BYTES:,} bytes; split it",))
                    continue
                found = read_line(raw, options)
                if not isinstance(found, Record):
                    yield Refusal(where, found)
                    continue
                key = (found.document.id, found.layer.name)
                first = first_lines.setdefault(key, number)
                if first != number:
                    reason = f"line {first} is of the same document and layer; leave one out"
                    yield Refusal(where, (reason,))
                    continue
                yield found


class JsonlExporter:
    """Writes the interchange file; decisions on suggestions are the only thing it leaves out."""

    name = "jsonl"

    def export(
        self,
        records: Iterable[Record],
        schema: LabelSchema,
        options: ExportOptions,  # noqa: ARG002 -- the interchange file leaves nothing to choose
    ) -> Exported:
        """One line for every record; the same records, the same bytes."""
        losses: list[Loss] = []
        text = (write_line(record, schema, losses) for record in records)
        return Exported(".jsonl", text, losses)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Lines that are not empty, with their numbers; of one that is too long only the beginning.

    Only LF ends a line: U+2028 and U+0085 may stand inside a string.
    """
    number = 0
    while raw := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        rest = raw
        while len(rest) > MAX_LINE_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE_BYTES + 1)
        if number == 1:
            raw = raw.removeprefix(codecs.BOM_UTF8)
        if raw.strip():
            yield number, raw
