"""Several label schemas in one project: a new annotator chooses, and the layer keeps the choice."""

from pathlib import Path

from annotator.services.opening import open_where_left
from annotator.services.project import Project
from annotator.services.schemas import find_schema
from annotator.tui.app import AnnotatorApp
from annotator.tui.modals.schemas import SchemasModal
from tests.tui.conftest import LAYER, Clock, Stage


def app_for(path: Path, name: str, clock: Clock, *, schema_name: str | None = None) -> AnnotatorApp:
    """The application for an annotator of a project with two label schemas."""
    with Project.open(path) as project:
        project.add_schema(find_schema("anercorp"))
    opened = open_where_left(path, named=name, schema_name=schema_name)
    return AnnotatorApp(path, opened, clock=clock, work_clock=Clock(), with_suggestions=False)


async def test_a_new_annotator_chooses_the_label_schema_on_the_screen(
    project_path: Path, clock: Clock
) -> None:
    app = app_for(project_path, "maya", clock)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, SchemasModal)
        await pilot.press("s")
        stage = Stage(app, pilot, clock)
        await stage.shown()
        assert stage.desk.session.schema.name == "anercorp"
        await stage.press("`")
        assert "events are off" in stage.line("keys"), "this label schema has none"
    with Project.open(project_path) as project:
        assert project.layer("maya").schema_name == "anercorp"


async def test_who_has_a_layer_is_not_asked(project_path: Path, clock: Clock) -> None:
    app = app_for(project_path, LAYER, clock)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert Stage(app, pilot, clock).desk.session.schema.name == "siyasa"


async def test_a_label_schema_that_was_named_is_not_asked_for(
    project_path: Path, clock: Clock
) -> None:
    app = app_for(project_path, "maya", clock, schema_name="anercorp")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert Stage(app, pilot, clock).desk.session.schema.name == "anercorp"


async def test_leaving_without_a_choice_opens_no_layer(project_path: Path, clock: Clock) -> None:
    app = app_for(project_path, "maya", clock)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("escape")
    with Project.open(project_path) as project:
        assert [layer.name for layer in project.layers()] == [LAYER]
