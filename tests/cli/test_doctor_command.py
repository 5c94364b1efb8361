"""`annotator doctor` without a terminal: what it finds, and which of it is a problem."""

import json
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from annotator import plugins
from annotator.cli.diagnostics import ExitCode
from annotator.cli.main import run
from annotator.settings import settings_file


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "news.db"
    run(["init", "--project", str(path)])
    capsys.readouterr()
    return path


def diagnosed(project: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    run(["doctor", "--json", "--project", str(project)])
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_all_is_well_with_a_new_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--project", str(project)]) == ExitCode.DONE
    said = capsys.readouterr()
    assert "no problems" in said.out
    assert "DejaVu Sans Mono" in said.out
    assert "jsonl" in said.out
    assert said.err == ""


def test_no_project_is_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = diagnosed(tmp_path / "none.db", capsys)
    assert told["found"]["project"]["exists"] is False
    assert told["problems"] == []


def test_json_answers_for_terminal_project_plugins_and_versions(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = diagnosed(project, capsys)
    assert told["terminal"]["is_terminal"] is False
    assert told["terminal"]["profile"] == "plain"
    assert told["found"]["project"]["path"] == str(project)
    assert {"python", "sqlite", "textual", "annotator"} <= set(told["found"]["versions"])
    assert ("importers", "text") in {(p["group"], p["name"]) for p in told["found"]["plugins"]}


def test_a_plugin_that_fails_is_told_of_and_left_out(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = EntryPoint("camelot", "no_such_module:Suggester", "annotator.suggesters")
    monkeypatch.setattr(
        plugins, "entry_points", lambda *, group: [broken] if "suggest" in group else []
    )
    assert run(["doctor", "--project", str(project)]) == ExitCode.INVALID_DATA
    said = capsys.readouterr().out
    assert "camelot (failed)" in said
    assert "no_such_module" in said


def test_a_damaged_settings_file_is_told_of_once(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("bidi_terminal = blue", encoding="utf-8")
    problems = diagnosed(project, capsys)["problems"]
    assert len(problems) == 1
    assert str(settings_file()) in problems[0]


def test_a_profile_that_does_not_exist_is_told_of(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_BIDI", "xtrem")
    assert "'xtrem'" in diagnosed(project, capsys)["problems"][0]


def test_a_file_that_is_no_project_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.db"
    path.touch(mode=0o600)
    path.write_text("what is this", encoding="utf-8")
    assert run(["doctor", "--project", str(path)]) == ExitCode.INVALID_DATA
    assert "notes.db" in capsys.readouterr().out.split("! ")[1]


def test_a_project_that_others_can_read_is_told_of(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project.chmod(0o644)
    assert "chmod 600" in diagnosed(project, capsys)["problems"][0]


def test_file_names_that_cannot_be_arabic_are_told_of(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.getfilesystemencoding", lambda: "ascii")
    assert "LANG=C.UTF-8" in diagnosed(project, capsys)["problems"][0]


def test_resetting_needs_the_terminal_that_is_to_be_reset(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["reset-terminal"]) == ExitCode.WRONG_USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert "no terminal" in said.err
