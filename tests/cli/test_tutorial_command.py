"""`annotator tutorial` without a terminal, and the way there from work and back."""

from pathlib import Path

import pytest

from annotator.cli.main import run
from annotator.tui import run as running


def test_without_a_terminal_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tutorial"]) == 2
    assert "needs a terminal" in capsys.readouterr().err


def test_who_leaves_for_the_tutorial_comes_back_to_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, text = tmp_path / "news.db", tmp_path / "a.txt"
    text.write_text("وصل وفد من بيروت.", encoding="utf-8")
    run(["init", "--project", str(path)])
    run(["import", "--project", str(path), str(text)])
    opened: list[tuple[str, bool]] = []

    class Left:
        """An application that was left: the first time for the tutorial."""

        summary = "done"

        def __init__(self, *, wants_tutorial: bool) -> None:
            self.wants_tutorial = wants_tutorial

    def run_screen(project: Path, *_: object, course: object = None, **__: object) -> Left:
        opened.append((project.name, course is not None))
        return Left(wants_tutorial=len(opened) == 1)

    monkeypatch.setattr(running, "_run", run_screen)
    assert running.run_annotate(path, named="lina") == "done"
    assert opened == [("news.db", False), ("tutorial.db", True), ("news.db", False)]
