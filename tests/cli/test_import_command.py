"""`annotator import` at bad and large inputs: what is said, and what is left in the project."""

import json
import zipfile
from pathlib import Path

import pytest

from annotator.cli.main import run
from annotator.resources import seeds_folder
from annotator.services.project import Project

ZONES = {
    "000": ["dateline", "headline"],
    "001": ["byline", "headline"],
    "002": [
        "outlet",
        "headline",
        "furniture",
        "furniture",
        "caption",
        "byline",
        "subhead",
        "subhead",
    ],
    "003": [],
    "004": ["headline"],
}


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "p.db"
    assert run(["init", "--project", str(path)]) == 0
    capsys.readouterr()
    return path


def imported(project: Path, *arguments: str | Path) -> int:
    return run(["import", "--project", str(project), *map(str, arguments)])


def ids(project: Path) -> list[str]:
    with Project.open(project) as opened:
        return [heading.id for heading in opened.headings()]


def test_the_seeds_come_in_with_their_zones(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(project, *sorted(seeds_folder().glob("*.txt"))) == 0
    said = capsys.readouterr()
    assert "imported 5 new documents (14,270 characters)" in said.out
    assert "2 pairs that share a passage" in said.out
    with Project.open(project) as opened:
        documents = [opened.document(heading.id) for heading in opened.headings()]
    assert {d.id[:3]: [zone.kind for zone in d.zones] for d in documents} == ZONES
    assert documents[0].meta["published"] == "2025-12-06"
    assert [path.read_bytes().decode() for path in sorted(seeds_folder().glob("*.txt"))] == [
        document.text for document in documents
    ]


def test_a_table_is_mapped_and_its_formulas_stay_text(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "news.csv"
    path.write_text('no,story\n7,"=1+1, نص"\n', encoding="utf-8")
    assert imported(project, path) == 2
    assert "--map text=NAME" in capsys.readouterr().err
    assert imported(project, path, "--map", "text=story,id=no") == 0
    with Project.open(project) as opened:
        assert opened.document("7").text == "=1+1, نص"


def test_a_line_of_fifty_megabytes_is_refused_and_the_rest_may_come_in(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "n.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        stream.write(
            '{"text": "نص قصير"}\n{"text": "' + "a" * 50_000_000 + '"}\n{"text": "نص ثان"}\n'
        )
    assert imported(project, path) == 4
    said = capsys.readouterr().err
    assert "n.jsonl line 2: the line is longer than" in said
    assert ids(project) == []
    assert imported(project, path, "--skip-invalid") == 4
    assert ids(project) == ["n-1", "n-3"]


def test_a_zip_bomb_and_names_that_climb_out_harm_nothing(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bomb, climbing = tmp_path / "bomb.zip", tmp_path / "climbing.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.txt", bytes(20_000_000))
    with zipfile.ZipFile(climbing, "w") as archive:
        archive.writestr("../../evil.txt", "نص شرير")
    assert imported(project, bomb) == 4
    assert "zip bomb" in capsys.readouterr().err
    assert imported(project, climbing) == 0
    assert ids(project) == ["evil"]
    assert list(tmp_path.parent.rglob("evil.txt")) == []


def test_windows_arabic_is_proposed(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w.txt"
    path.write_bytes("نص بالعربية".encode("cp1256"))
    assert imported(project, path) == 4
    assert "--encoding cp1256" in capsys.readouterr().err
    assert imported(project, path, "--encoding", "cp1256") == 0


def test_what_a_reader_may_not_see_is_reported(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w.txt"
    path.write_text("نص \u202eمقلوب\u202c وآخر\u200f", encoding="utf-8")
    assert imported(project, path) == 0
    said = capsys.readouterr().out
    assert "2 characters that reorder text" in said
    assert "1 invisible characters" in said


def test_a_report_in_json_has_counts_and_links(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = "وقال المتحدث باسم الوزارة إن الجانبين اتفقا على إطار واضح"
    for name in "ab":
        words = " ".join(f"{name}{n}" for n in range(40))
        (tmp_path / f"{name}.txt").write_text(f"{words} {shared}", encoding="utf-8")
    assert imported(project, tmp_path / "a.txt", tmp_path / "b.txt", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert [file["counts"]["documents"] for file in said["files"]] == [1, 1]
    assert [(link["first"], link["second"], link["signal"]) for link in said["links"]] == [
        ("a", "b", "passage")
    ]
