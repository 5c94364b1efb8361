"""Exports of the hard document are, byte for byte, the files that were looked at and kept."""

from collections import Counter
from pathlib import Path

import pytest

from annotator.formats.jsonl import JsonlExporter, JsonlImporter
from annotator.model.record import Record
from annotator.protocols import ExportOptions, ImportOptions
from tests.golden.exports import EXPORTS, golden_export
from tests.golden.hard_document import FOLDER, golden_schema


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_the_golden_file(name: str) -> None:
    content, _ = golden_export(name)
    kept = (FOLDER / name).read_bytes()
    assert content == kept, "look at the difference, then run: python -m tools.build_golden_exports"


def test_the_golden_interchange_file_is_imported_and_exported_unchanged() -> None:
    path = FOLDER / "hard.jsonl"
    options = ImportOptions(schemas={"golden": golden_schema()})
    records = [piece for piece in JsonlImporter().read(path, options) if isinstance(piece, Record)]
    again = JsonlExporter().export(records, golden_schema(), ExportOptions())
    assert "".join(again.text).encode() == path.read_bytes()


@pytest.mark.parametrize(
    ("name", "losses"),
    [
        ("hard.jsonl", {}),
        ("entities.split.conll", {"nested": 4}),
        ("entities.widen.conll", {"nested": 4, "widened": 8}),
        ("entities.drop.conll", {"nested": 4, "dropped": 8}),
        ("triggers.split.conll", {"nested": 1}),
        ("triggers.widen.conll", {"nested": 1, "widened": 3}),
        ("triggers.drop.conll", {"nested": 1, "dropped": 3}),
    ],
)
def test_what_the_format_could_not_hold_is_told(name: str, losses: dict[str, int]) -> None:
    _, found = golden_export(name)
    assert Counter(loss.kind for loss in found) == losses


def test_no_golden_file_is_left_over() -> None:
    kept = {path.name for path in Path(FOLDER).iterdir() if path.suffix in {".jsonl", ".conll"}}
    assert kept == set(EXPORTS)
