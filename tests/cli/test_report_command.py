"""`annotator report`: figures for people and for programs."""

import json
from pathlib import Path

import pytest

from annotator.cli.main import run
from annotator.model.document import Document
from annotator.services.editing import EditingSession
from annotator.services.project import Project
from annotator.services.queue import QueueChoices, make_queues
from annotator.services.suggestion_edits import AcceptSuggestion
from annotator.services.suggestion_runs import suggest_for
from annotator.store import documents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.db"
    with Project.create(made) as project:
        with project.writing() as connection:
            documents.add(connection, [Document("d", "زار الوزير بغداد")], at="")
        project.open_layer("ana")
        suggest_for(project, "ana", ["d"])
        session = EditingSession(project, "ana", "d")
        session.run(AcceptSuggestion(session.open_suggestions[0].id))
        make_queues(project, ["ana", "ben"], QueueChoices(overlap=1.0, blind=1.0))
    return made


def test_the_figures_are_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--project", str(path)]) == 0
    told = capsys.readouterr().out
    assert "100% of them suggestions taken unchanged" in told
    assert "ana and ben agree on mentions (F1)" not in told  # no document is blind for both
    assert run(["report", "--project", str(path), "--json"]) == 0
    [ana, ben] = json.loads(capsys.readouterr().out)["layers"]
    assert (ana["unchanged_share"], ben["unchanged_share"]) == (1.0, None)
    assert ana["sources"][0]["precision"] == 1.0


def test_an_unknown_layer_is_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--project", str(path), "--layer", "eva"]) == 3
    assert "no layer 'eva'" in capsys.readouterr().err
