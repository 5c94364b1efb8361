"""Suggestions made beside the keys: shown when they arrive, a failure told in one line."""

import sys
from collections.abc import Callable
from pathlib import Path

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.project import Project
from annotator.store import suggestions
from annotator.tui.app import AnnotatorApp
from annotator.tui.messages import SuggestionsArrived
from tests.tui.conftest import LAYER, MENTIONS, Clock, Stage

OpenApp = Callable[[], AnnotatorApp]

ANSWERS = "import sys; print('{\"document\": ' + input() + '}', flush=True); sys.stdin.read()"
DIES = "import sys; sys.exit(7)"
ADDED = SuggestedMention(Span(0, 3), "ORG", "other", 0.9)


async def test_what_a_child_stored_is_shown_when_it_says_so(
    open_app: OpenApp, clock: Clock, project_path: Path
) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        with Project.open(project_path) as other, other.writing() as connection:
            suggestions.put(connection, LAYER, "first", (*MENTIONS, ADDED), suggester="test")
        stage.screen.begin_suggesting(command=(sys.executable, "-c", ANSWERS))
        stage.screen.suggest()
        while ADDED not in stage.desk.session.open_suggestions:
            await pilot.pause()
        assert stage.desk.items().get(ADDED.id) is not None


async def test_a_child_that_ends_is_told(open_app: OpenApp, clock: Clock) -> None:
    app = open_app()
    async with app.run_test(size=(120, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        stage.screen.begin_suggesting(command=(sys.executable, "-c", DIES))
        stage.screen.suggest()
        while "suggestions stopped" not in stage.line("keys"):
            await pilot.pause()
        assert "it ended by itself (code 7)" in stage.line("keys")


async def test_suggestions_for_another_document_change_nothing_here(
    open_app: OpenApp, clock: Clock, project_path: Path
) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        before = stage.desk.session.suggestions
        with Project.open(project_path) as other, other.writing() as connection:
            suggestions.put(connection, LAYER, "second", (ADDED,), suggester="test")
        stage.screen.post_message(SuggestionsArrived("second"))
        await stage.screen.catch_up()
        await pilot.pause()
        assert stage.desk.session.suggestions is before
