"""The road from a file to data on the command line, and every bad input on the way."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.cli.main import run
from annotator.resources import seeds_folder

LAYERS = [seeds_folder() / "annotations" / f"annotator-{name}.jsonl" for name in "ab"]
DEMO_VIOLATION_COUNT = 12


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "p.db"
    assert run(["init", "--project", str(path)]) == 0
    capsys.readouterr()
    return path


def answer(capsys: pytest.CaptureFixture[str], *arguments: str | Path, exit_code: int = 0) -> str:
    """What the command printed on stdout."""
    assert run([str(argument) for argument in arguments]) == exit_code
    return capsys.readouterr().out


def test_the_demo_layers_go_out_and_in_and_out_again_as_the_same_bytes(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "import", *LAYERS, "--project", project)
    answer(capsys, "export", "--project", project, "-o", tmp_path / "first")
    other = tmp_path / "q.db"
    answer(capsys, "init", "--project", other)
    files = sorted((tmp_path / "first" / "jsonl").glob("*.jsonl"))
    answer(capsys, "import", *files, "--project", other)
    answer(capsys, "export", "--project", other, "-o", tmp_path / "second")
    assert len(files) == 2
    for file in files:
        assert file.read_bytes() == (tmp_path / "second" / "jsonl" / file.name).read_bytes()
    answer(capsys, "fsck", "--project", other)


def test_the_twelve_violations_of_the_demo_layers_are_listed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "import", *LAYERS, "--project", project)
    listed = json.loads(answer(capsys, "check", "--project", project, "--json", exit_code=4))
    kinds = [violation["kind"] for violation in listed["violations"]]
    assert len(kinds) == DEMO_VIOLATION_COUNT
    assert {kind: kinds.count(kind) for kind in kinds} == {"same span": 2, "filler": 8, "role": 2}


def test_agreement_of_files_equals_an_independent_computation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = json.loads(answer(capsys, "agreement", "--files", *LAYERS, "--json"))
    [pair] = report["pairs"]
    a, b = (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in LAYERS
    )
    for name, facts in (("mentions", mentions), ("triggers", triggers), ("arguments", arguments)):
        first, second = set(facts(a)), set(facts(b))
        assert pair[name]["f1"] == 2 * len(first & second) / (len(first) + len(second)), name


Facts = list[tuple[str | int, ...]]
Lines = list[Any]
"""Interchange lines as plain JSON: this computation knows nothing of our model."""


def mentions(lines: Lines) -> Facts:
    return [
        (line["doc_id"], e["start"], e["end"], e["type"])
        for line in lines
        for e in line["entities"]
    ]


def triggers(lines: Lines) -> Facts:
    return [
        (line["doc_id"], e["trigger"]["start"], e["trigger"]["end"], e["type"])
        for line in lines
        for e in line["events"]
    ]


def arguments(lines: Lines) -> Facts:
    found: Facts = []
    for line in lines:
        places = {e["id"]: (e["start"], e["end"]) for e in line["entities"]}
        for e in line["events"]:
            places[e["id"]] = (e["trigger"]["start"], e["trigger"]["end"])
        found += [
            (line["doc_id"], *places[e["id"]], e["type"], *places[a["target"]], a["role"])
            for e in line["events"]
            for a in e["arguments"]
        ]
    return found


def test_a_second_import_of_the_same_file_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "import", LAYERS[0], "--project", project)
    again = json.loads(answer(capsys, "import", LAYERS[0], "--project", project, "--json"))
    assert again["files"][0]["added_documents"] == []
    assert len(again["files"][0]["known_layers"]) == 5


def line(**changed: object) -> bytes:
    record = {
        "doc_id": "x",
        "text": "زار وليد بغداد",
        "label_schema": {"name": "siyasa", "version": 1},
        "layer": "ana",
        "entities": [{"id": "T1", "start": 4, "end": 8, "text": "وليد", "type": "PER"}],
        "events": [],
    }
    return (json.dumps({**record, **changed}, ensure_ascii=False) + "\n").encode()


CROSSING = [
    {"id": "T1", "start": 0, "end": 8, "text": "زار وليد", "type": "PER"},
    {"id": "T2", "start": 4, "end": 14, "text": "وليد بغداد", "type": "GPE"},
]
BAD_FILES = {
    "latin.txt": ("مرحبا".encode("cp1256"), 4, "cp1256"),
    "null.txt": ("سطر\nسطر\0".encode(), 4, "2"),
    "type.jsonl": (line(entities=[{"id": "T1", "start": 4, "end": 8, "type": "XYZ"}]), 4, "XYZ"),
    "outside.jsonl": (line(entities=[{"id": "T1", "start": 4, "end": 99, "type": "PER"}]), 4, "99"),
    "crossing.jsonl": (line(entities=CROSSING), 4, "cross"),
    "notjson.jsonl": (b"{", 4, "line 1"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gets_a_clear_sentence_and_leaves_the_project_as_it_was(
    name: str, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, code, word = BAD_FILES[name]
    path = tmp_path / name
    path.write_bytes(content)
    before = contents(project)
    assert run(["import", str(path), "--project", str(project)]) == code
    said = capsys.readouterr().err
    assert name in said
    assert word in said
    assert "Traceback" not in said
    assert contents(project) == before


def contents(project: Path) -> dict[str, list[tuple[str | int | None, ...]]]:
    tables = ("documents", "journal", "state", "layers", "schemas", "suggestions")
    with closing(sqlite3.connect(project)) as connection:
        return {
            table: connection.execute(f"select * from {table}").fetchall()  # noqa: S608 -- ours
            for table in tables
        }


def newer(path: Path) -> None:
    run(["init", "--project", str(path)])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma user_version = 99")


BAD_PROJECTS: dict[str, tuple[Callable[[Path], object], int, str]] = {
    "missing.db": (lambda _: None, 3, "annotator init"),
    "words.db": (lambda path: path.write_text("no database " * 99), 4, "not a project"),
    "newer.db": (newer, 4, "99"),
}


@pytest.mark.parametrize("name", BAD_PROJECTS)
@pytest.mark.parametrize("command", ["status", "check", "agreement", "export", "fsck"])
def test_a_bad_project_gets_a_clear_sentence(
    name: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, code, word = BAD_PROJECTS[name]
    path = tmp_path / name
    make(path)
    before = path.read_bytes() if path.exists() else None
    capsys.readouterr()
    assert run([command, "--project", str(path)]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert word in said.err
    assert name in said.err
    assert len(said.err.splitlines()) == 1
    assert (path.read_bytes() if path.exists() else None) == before


def test_a_wrong_schema_file_is_named_and_leaves_no_project_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = tmp_path / "mine.yaml"
    schema.write_text("name: mine\nversion: one\nlanguage: ar\n", encoding="utf-8")
    path = tmp_path / "p.db"
    assert run(["init", "--project", str(path), "--schema", str(schema)]) == 4
    said = capsys.readouterr().err
    assert "mine.yaml line 2" in said
    assert not path.exists()


def test_exporting_again_asks_for_force(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "import", LAYERS[0], "--project", project)
    export = ("export", "--project", project, "-o", tmp_path / "out")
    answer(capsys, *export)
    assert run([str(argument) for argument in export]) != 0
    assert "--force" in capsys.readouterr().err
    answer(capsys, *export, "--force")


def test_a_layer_of_another_label_schema_needs_that_schema_first(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entities = [{"id": "T1", "start": 4, "end": 8, "text": "وليد", "type": "PERS"}]
    path = tmp_path / "other.jsonl"
    path.write_bytes(line(label_schema={"name": "anercorp", "version": 1}, entities=entities))
    assert run(["import", str(path), "--project", str(project)]) == 4
    assert "annotator schema add" in capsys.readouterr().err
    answer(capsys, "schema", "add", "anercorp", "--project", project)
    answer(capsys, "import", path, "--project", project)
    status = json.loads(answer(capsys, "status", "--project", project, "--json"))
    assert [(layer["layer"], layer["schema"]) for layer in status["layers"]] == [
        ("ana", "anercorp")
    ]


def test_agreement_of_files_of_different_texts_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("a", "زار وليد بغداد"), ("b", "قال وليد بغداد")):
        (tmp_path / name).write_bytes(line(layer=name, text=text))
    files = [str(tmp_path / name) for name in "ab"]
    assert run(["agreement", "--files", *files]) == 4
    assert "texts of document x differ" in capsys.readouterr().err


def test_agreement_needs_two_layers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").write_bytes(line())
    assert run(["agreement", "--files", str(tmp_path / "a")]) == 2
    assert "two layers" in capsys.readouterr().err


def test_a_damaged_project_is_said_to_be_so_and_fsck_finds_where(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "import", LAYERS[0], "--project", project)
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("update state set payload = '{' where kind = 'Event'")
        connection.commit()
    assert run(["check", "--project", str(project)]) == 4
    assert "damaged" in capsys.readouterr().err
    found = answer(capsys, "fsck", "--project", project, exit_code=4)
    assert "damaged" in found
    answer(capsys, "fsck", "--rebuild", "--project", project)
