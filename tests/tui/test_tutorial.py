"""The tutorial, done with its own keys on the real screen; wrong keys, skipping and leaving it."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from textual.screen import Screen

from annotator.arabic.visual import visual
from annotator.services.integrity import check_integrity
from annotator.services.lessons import ORDER, Course, LessonName
from annotator.services.opening import open_where_left
from annotator.services.tutorial import make_tutorial
from annotator.settings import settings_file
from annotator.tui.app import AnnotatorApp
from annotator.tui.lesson_keys import keys_by_action
from annotator.tui.lesson_words import action_ids
from annotator.tui.modals.lessons_done import LessonsDoneModal
from annotator.tui.screens.annotate import AnnotateScreen
from annotator.tui.screens.tutorial import TutorialScreen
from annotator.tui.widgets.lesson_panel import LessonPanel
from annotator.tui.widgets.row_list import RowList
from annotator.wording import use_language
from tests.tui.conftest import LAYER, Clock, Stage


class Lessons(Stage):
    """A stage on which lessons are given."""

    @property
    def tutorial(self) -> TutorialScreen:
        """The screen, also beneath a modal."""
        screen = self.screen
        assert isinstance(screen, TutorialScreen)
        return screen

    @property
    def name(self) -> str:
        """The lesson that is under way."""
        return self.tutorial.lesson.name

    @property
    def says(self) -> str:
        """All that the panel says."""
        return self.screen.query_one(LessonPanel).text

    async def begin_at(self, name: str) -> None:
        """Skip what comes before."""
        while self.name != name:
            await self.press("ctrl+s")

    async def do(self) -> None:
        """Press the keys that the lesson names; a note is typed before it is kept."""
        schema, path = self.desk.session.schema, self.desk.session.project.path
        keys = keys_by_action(schema, path)
        for action in action_ids(self.tutorial.lesson):
            if action == "picking.take" and self.name == "note":
                await self.press(*"why")
            await self.press(keys[action])
        await self.settled()

    async def settled(self) -> None:
        """Wait until the next lesson has begun."""
        for _ in range(5):
            await self.pilot.pause()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Course]:
    """The tutorial's project as a file, and its lessons: made once for all tests."""
    path = tmp_path_factory.mktemp("tutorial") / "tutorial.db"
    course = make_tutorial(path, annotator=LAYER)
    return path.read_bytes(), course


@pytest.fixture
def app(made: tuple[bytes, Course], tmp_path: Path, clock: Clock) -> AnnotatorApp:
    content, course = made
    path = tmp_path / "tutorial.db"
    path.write_bytes(content)
    return AnnotatorApp(
        path,
        open_where_left(path, named=LAYER),
        clock=clock,
        work_clock=Clock(),
        with_suggestions=False,
        course=course,
    )


@pytest.fixture
async def stage(app: AnnotatorApp, clock: Clock) -> AsyncIterator[Lessons]:
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Lessons(app, pilot, clock)
        await stage.shown()
        await stage.settled()
        yield stage


@pytest.fixture
def arabic() -> Iterator[None]:
    use_language("ar")
    yield
    use_language("en")


def shown(app: AnnotatorApp) -> Screen[object]:
    """The screen on top."""
    return app.screen


async def test_every_lesson_is_done_with_the_keys_it_names(stage: Lessons) -> None:
    names = []
    while isinstance(stage.app.screen, TutorialScreen):
        names.append(stage.name)
        await stage.do()
    assert tuple(names) == ORDER
    assert len(stage.tutorial.done) == len(ORDER)
    assert isinstance(stage.app.screen, LessonsDoneModal)
    assert check_integrity(stage.tutorial.project) == []
    assert "annotator demo" in stage.app.screen.query_one(RowList).text
    await stage.pilot.press("enter")
    await stage.pilot.pause()
    assert not stage.app.is_running


async def test_in_an_arabic_interface_the_same_keys_do_it(arabic: None, app: AnnotatorApp) -> None:
    del arabic
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Lessons(app, pilot, Clock())
        await stage.shown()
        await stage.settled()
        while isinstance(app.screen, TutorialScreen):
            await stage.do()
        assert len(stage.tutorial.done) == len(ORDER)


async def test_another_way_to_the_same_end_counts_as_well(stage: Lessons) -> None:
    assert stage.name == "accept"
    await stage.press("p")  # the letter of the type that is suggested, and not Space
    await stage.settled()
    assert stage.name == "sentence"
    assert "right: take a suggestion" in stage.says


async def test_a_key_that_decides_otherwise_is_explained_and_the_lesson_stays(
    stage: Lessons,
) -> None:
    await stage.press("x")
    await stage.settled()
    assert stage.name == "accept"
    assert "that did something else; z takes it back" in stage.says
    await stage.press("z")
    await stage.settled()
    assert "all is as it was before" in stage.says
    await stage.do()
    assert stage.name == "sentence"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("_", "does nothing here"),
        ("equals_sign", "= is for something else: mark the same words"),
        ("left", "Ctrl+R brings the cursor back"),
    ],
)
async def test_other_keys_are_explained_by_what_they_are_for(
    stage: Lessons, key: str, said: str
) -> None:
    await stage.press(key)
    await stage.settled()
    assert said in stage.says
    assert stage.name == "accept"


async def test_a_lesson_is_skipped_and_one_goes_back_to_it(stage: Lessons) -> None:
    await stage.press("ctrl+s")
    await stage.settled()
    assert stage.name == "sentence"
    await stage.press("ctrl+r")
    await stage.settled()
    assert stage.name == "accept"
    assert stage.tutorial.done == frozenset()


async def test_back_begins_a_lesson_again_in_which_something_was_done(stage: Lessons) -> None:
    await stage.press("x", "ctrl+r")
    await stage.settled()
    assert stage.name == "accept"
    assert stage.mentions == []
    await stage.do()
    assert stage.name == "sentence"


@pytest.mark.parametrize("name", ["undo", "redo", "note", "argument", "finish"])
async def test_a_lesson_that_goes_on_from_another_can_be_done_without_it(
    stage: Lessons, name: LessonName
) -> None:
    await stage.begin_at(name)
    await stage.settled()
    await stage.do()
    assert len(stage.tutorial.done) == 1


async def test_the_keys_are_those_of_the_persons_own_key_map(app: AnnotatorApp) -> None:
    own = settings_file().with_name("keys.toml")
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text('"annotate.decide.accept" = "f11"\n', encoding="utf-8")
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Lessons(app, pilot, Clock())
        await stage.shown()
        await stage.settled()
        assert "F11" in stage.says
        await stage.do()
        assert stage.name == "sentence"


async def test_under_an_arabic_layout_the_letter_that_is_typed_stands_first(
    stage: Lessons,
) -> None:
    stage.app.key_reader.layout = "arabic-linux"
    await stage.begin_at("relabel")
    await stage.settled()
    assert f"{visual('ل')} (g)" in stage.says


async def test_it_can_be_left_at_any_time(stage: Lessons) -> None:
    await stage.press("ctrl+q")
    await stage.pilot.pause()
    assert not stage.app.is_running


async def test_the_palette_of_a_project_offers_it(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    async with app.run_test() as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.press("ctrl+p", *"tutorial", "enter")
    assert app.wants_tutorial


async def test_within_it_the_palette_offers_no_second_one(stage: Lessons) -> None:
    await stage.press("ctrl+p", *"tutorial")
    assert "five minutes" not in stage.app.screen.query_one("#modal-rows", RowList).text
    await stage.press("escape")
    assert isinstance(stage.screen, AnnotateScreen)
