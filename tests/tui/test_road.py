"""One article from the first key to the last: edited, undone, redone, left, reopened, undone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.services.project import Project
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens import arguing
from tests.tui.conftest import LAYER, Clock, Stage
from tests.tui.test_arguing import label_of

OpenApp = Callable[[], AnnotatorApp]


async def annotate(stage: Stage) -> None:
    """Accept, reject, relabel, a mention inside a word, a nested one, an event with three roles."""
    for keys in (
        ("space",),  # سامي نجار
        ("space",),  # كمال حداد
        ("l",),  # مدينة طرطوس is a place
        ("space",),  # يوم الأحد
        ("backspace",),  # حداد is no organisation
        ("space",),  # أوسلو
    ):
        await stage.press(*keys)
        stage.assert_sound()
    stage.go_to("وقال")
    await stage.press("e")
    stage.assert_sound()
    stage.go_to("وزارة")
    await stage.press("V", "left", "left", "n")
    stage.assert_sound()
    await stage.press("`")
    stage.go_to("بحث")
    await stage.press("m")
    for role_key, words in (
        ("a", "كمال حداد"),
        ("p", "وزارة الخارجية النرويجية"),
        ("t", "يوم الأحد"),
    ):
        await stage.press(role_key, label_of(stage, words, role_key=role_key))
        stage.assert_sound()
    await stage.press("escape")


MADE = [
    ("سامي نجار", "PER"),
    ("كمال حداد", "PER"),
    ("مدينة طرطوس", "LOC"),
    ("يوم الأحد", "DATE"),
    ("قال", "MED"),
    ("وزارة الخارجية النرويجية", "GOV"),
    ("النرويجية", "NORP"),
    ("أوسلو", "GPE"),
]
EVENT = (
    "بحث",
    "MEET",
    [("Agent", "كمال حداد"), ("Participant", "وزارة الخارجية النرويجية"), ("Time", "يوم الأحد")],
)


async def test_the_whole_road(
    open_app: OpenApp, clock: Clock, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arguing, "guesses_for", lambda *_: ())
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        await annotate(stage)
        assert stage.mentions == MADE
        assert stage.events == [EVENT]
        await stage.press("ctrl+n")
        await stage.press("o")  # something in another document, to be undone from here
        action_count = 17
        await stage.press("z", "z")
        assert stage.desk.session.document.id == "first", "undo goes where the action was"
        for _ in range(action_count - 2):
            await stage.press("z")
            stage.assert_sound()
        assert (stage.mentions, stage.events) == ([], [])
        await stage.press("z")
        assert "nothing to undo" in stage.line("keys")
        for _ in range(action_count):
            await stage.press("Z")
            stage.assert_sound()
        await stage.press("Z")
        assert "nothing to redo" in stage.line("keys")
        assert stage.desk.session.document.id == "second"
        await stage.press("(")
        assert (stage.mentions, stage.events) == (MADE, [EVENT])
        await stage.press("ctrl+q")

    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await pilot.pause()
        for _ in range(action_count):
            await stage.press("z")
            stage.assert_sound()
        assert stage.desk.session.document.id == "first", "undo went to the document it touched"
    with Project.open(project_path) as project:
        assert project.annotations(LAYER, "first").items == {}
        assert project.annotations(LAYER, "second").items == {}
