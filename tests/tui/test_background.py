"""Suggestions made in a thread: each document is told of, and who could not work is named."""

from pathlib import Path

import pytest
from textual.message import Message

from annotator.services.project import Project
from annotator.settings import Settings
from annotator.store import suggestions
from annotator.tui.background import suggest_for_all
from annotator.tui.messages import SuggestionsArrived, WorkFailed
from tests.tui.conftest import LAYER


def heard_of(path: Path) -> list[Message]:
    heard: list[Message] = []
    suggest_for_all(path, LAYER, first="second", tell=heard.append, is_cancelled=lambda: False)
    return heard


def test_the_open_document_comes_first_and_then_what_is_missing(project_path: Path) -> None:
    ids = [m.document_id for m in heard_of(project_path) if isinstance(m, SuggestionsArrived)]
    assert ids == ["second", "third"]
    with Project.open(project_path) as project:
        assert suggestions.documents_with(project.connection, LAYER) == {"first", "second", "third"}


def test_a_server_that_is_down_is_named_once(
    project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "annotator.services.suggestion_runs.load_settings",
        lambda: Settings(suggester_url="http://127.0.0.1:9/"),
    )
    [failure] = [m for m in heard_of(project_path) if isinstance(m, WorkFailed)]
    assert "cannot be reached" in failure.reason
