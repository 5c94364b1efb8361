"""What the child does that suggests: the open document first, who could not work is named."""

from pathlib import Path
from queue import SimpleQueue

import pytest

from annotator.services import suggestion_child
from annotator.services.project import Project
from annotator.services.suggestion_child import serve, suggest_beside
from annotator.settings import Settings
from annotator.store import suggestions


def told_of(path: Path, *, is_wanted: bool = True) -> list[dict[str, str]]:
    told: list[dict[str, str]] = []
    suggest_beside(path, "ana", open_document="d2", tell=told.append, is_wanted=lambda: is_wanted)
    return told


def test_the_open_document_comes_first_and_then_what_is_missing(project: Project) -> None:
    assert told_of(project.path) == [{"document": "d2"}, {"document": "d1"}]
    assert suggestions.documents_with(project.connection, "ana") == {"d1", "d2"}


def test_it_stops_after_a_document_when_another_one_is_open(project: Project) -> None:
    assert told_of(project.path, is_wanted=False) == [{"document": "d2"}]


def test_a_server_that_is_down_is_named_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "annotator.services.suggestion_runs.load_settings",
        lambda: Settings(suggester_url="http://127.0.0.1:9/"),
    )
    [failure] = [answer["failure"] for answer in told_of(project.path) if "failure" in answer]
    assert "cannot be reached" in failure


def test_what_stops_it_is_told(tmp_path: Path) -> None:
    [answer] = told_of(tmp_path / "none.db")
    assert answer["stopped"].startswith("NotFoundError: ")


def test_only_the_document_opened_last_is_suggested_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def suggest(*_: object, open_document: str, **__: object) -> None:
        asked.append(open_document)
        raise EOFError

    monkeypatch.setattr(suggestion_child, "suggest_beside", suggest)
    said: SimpleQueue[str] = SimpleQueue()
    for line in ('"first"\n', '"second"\n'):
        said.put(line)
    with pytest.raises(EOFError):
        serve(Path("p.db"), "ana", said, lambda _: None)
    assert asked == ["second"]
