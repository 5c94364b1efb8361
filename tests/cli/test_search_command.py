"""`annotator search` and `annotator document` on the command line."""

import json
from io import StringIO
from pathlib import Path

import pytest

from annotator.cli.main import run
from annotator.services.editing import EditingSession
from annotator.services.project import Project

TEXT = "زار وليد بغداد وبيروت يوم السبت. ثم عاد وليد إلى بغداد."


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "p.db"
    for name, text in (("d1", TEXT), ("d2", "اجتمع الوزير مع السفير في بغداد.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    run(["init", "--project", str(path)])
    run(["import", "--project", str(path), str(tmp_path / "d1.txt"), str(tmp_path / "d2.txt")])
    capsys.readouterr()
    return path


def call(project: Path, *arguments: str | Path) -> int:
    names = 2 if arguments[0] == "document" else 1
    command, rest = arguments[:names], arguments[names:]
    return run([*map(str, (*command, "--project", project, *rest))])


def found(project: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert call(project, "search", *arguments, "--json") == 0
    return [hit["text"] for hit in json.loads(capsys.readouterr().out)["hits"]]


def test_hits_stand_in_columns(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(project, "search", "بيروت") == 0
    heading, line = capsys.readouterr().out.splitlines()
    assert heading.split() == [
        "hit", "document", "place", "before", "found", "after", "layer", "type", "status",
    ]  # fmt: skip
    assert line.split()[:3] == ["1", "d1", "16-21"]
    assert "بيروت" in line


@pytest.mark.parametrize(
    "pattern", ["نادر", '"', "AND", "((", "\\", "*", "ا" * 200_000], ids=lambda text: text[:4]
)
def test_no_match_is_said(pattern: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(project, "search", "--", pattern) == 0
    assert capsys.readouterr().out == "no match\n"


def test_a_wrong_question_gets_a_clear_sentence(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for wrong in (["("], ["x", "--type", "XYZ"], [""], ["x", "--label", "PER", "--flag"]):
        options = ["--regex"] if wrong == ["("] else []
        assert call(project, "search", *wrong, *options) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.splitlines()) == 1


def test_a_page_is_shown_and_more_is_hinted_at(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(project, "search", "بغداد", "--limit", "2") == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 3
    assert "--limit 0" in said.err
    assert found(project, capsys, "بغداد", "--limit", "0") == ["بغداد"] * 3


def test_hits_are_labelled_found_again_and_taken_back_at_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(project, "search", "بغداد", "--label", "GPE", "--as", "ana", "--yes") == 0
    assert "changed 3 of 3 hits in 2 documents" in capsys.readouterr().out
    assert found(project, capsys, "--type", "GPE", "--layer", "ana") == ["بغداد"] * 3
    with Project.open(project) as opened:
        EditingSession(opened, "ana", "d2").undo()
    assert found(project, capsys, "--type", "GPE") == []


def test_chosen_hits_alone_are_acted_on(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ("--hits", "1,3", "--as", "ana", "--yes")
    assert call(project, "search", "بغداد", "--label", "GPE", *chosen) == 0
    assert call(project, "search", "بغداد", "--flag", "--in", "d2", "--yes") == 0
    capsys.readouterr()
    assert len(found(project, capsys, "--type", "GPE")) == 2
    assert len(found(project, capsys, "--status", "uncertain")) == 1
    assert found(project, capsys, "بغداد", "--status", "unmarked") == ["بغداد"]
    assert call(project, "search", "بغداد", "--reject", "--yes", "--json") == 0
    assert json.loads(capsys.readouterr().out)["changed"] == 2
    assert call(project, "search", "بغداد", "--hits", "one", "--flag") == 2


def test_without_a_yes_nothing_is_done(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(""))
    assert call(project, "search", "بغداد", "--label", "GPE", "--as", "ana") == 1
    assert "nobody answered with yes" in capsys.readouterr().err
    assert found(project, capsys, "--type", "GPE") == []


def test_a_document_is_shown_corrected_and_replaced(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(project, "search", "بيروت", "--label", "GPE", "--as", "ana", "--yes")
    capsys.readouterr()
    assert (
        call(project, "document", "set", "d1", "published=2024-03-09", "source=المدى، جريدة") == 0
    )
    (tmp_path / "new.txt").write_text(TEXT.replace("بيروت", "دمشق"), encoding="utf-8")
    capsys.readouterr()
    assert call(project, "document", "replace", "d1", tmp_path / "new.txt") == 0
    said = capsys.readouterr().out
    assert "0 annotations of 1 layers went over, 1 did not simply" in said
    assert "lost" in said
    assert call(project, "document", "show", "d1", "--json") == 0
    view = json.loads(capsys.readouterr().out)
    assert view["meta"] == {"published": "2024-03-09", "source": "المدى، جريدة"}
    assert call(project, "fsck") == 0
    assert call(project, "document", "show", "d9") == 3
    assert call(project, "document", "set", "d1", "published=soon") == 2


def test_documents_are_listed_joined_and_grouped(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(project, "document", "join", "d2", "d1") == 0
    capsys.readouterr()
    assert call(project, "document", "groups", "--json") == 0
    [group] = json.loads(capsys.readouterr().out)["groups"]
    assert group["documents"] == ["d1", "d2"]
    assert call(project, "document", "groups") == 0
    assert "1 groups of 2 documents" in capsys.readouterr().out
    assert call(project, "document", "list", "--json") == 0
    assert [d["id"] for d in json.loads(capsys.readouterr().out)["documents"]] == ["d1", "d2"]
