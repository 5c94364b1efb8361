"""Two windows of one annotator on one project: each sees what the other writes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from annotator.model.document import Document
from annotator.model.suggestion import SuggestedMention
from annotator.services.editing import EditingSession
from annotator.services.event_edits import RemoveEvent
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project, utc_now
from annotator.store import documents, suggestions
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.annotate import LOOK_EVERY_S
from tests.tui.conftest import LAYER, MENTIONS, Clock, Stage, span

OpenApp = Callable[[], AnnotatorApp]


@pytest.fixture
async def stage(open_app: OpenApp, clock: Clock) -> AsyncIterator[Stage]:
    app = open_app()
    async with app.run_test(size=(120, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        yield stage


async def test_two_applications_see_each_others_changes_and_undo_them(
    open_app: OpenApp, clock: Clock
) -> None:
    one_app, other_app = open_app(), open_app()
    async with one_app.run_test(size=(100, 30)) as pilot:
        one = Stage(one_app, pilot, clock)
        await one.shown()
        async with other_app.run_test(size=(100, 30)) as other_pilot:
            other = Stage(other_app, other_pilot, clock)
            await other.shown()
            await one.press("space")
            await until(other, lambda: len(other.desk.session.annotations.mentions) == 1)
            assert other.active_text == "سامي نجار", "nothing moved under the cursor"
            await other.press("space")
            assert other.active_text == "كمال حداد", "what is decided is not decided again"
            await other.press("space")
            await until(one, lambda: len(one.desk.session.annotations.mentions) == 2)
            await one.press("z")
            assert one.mentions == [("سامي نجار", "PER")], "the last action was the other's"
            one.assert_sound()


async def until(stage: Stage, is_so: Callable[[], bool]) -> None:
    """Let the window's own timer run until it has noticed."""
    async with asyncio.timeout(30):
        while not is_so():
            await stage.pilot.pause(LOOK_EVERY_S / 4)


def test_a_window_looks_often_enough_to_see_a_change_within_a_second() -> None:
    assert LOOK_EVERY_S <= 0.5


async def test_what_another_connection_writes_moves_nothing_under_the_cursor(
    stage: Stage, project_path: Path
) -> None:
    stage.go_to("الوفد")
    cursor = stage.desk.cursor
    with Project.open(project_path) as project:
        EditingSession(project, LAYER, "first").run(LabelSpan(span("وقف القتال"), "DOC"))
    await stage.screen.catch_up()
    assert stage.mentions == [("وقف القتال", "DOC")]
    assert (stage.desk.cursor, stage.active_text) == (cursor, None)
    assert "DOC" in stage.screen.query_one("#mentions").text  # type: ignore[attr-defined]


async def test_suggestions_of_another_process_arrive_without_being_told(
    stage: Stage, project_path: Path
) -> None:
    more = (*MENTIONS, SuggestedMention(span("الوفد"), "GRP", "test"))
    with Project.open(project_path) as project, project.writing() as connection:
        suggestions.put(connection, LAYER, "first", more, suggester="test")
    await stage.screen.catch_up()
    assert any(item.type == "GRP" for item in stage.desk.items().open)
    assert stage.active_text == "سامي نجار"


async def test_the_form_of_an_event_that_another_window_removed_closes(
    stage: Stage, project_path: Path
) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e")
    assert stage.screen.form is not None
    with Project.open(project_path) as project:
        session = EditingSession(project, LAYER, "first")
        session.run(RemoveEvent(session.annotations.events[0].id))
    await stage.screen.catch_up()
    assert stage.screen.form is None
    assert stage.line("level").strip().startswith("EVENTS")


async def test_documents_that_another_process_imports_are_counted(
    stage: Stage, project_path: Path
) -> None:
    with Project.open(project_path) as project, project.writing() as connection:
        documents.add(connection, [Document("fourth", "خبر جديد.")], at=utc_now())
    await stage.screen.catch_up()
    assert "document 1 of 4" in stage.line("top")


async def test_while_nobody_writes_nothing_is_read(stage: Stage) -> None:
    statements: list[str] = []
    stage.desk.session.project.connection.set_trace_callback(statements.append)
    await stage.screen.catch_up()
    stage.desk.session.project.connection.set_trace_callback(None)
    assert statements == ["PRAGMA data_version"]
