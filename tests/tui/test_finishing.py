"""What is said of a document as a whole: done, set aside, labels, one level only."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from annotator.services.opening import open_where_left
from annotator.services.progress import progress_of_documents
from annotator.services.project import Project
from annotator.tui.app import AnnotatorApp
from annotator.tui.widgets.row_list import RowList
from tests.tui.conftest import LAYER, NEWS, Clock, Stage
from tests.tui.linked import make_linked_project

OpenApp = Callable[[], AnnotatorApp]


@pytest.fixture
async def stage(open_app: OpenApp, clock: Clock) -> AsyncIterator[Stage]:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        yield stage


def listed(stage: Stage) -> list[str]:
    """The rows of the modal."""
    return stage.app.screen.query_one("#modal-rows", RowList).text.splitlines()


async def test_a_document_is_set_aside_with_two_keys_and_passed_by(stage: Stage) -> None:
    await stage.press("ctrl+n", "ctrl+x", "d")
    assert stage.desk.session.document.id == "third"
    stages = [each.stage for each in progress_of_documents(stage.screen.project, LAYER)]
    assert stages == ["new", "aside", "new"]
    await stage.press("(")
    assert stage.desk.session.document.id == "first", "the one set aside was passed by"
    await stage.press(")")
    assert stage.desk.session.document.id == "third"
    await stage.press("z")
    assert stage.desk.session.annotations.set_aside is None
    assert stage.desk.session.document.id == "second", "undo goes to what it brought back"
    stage.assert_sound()


async def test_setting_aside_is_taken_back_in_the_same_list(stage: Stage) -> None:
    await stage.press("ctrl+x", "b", "(", "f2", *"first", "enter")
    assert "set aside: broken" in stage.line("top")
    await stage.press("ctrl+x")
    assert any("✓ broken" in row for row in listed(stage))
    await stage.press("z")
    assert stage.desk.session.annotations.set_aside is None


async def test_a_label_of_the_document_is_set_and_taken_off(tmp_path: Path, clock: Clock) -> None:
    path = make_linked_project(tmp_path)
    opened = open_where_left(path, named=LAYER)
    app = AnnotatorApp(path, opened, clock=clock, with_suggestions=False)
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.press("ctrl+t", "down", "enter")
        await stage.press("ctrl+t", *"urgent", "enter")
        labels = {each.id: each.value for each in stage.desk.session.annotations.document_labels}
        assert labels == {"topic": "economy", "remark": "urgent"}
        await stage.press("ctrl+t", "down", "enter", "z", "z")
        labels = {each.id: each.value for each in stage.desk.session.annotations.document_labels}
        assert labels == {"topic": "economy"}
        stage.assert_sound()


async def test_a_label_schema_without_document_labels_says_so(stage: Stage) -> None:
    await stage.press("ctrl+t")
    assert "has no labels of documents" in stage.line("keys")


async def test_with_entities_only_the_event_keys_are_off_and_done_counts_for_entities(
    stage: Stage,
) -> None:
    await stage.press("ctrl+e")
    assert "entities only" in stage.line("keys")
    await stage.press("`")
    assert stage.desk.level == "entities"
    assert "events are off" in stage.line("keys")
    assert "6 open" in stage.line("top"), "the suggested event does not wait"
    await stage.press("Q")
    assert not any("events" in row for row in listed(stage))
    await stage.press("enter")
    done = stage.desk.session.project.annotations(LAYER, "first").done
    assert {each.level for each in done} == {"entities", "identity"}
    assert progress_of_documents(stage.screen.project, LAYER)[0].stage == "done"


async def test_with_events_only_one_works_on_events_at_once_also_the_next_time(
    stage: Stage, project_path: Path, clock: Clock
) -> None:
    await stage.press("ctrl+e", "ctrl+e")
    assert stage.desk.level == "events"
    opened = open_where_left(project_path, named=LAYER)
    app = AnnotatorApp(project_path, opened, clock=clock, with_suggestions=False)
    async with app.run_test(size=(100, 30)) as pilot:
        again = Stage(app, pilot, clock)
        await again.shown()
        assert again.desk.level == "events"
        await again.press("ctrl+e")
        assert again.desk.levels == ("entities", "events")


async def test_a_letter_goes_to_its_line_of_the_check_list(stage: Stage) -> None:
    await stage.press("Q", "s")
    assert stage.desk.level == "events"
    assert stage.active_text == "زار"


async def test_sentences_never_looked_at_are_listed_and_reached_with_one_key(stage: Stage) -> None:
    await stage.press("Q")
    row = next(row for row in listed(stage) if "never looked at" in row)
    await stage.press(row.split()[0])
    assert stage.desk.cursor == NEWS.index("وقال")
    await stage.press("Q")
    assert len([row for row in listed(stage) if "never looked at" in row]) == 1


async def test_what_was_let_pass_is_kept_as_a_note(stage: Stage) -> None:
    await stage.press("Q", "enter")
    with Project.open(stage.screen.project.path) as project:
        [note] = project.annotations(LAYER, "first").notes
    assert note.text.startswith("finished although: 6 suggested mentions wait")
    assert note.text.endswith("2 sentences never looked at")
