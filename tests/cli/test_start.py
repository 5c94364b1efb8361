"""Which command lines open the screen without loading the commands first."""

from pathlib import Path

import pytest

from annotator.cli.start import project_to_open
from annotator.settings import demo_project, login_name


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True)


def test_a_project_in_this_folder_is_opened(tmp_path: Path) -> None:
    (tmp_path / "annotator.db").touch()
    assert project_to_open([]) == (Path("annotator.db"), None)
    assert project_to_open(["annotate"]) == (Path("annotator.db"), None)


def test_without_a_project_the_command_says_so() -> None:
    assert project_to_open([]) is None


def test_the_demo_is_reopened_for_who_is_logged_in() -> None:
    assert project_to_open(["demo"]) is None
    demo_project().parent.mkdir(parents=True)
    demo_project().touch()
    assert project_to_open(["demo"]) == (demo_project(), login_name())


def test_the_environment_names_project_and_annotator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other.db").touch()
    monkeypatch.setenv("ANNOTATOR_PROJECT", "other.db")
    monkeypatch.setenv("ANNOTATOR_AS", "ana")
    assert project_to_open([]) == (Path("other.db"), "ana")


@pytest.mark.parametrize("arguments", [["demo", "--fresh"], ["status"], ["--help"]])
def test_everything_else_is_for_the_commands(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "annotator.db").touch()
    assert project_to_open(arguments) is None


def test_without_a_terminal_nothing_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "annotator.db").touch()
    monkeypatch.setattr("sys.stdout.isatty", lambda: False)
    assert project_to_open([]) is None
