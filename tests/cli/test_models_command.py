"""`annotator models`: a table for people, JSON for programs, nothing started, nothing fetched."""

import json

import pytest

from annotator.cli.main import run


def test_models_are_listed_with_their_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["models", "--json"]) == 0
    models = json.loads(capsys.readouterr().out)
    assert all(set(m) == {"name", "origin", "state", "byte_count", "what", "get"} for m in models)
    assert run(["models"]) == 0
    assert "segmenter" in capsys.readouterr().out
