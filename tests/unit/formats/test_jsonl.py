"""The interchange file: read line by line, written the same way every time."""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, NotFoundError
from annotator.formats import jsonl
from annotator.formats.jsonl import JsonlExporter, JsonlImporter
from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document
from annotator.model.event import Argument, Event
from annotator.model.layer import Layer
from annotator.model.mention import Mention
from annotator.model.record import Record, Refusal
from annotator.model.relation import Relation
from annotator.model.remark import Done, Note
from annotator.model.span import Span
from annotator.protocols import Exported, ExportOptions
from tests.golden.hard_document import golden_schema
from tests.unit.formats.lines import OPTIONS, TEXT, line


def written(*items: Item, text: str = TEXT) -> Exported:
    annotations = Annotations({key_of(item): item for item in items})
    held = Record(Document("d1", text), Layer("ana", "golden"), annotations)
    return JsonlExporter().export([held], golden_schema(), ExportOptions())


def read(path: Path) -> list[Record | Refusal]:
    return list(JsonlImporter().read(path, OPTIONS))


def file_of(folder: Path, *lines: str) -> Path:
    path = folder / "a.jsonl"
    path.write_bytes("\n".join(lines).encode())
    return path


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    text = "زار\u2028وليد\u0085بيروت\x0b\x1c."
    content = json.dumps(line(text=text, entities=[], events=[]), ensure_ascii=False)
    [found] = read(file_of(tmp_path, content))
    assert isinstance(found, Record)
    assert found.document.text == text


def test_refusals_name_file_and_line_and_the_rest_is_read(tmp_path: Path) -> None:
    good = [json.dumps(line(doc_id=name)) for name in ("d1", "d2")]
    path = file_of(tmp_path, good[0], "", "{", good[1], "")
    first, refusal, second = read(path)
    assert isinstance(first, Record)
    assert isinstance(refusal, Refusal)
    assert isinstance(second, Record)
    assert refusal.where == f"{path} line 3"
    assert second.document.id == "d2"


def test_a_document_comes_once_in_a_layer(tmp_path: Path) -> None:
    again = json.dumps(line())
    other_layer = json.dumps(line(layer="ben"))
    path = file_of(tmp_path, again, other_layer, again)
    *good, refusal = read(path)
    assert [isinstance(found, Record) for found in good] == [True, True]
    assert refusal == Refusal(
        f"{path} line 3", ("line 1 is of the same document and layer; leave one out",)
    )


def test_a_byte_order_mark_before_the_first_line_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(codecs.BOM_UTF8 + json.dumps(line()).encode())
    assert isinstance(read(path)[0], Record)


def test_a_line_too_long_is_refused_unread_and_the_next_one_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = json.dumps(line())
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", len(good) + 1)
    refusal, found = read(file_of(tmp_path, "x" * (5 * len(good)), good))
    assert isinstance(refusal, Refusal)
    assert refusal.where.endswith("line 1")
    assert "longer than" in refusal.reasons[0]
    assert isinstance(found, Record)


def test_records_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = file_of(tmp_path, json.dumps(line()), "{")
    assert isinstance(next(JsonlImporter().read(path, OPTIONS)), Record)


def test_records_are_written_as_they_are_asked_for() -> None:
    asked: list[str] = []

    def records() -> Iterator[Record]:
        for name in ("d1", "d2"):
            asked.append(name)
            yield Record(Document(name, TEXT), Layer("ana", "golden"))

    pieces = iter(JsonlExporter().export(records(), golden_schema(), ExportOptions()).text)
    next(pieces)
    assert asked == ["d1"]


def test_a_file_that_is_not_there_or_is_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"there is no file .*b\.jsonl"):
        read(tmp_path / "b.jsonl")
    with pytest.raises(AnnotatorError, match="cannot read"):
        read(tmp_path)


def test_the_name_tells_the_format() -> None:
    assert JsonlImporter().accepts(Path("a.JSONL"))
    assert not JsonlImporter().accepts(Path("a.json"))


def test_a_line_has_the_keys_of_the_interchange_file_in_their_order() -> None:
    [content] = written().text
    assert " ".join(json.loads(content)) == (
        "schema_version doc_id text sha256 language meta label_schema layer done round zones"
        " document_labels sentences tokens entities events relations notes identities"
    )


def test_arguments_stand_in_the_order_of_roles_then_of_fillers() -> None:
    walid, beirut = Mention("a", Span(4, 8), "PER"), Mention("b", Span(9, 14), "GPE")
    meeting = Event("d", Span(29, 35), "MEET")
    pairs = [("Place", "b"), ("Theme", "d"), ("Agent", "d"), ("Agent", "b"), ("Agent", "a")]
    said = Event("c", Span(17, 20), "STATE", tuple(Argument(*pair) for pair in pairs))
    [content] = written(said, beirut, walid, meeting).text
    assert [(a["role"], a["target"]) for a in json.loads(content)["events"][0]["arguments"]] == [
        ("Agent", "T1"),
        ("Agent", "T2"),
        ("Agent", "E2"),
        ("Theme", "E2"),
        ("Place", "T2"),
    ]


def test_what_points_at_nothing_is_left_out_and_told() -> None:
    exported = written(
        Mention("m", Span(4, 8), "PER"),
        Event("e", Span(17, 20), "STATE", (Argument("Agent", "gone"), Argument("Agent", "m"))),
        Relation("r", "employment", "m", "gone"),
        Note("n", "gone", "ana", "", "who?"),
    )
    [content] = exported.text
    found = json.loads(content)
    assert found["events"][0]["arguments"] == [{"role": "Agent", "target": "T1"}]
    assert (found["relations"], found["notes"]) == ([], [])
    assert [loss.kind for loss in exported.losses] == ["argument", "relation", "note"]
    assert {loss.document_id for loss in exported.losses} == {"d1"}


def test_what_was_finished_in_another_round_is_left_out_and_told() -> None:
    exported = written(Done("entities", 2), Done("events"))
    [content] = exported.text
    assert json.loads(content)["done"] == ["events"]
    assert [loss.kind for loss in exported.losses] == ["round"]


def test_tokens_are_cut_where_mentions_and_triggers_begin_and_end() -> None:
    [content] = written(Mention("m", Span(29, 35), "PER"), Event("e", Span(17, 20), "STATE")).text
    tokens = [TEXT[start:end] for start, end in json.loads(content)["tokens"]]
    assert " ".join(tokens) == "زار وليد بيروت ، و قال وليد إن اللقاء مفيد ."
