"""Label schemas change the screen without code: their letters, their events, their roles."""

from pathlib import Path

import pytest

from annotator.model.document import Document
from annotator.services.opening import open_where_left
from annotator.services.project import Project, utc_now
from annotator.services.schemas import load_schema
from annotator.store import documents
from annotator.tui.app import AnnotatorApp
from tests.tui.conftest import LAYER, NEWS, Clock, Stage


def project_of(path: Path, schema: str) -> AnnotatorApp:
    with Project.create(path, schema=schema) as project:
        project.open_layer(LAYER)
        with project.writing() as connection:
            documents.add(connection, [Document("first", NEWS)], at=utc_now())
    return AnnotatorApp(
        path,
        open_where_left(path, named=LAYER),
        clock=Clock(),
        work_clock=Clock(),
        with_suggestions=False,
    )


async def test_wojood_marks_its_types_nested_with_proclitics_inside(tmp_path: Path) -> None:
    app = project_of(tmp_path / "w.db", "wojood")
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Stage(app, pilot, Clock())
        await stage.shown()
        stage.go_to("وزارة")
        await stage.press("R", "left", "left", "n")
        assert stage.mentions == [("وزارة الخارجية النرويجية", "ORG"), ("النرويجية", "NORP")]
        stage.go_to("وأعلن")
        await stage.press("x")
        assert ("وأعلن", "CURR") in stage.mentions, "this corpus tags whole words"
        await stage.press("`")
        assert "events are off" in stage.line("keys"), "it has none"
        stage.assert_sound()


async def test_ace2005_has_events_of_two_letters_with_roles(tmp_path: Path) -> None:
    app = project_of(tmp_path / "a.db", "ace2005")
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Stage(app, pilot, Clock())
        await stage.shown()
        stage.go_to("كمال")
        await stage.press("P")
        stage.go_to("زار")
        await stage.press("`")
        stage.go_to("زار")
        await stage.press("m", "t", "x", "escape", "escape")
        assert stage.events == [("زار", "Movement:Transport", [("Artifact", "كمال")])]
        stage.assert_sound()


@pytest.mark.parametrize(("name", "counts"), [("wojood", (21, 0)), ("ace2005", (7, 33))])
def test_the_published_schemes_are_complete(name: str, counts: tuple[int, int]) -> None:
    schema = load_schema(name)
    assert (len(schema.entities), len(schema.events)) == counts
