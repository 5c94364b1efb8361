"""The list of models: what ships is there with its size, what is missing says how to get it."""

import pytest

from annotator.services.models import list_models


def test_what_ships_is_ready_and_has_a_size() -> None:
    shipped = [model for model in list_models() if model.origin == "shipped"]
    assert {"segmenter", "word-counts", "gazetteer"} <= {model.name for model in shipped}
    assert all(model.state == "ready" and model.byte_count > 0 for model in shipped)


def test_what_is_missing_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.suggesters.camel_data.is_installed", lambda: False)
    missing = {m.name: m.get for m in list_models(check=True) if m.state == "missing"}
    assert set(missing) == {"camel-entities", "camel-morphology"}
    assert all("pip install" in get and "camel_data -i" in get for get in missing.values())
