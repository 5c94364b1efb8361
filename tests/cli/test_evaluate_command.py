"""`annotator evaluate`: figures, and a sentence where there is too little to measure."""

import json
from pathlib import Path

import pytest

from annotator.cli.main import run
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.services.document_edits import MarkDone
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.store import documents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.db"
    with Project.create(made) as project:
        with project.writing() as connection:
            found = [Document(f"d{number}", f"زار وليد بغداد {number}") for number in range(3)]
            documents.add(connection, found, at="")
        project.open_layer("ana")
        for key in ("d0", "d1"):
            session = EditingSession(project, "ana", key)
            session.run(LabelSpan(Span(4, 8), "PER"))
            session.run(MarkDone())
    return made


def test_the_figures_are_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "--project", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["document_count"] == 2
    assert found["totals"]["mentions"]["annotated"] == 2
    assert run(["evaluate", "--project", str(path)]) == 0
    assert "F1 after so many documents" in capsys.readouterr().out


def test_too_little_to_measure_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(path) as project:
        project.open_layer("ben")
    assert run(["evaluate", "--project", str(path), "--as", "ben"]) == 1
    assert "needs two or more" in capsys.readouterr().err
