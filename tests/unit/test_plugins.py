"""Plug-ins are listed without loading, and one that fails harms no other."""

import pytest

from annotator import plugins
from annotator.errors import NotFoundError
from annotator.plugins import load_plugin, load_plugins, plugin_names


class FakePoint:
    """An entry point that makes its own name, or fails."""

    def __init__(self, name: str, error: Exception | None = None) -> None:
        self.name = name
        self.value = f"somewhere:{name}"
        self._error = error

    def load(self) -> object:
        if self._error:
            raise self._error
        return lambda: self.name


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    points = (FakePoint("good"), FakePoint("broken", ImportError("no such library")))
    monkeypatch.setattr(plugins, "entry_points", lambda **_: points)


def test_names_are_listed_without_loading() -> None:
    assert plugin_names("suggesters") == ("broken", "good")


def test_a_plugin_that_fails_is_reported_and_the_others_load() -> None:
    loaded = load_plugins("suggesters")
    assert loaded.plugins == {"good": "good"}
    assert [(failed.name, "no such library" in failed.reason) for failed in loaded.failed] == [
        ("broken", True)
    ]


def test_one_plugin_is_loaded_by_name() -> None:
    assert load_plugin("suggesters", "good") == "good"


@pytest.mark.parametrize("name", ["broken", "unknown"])
def test_what_cannot_be_loaded_is_named_with_the_reason(name: str) -> None:
    with pytest.raises(NotFoundError, match=name):
        load_plugin("suggesters", name)
