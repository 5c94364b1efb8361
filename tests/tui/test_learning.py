"""Learning beside annotating: in a pause, without moving anything, and told when it fails."""

import sys
from collections.abc import Callable
from pathlib import Path

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.learning import Learning
from annotator.services.project import Project
from annotator.store import suggestions
from annotator.tui.app import AnnotatorApp
from annotator.tui.messages import WorkFailed
from annotator.tui.screens.annotate import AnnotateScreen
from tests.tui.conftest import LAYER, MENTIONS, Clock, Stage

OpenApp = Callable[[], AnnotatorApp]
ANSWERS = 'print(\'{"version": 1, "refreshed": ["first"]}\')'
FAILS = 'print(\'{"failure": "no room"}\')'


async def learn(stage: Stage, clock: Clock, script: str) -> None:
    """Finish the first document, go back to it, pause, and let the child answer."""
    screen = stage.app.screen
    assert isinstance(screen, AnnotateScreen)
    learning = Learning(screen.project, LAYER, command=(sys.executable, "-c", script))
    screen.begin_learning(learning, clock=clock)
    await stage.press("Q", "enter", "f7")
    screen.consider_learning()
    clock.now += 60
    screen.consider_learning()
    assert learning.is_running
    child = learning._child  # noqa: SLF001 -- the test waits where the program never does
    assert child is not None
    child.wait()
    screen.consider_learning()


async def test_new_suggestions_come_without_moving_anything(
    open_app: OpenApp, clock: Clock, project_path: Path
) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await stage.press("space", "x")
        added = SuggestedMention(Span(0, 3), "ORG", "learned", 0.9)
        with Project.open(project_path) as other, other.writing() as connection:
            suggestions.put(connection, LAYER, "first", (*MENTIONS, added), suggester="test")
        decided = stage.desk.session.annotations.decisions
        await learn(stage, clock, ANSWERS)
        stage.desk.go(20)
        await pilot.pause()
        assert stage.desk.cursor == 20
        assert added in stage.desk.session.open_suggestions
        assert stage.desk.session.annotations.decisions == decided
        stage.assert_sound()


async def test_a_failure_is_one_line(open_app: OpenApp, clock: Clock) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await learn(stage, clock, FAILS)
        await pilot.pause()
        assert "learning stopped: no room" in stage.line("keys")
        await stage.press("left")
        stage.screen.post_message(WorkFailed("learning stopped: no room"))
        await pilot.pause()
        assert "no room" not in stage.line("keys"), "it is told once"
