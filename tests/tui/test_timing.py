"""Time and keys of what is done, the pause, the reminder, the figures in the first row."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from annotator.services.opening import open_where_left
from annotator.store import timings
from annotator.tui.app import AnnotatorApp
from annotator.tui.modals.pause import PauseModal
from tests.tui.conftest import LAYER, Clock, Stage


@pytest.fixture
async def stage(project_path: Path, clock: Clock) -> AsyncIterator[Stage]:
    app = make_app(project_path, clock)
    async with app.run_test(size=(120, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        yield stage


def make_app(path: Path, clock: Clock) -> AnnotatorApp:
    """The application on a clock that moves by 10 seconds with every key."""
    work_clock = Clock()
    work_clock.step = 10.0
    return AnnotatorApp(
        path,
        open_where_left(path, named=LAYER),
        clock=clock,
        work_clock=work_clock,
        idle_s=60.0,
        break_after_s=100.0,
        with_suggestions=False,
    )


def kept(stage: Stage) -> list[tuple[str, str, float, int]]:
    """Document, level, seconds and keys of every stored timing."""
    rows = timings.every(stage.desk.session.project.connection)
    return [(row.document_id, row.level, row.seconds, row.keys) for row in rows]


async def test_every_decision_is_stored_with_its_seconds_and_keys(stage: Stage) -> None:
    await stage.press("left", "right", "tab", "space", "`", "tab", "space")
    assert kept(stage) == [("first", "entities", 30.0, 4), ("first", "events", 30.0, 3)]
    await stage.press("z")
    assert kept(stage)[-1] == ("first", "events", 10.0, 1), "taking back is work as well"


async def test_a_key_of_another_keyboard_layout_counts_once(stage: Stage) -> None:
    await stage.press("ح")
    assert [keys for _, _, _, keys in kept(stage)] == [1]


async def test_the_first_row_shows_time_and_keys_and_can_be_silent(stage: Stage) -> None:
    await stage.press(*["left", "right"] * 4, "tab", "space")
    assert "1 min · 10.0 keys each" in stage.line("top")
    await stage.press("%")
    assert "keys each" not in stage.line("top")
    await stage.press("%")
    assert "keys each" in stage.line("top")


async def test_time_on_a_document_goes_on_after_a_restart(
    stage: Stage, project_path: Path, clock: Clock
) -> None:
    await stage.press(*["left"] * 6, "tab", "space")
    app = make_app(project_path, clock)
    async with app.run_test(size=(120, 30)) as pilot:
        again = Stage(app, pilot, clock)
        await again.shown()
        assert " 1 min " in again.line("top")


async def test_in_the_pause_no_time_passes_and_the_key_that_ends_it_decides_nothing(
    stage: Stage,
) -> None:
    await stage.press("ctrl+w")
    assert isinstance(stage.app.screen, PauseModal)
    await stage.press("space")
    assert stage.mentions == []
    await stage.press("space")
    assert [(seconds, keys) for _, _, seconds, keys in kept(stage)] == [(10.0, 2)]


async def test_a_break_is_proposed_after_the_time_that_was_set(stage: Stage) -> None:
    await stage.press(*["left", "right"] * 5, "tab", "space")
    assert "1 min without a break" in stage.line("keys")
    await stage.press("space")
    assert "without a break" not in stage.line("keys")


async def test_the_session_is_summed_up_when_one_leaves(stage: Stage) -> None:
    assert stage.app.summary == ""
    await stage.press("space", "space", "ctrl+q")
    assert stage.app.summary.startswith("2 decisions in 10 s: 1.0 keys")
