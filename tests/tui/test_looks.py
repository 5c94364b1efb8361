"""How it looks: two pictures, never the only proof of anything."""

import os
from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from annotator.tui.app import AnnotatorApp
from annotator.tui.screens import arguing
from annotator.tui.screens.annotate import AnnotateScreen
from tests.tui.conftest import Clock, Stage
from tests.tui.test_arguing import GUESSES

OpenApp = Callable[[], AnnotatorApp]

_FOLDER = "TEXTUAL_SNAPSHOT_TEMPDIR"


@pytest.fixture(scope="session")
def report_folder() -> str:
    """Where the snapshot plug-in gathers its report; read before tests lose their environment."""
    return os.environ[_FOLDER]


@pytest.fixture(autouse=True)
def _report_folder(report_folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(_FOLDER, report_folder)


def test_the_entity_layer_with_room(
    snap_compare: Callable[..., bool], open_app: OpenApp, clock: Clock
) -> None:
    app = open_app()

    async def work(pilot: Pilot[None]) -> None:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.press("space", "space", "space")
        stage.go_to("وزارة")
        await stage.press("V", "left", "left", "n", "!", "shift+tab", "shift+tab")

    assert snap_compare(app, terminal_size=(120, 40), run_before=work)


def test_the_argument_form_on_a_small_screen(
    snap_compare: Callable[..., bool],
    open_app: OpenApp,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arguing, "guesses_for", lambda *_: GUESSES)
    app = open_app()

    async def work(pilot: Pilot[None]) -> None:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.press(".", "`")
        stage.go_to("وقف")
        await stage.press("e", "a")
        assert isinstance(app.screen, AnnotateScreen)

    assert snap_compare(app, terminal_size=(80, 24), run_before=work)
