"""From document to document: order, list, place, done, find."""

from collections.abc import Callable
from pathlib import Path

from textual.widgets import Input

from annotator.model.remark import LEVELS
from annotator.services.project import Project
from annotator.services.queue import QueueChoices, make_queues
from annotator.tui.app import AnnotatorApp
from annotator.tui.widgets.row_list import RowList
from tests.tui.conftest import LAYER, NEWS, SECOND, Clock, Stage

OpenApp = Callable[[], AnnotatorApp]


async def test_documents_follow_each_other_and_end(open_app: OpenApp, clock: Clock) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await stage.press("ctrl+n")
        assert stage.desk.text == SECOND
        assert "document 2 of 3" in stage.line("top")
        await stage.press(")", "f8")
        assert "last document" in stage.line("keys")
        await stage.press("(", "f7")
        assert stage.desk.text == NEWS


async def test_documents_come_by_the_queue_and_say_why(
    open_app: OpenApp, clock: Clock, project_path: Path
) -> None:
    with Project.open(project_path) as project:
        make_queues(project, [LAYER], QueueChoices("shortest"))
        lengths = {heading.id: heading.length for heading in project.headings()}
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await stage.press("f7")
        assert stage.desk.session.document.id == sorted(lengths, key=lengths.__getitem__)[-2]
        assert "short: " in stage.line("keys")


async def test_one_goes_on_where_one_left(open_app: OpenApp, clock: Clock) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await stage.press("ctrl+n", "left", "left")
        offset = stage.desk.cursor
        assert offset > 0
        await stage.press("ctrl+q")
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        assert (stage.desk.text, stage.desk.cursor) == (SECOND, offset)


async def test_the_list_shows_progress_and_opens_what_is_typed(
    open_app: OpenApp, clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await stage.press("f2")
        assert "7 open" in app.screen.query_one("#modal-rows", RowList).text
        await stage.press(*"second", "enter")
        assert stage.desk.text == SECOND


async def test_done_lists_what_is_open_and_finishes_anyway(open_app: OpenApp, clock: Clock) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await stage.press("Q")
        listed = app.screen.query_one("#modal-rows", RowList).text
        assert "6 suggested mentions wait" in listed
        await stage.press("enter")
        assert stage.desk.text == SECOND, "on to the next"
        stored = stage.desk.session.project.annotations("lina", "first")
        assert {done.level for done in stored.done} == set(LEVELS)
        stage.assert_sound()


async def test_a_line_of_the_check_list_is_one_key_away(open_app: OpenApp, clock: Clock) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await stage.press("Q", "down", "down", "enter")
        assert stage.desk.level == "events"
        assert stage.active_text == "زار"
        assert stage.desk.session.annotations.done == []


async def test_find_overlooks_spelling_and_goes_there(open_app: OpenApp, clock: Clock) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await stage.press("ctrl+f", *"اوسلو", "enter")
        assert NEWS[stage.desk.cursor :].startswith("أوسلو")
        assert not list(app.screen.query(Input))
