"""`annotator suggest`: what it answers, how it ends, and that a run can be taken up again."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.cli.main import run
from annotator.model.document import Document
from annotator.services.project import Project
from annotator.services.suggestion_runs import RunChoices, RunReport
from annotator.services.suggestion_runs import run as run_suggestions
from annotator.store import documents, suggestions

TEXTS = [f"زار الوزير بغداد يوم السبت {number}. قال المتحدث." for number in range(12)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.db"
    with Project.create(made) as project, project.writing() as connection:
        found = [Document(f"d{number}", text) for number, text in enumerate(TEXTS)]
        documents.add(connection, found, at="")
    return made


def answer(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> Any:
    code = run(["suggest", "--project", str(path), "--as", "ana", "--json", *options])
    return json.loads(capsys.readouterr().out) | {"code": code}


def stored(path: Path) -> dict[str, list[str]]:
    with Project.open(path) as project:
        return {
            heading.id: [s.id for s in suggestions.get(project.connection, "ana", heading.id)]
            for heading in project.headings()
        }


def test_only_what_is_missing_is_done_unless_it_shall_be_anew(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = answer(capsys, path)
    assert (first["code"], first["document_count"], first["skipped_count"]) == (0, 12, 0)
    assert first["mention_count"] >= 24
    assert answer(capsys, path)["document_count"] == 0
    assert answer(capsys, path, "d3")["document_count"] == 1
    assert answer(capsys, path, "--anew")["document_count"] == 12


def test_several_processes_make_the_same_with_the_same_identifiers(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, path, "--processes", "1")
    alone = stored(path)
    assert answer(capsys, path, "--anew", "--processes", "2")["document_count"] == 12
    assert stored(path) == alone
    assert all(alone.values())


def test_an_interrupted_run_is_told_and_taken_up_again(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(project: Project, layer: str, ids: list[str], choices: RunChoices) -> RunReport:
        hears = choices.report

        def stop(progress: Any) -> bool:
            assert hears is not None
            hears(progress)
            if progress.done_count == 5:
                raise KeyboardInterrupt
            return True

        return run_suggestions(project, layer, ids, RunChoices(report=stop))

    with monkeypatch.context() as patch:
        patch.setattr("annotator.services.suggestion_runs.run", interrupted)
        assert run(["suggest", "--project", str(path), "--as", "ana"]) == 130
    assert "5 of 12 documents are done" in capsys.readouterr().err
    assert answer(capsys, path)["document_count"] == 7


def test_a_file_with_an_error_ends_with_its_code_and_the_rest_is_done(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"doc_id": "d0"}\n', encoding="utf-8")
    found = answer(capsys, path, "--from", str(file))
    assert (found["code"], found["document_count"]) == (4, 12)
    assert run(["suggest", "--project", str(path), "--as", "ana", "--from", str(file)]) == 4
    assert "a.jsonl line 1" in capsys.readouterr().err


def test_a_server_that_is_down_is_told_once_and_the_others_go_on(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, path, "--url", "http://127.0.0.1:9/")
    assert (found["code"], found["document_count"]) == (75, 12)
    assert list(found["failures"]) == ["http"]
    assert found["mention_count"] >= 24
    again = answer(capsys, path, "--url", "http://127.0.0.1:9/")
    assert again["document_count"] == 12  # it was never heard


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["none"], 3, "no document 'none'"),
        (["--url", "ftp://x"], 2, "begins with http"),
        (["--seconds", "0"], 2, "--seconds"),
    ],
)
def test_wrong_usage_is_one_sentence(
    path: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: int, told: str
) -> None:
    assert run(["suggest", "--project", str(path), "--as", "ana", *options]) == code
    assert told in capsys.readouterr().err
