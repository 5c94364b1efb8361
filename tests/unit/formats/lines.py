"""Lines of the interchange file for tests: one that is right, and what is said of changed ones."""

import json
from collections.abc import Mapping
from typing import Any

from annotator.formats.interchange_reading import read_line
from annotator.model.document import text_sha256
from annotator.model.record import Record
from annotator.protocols import ImportOptions
from tests.golden.hard_document import golden_schema

TEXT = "زار وليد بيروت، وقال وليد إن اللقاء مفيد."
OPTIONS = ImportOptions(schemas={"golden": golden_schema()}, schema_name="golden")


def line(**changed: Any) -> dict[str, Any]:  # JSON: a test may put anything anywhere
    """A line with two mentions and an event; `changed` replaces its values."""
    return {
        "doc_id": "d1",
        "text": TEXT,
        "layer": "ana",
        "entities": [
            {"id": "T1", "start": 4, "end": 8, "text": "وليد", "type": "PER"},
            {"id": "T2", "start": 9, "end": 14, "text": "بيروت", "type": "GPE"},
        ],
        "events": [
            {
                "id": "E1",
                "type": "STATE",
                "trigger": {"start": 17, "end": 20, "text": "قال"},
                "arguments": [{"role": "Agent", "target": "T1"}],
            }
        ],
    } | changed


def read(content: Mapping[str, Any], options: ImportOptions = OPTIONS) -> Record | tuple[str, ...]:
    """What the line is read as."""
    return read_line(json.dumps(content, ensure_ascii=False).encode(), options)


def record(content: Mapping[str, Any], options: ImportOptions = OPTIONS) -> Record:
    """The record of a line that is right."""
    found = read(content, options)
    assert isinstance(found, Record), found
    return found


def reasons(content: Mapping[str, Any], options: ImportOptions = OPTIONS) -> tuple[str, ...]:
    """What is wrong with a line."""
    found = read(content, options)
    assert not isinstance(found, Record)
    return found


SHA256 = text_sha256(TEXT)
