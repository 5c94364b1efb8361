"""A project, and the program on a pseudo-terminal that shows it."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from annotator.cli.main import run
from tests.terminals.pseudo_terminal import PseudoTerminal

LAYER = "lina"
_TEXT = "وصل وفد من بيروت إلى القاهرة.\n\nقال المتحدث إن اللقاء كان جيدا، وإن وفدا آخر سيصل غدا.\n"
_ROOT = Path(__file__).parents[2]

Start: TypeAlias = Callable[..., PseudoTerminal]
"""Opens the program: `start(*arguments, answers=…, before=…)`; see `pseudo_terminal`."""


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project with one short text, and an empty layer."""
    path, text = tmp_path / "news.db", tmp_path / "a.txt"
    text.write_text(_TEXT, encoding="utf-8")
    run(["init", "--project", str(path)])
    run(["import", "--project", str(path), str(text)])
    capsys.readouterr()
    return path


@pytest.fixture
def start(project: Path) -> Start:
    """A function that opens the program on a terminal; what it returns is to be closed by `with`.

    `before` is code that runs in the program's process first, to make something fail.
    """

    def open_program(
        *arguments: str,
        answers: str = "plain",
        before: str = "",
        size: tuple[int, int] = (100, 30),
        **variables: str,
    ) -> PseudoTerminal:
        code = f"{before}\nfrom annotator.cli.main import main; main()"
        chosen = arguments or ("annotate", "--as", LAYER)
        return PseudoTerminal(
            [sys.executable, "-c", code, *chosen],
            answers=answers,
            size=size,
            environment={
                **os.environ,
                "PYTHONPATH": str(_ROOT),
                "ANNOTATOR_PROJECT": str(project),
                **variables,
            },
        )

    return open_program
