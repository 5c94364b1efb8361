"""`annotator train`: learns, says what became of it, and ends with a sentence where it cannot."""

import json
from pathlib import Path

import pytest

from annotator.cli.main import run
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.services import learners
from annotator.services.document_edits import MarkDone
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.store import documents
from tests.unit.services.learners import WordLearner


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(learners, "installed_learners", lambda: (WordLearner(),))
    made = tmp_path / "p.db"
    with Project.create(made) as project:
        with project.writing() as connection:
            documents.add(connection, [Document("d", "زار وليد بغداد")], at="")
        project.open_layer("ana")
    return made


def test_what_was_learned_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Project.open(path) as project:
        session = EditingSession(project, "ana", "d")
        session.run(LabelSpan(Span(4, 8), "PER"))
        session.run(MarkDone())
    assert run(["train", "--project", str(path), "--json"]) == 0
    trained = json.loads(capsys.readouterr().out)["trained"]
    assert (trained["version"], trained["document_count"]) == (1, 1)
    assert run(["train", "--project", str(path)]) == 0
    assert "version 2, learned from 1 documents" in capsys.readouterr().out


def test_nothing_finished_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train", "--project", str(path)]) == 1
    assert "finish one with Q" in capsys.readouterr().err
