"""Random keys on the real application: state follows the journal, and undo ends where it began."""

import random
from collections.abc import Callable
from contextlib import suppress

import pytest

from annotator.services.editing import NothingToUndoError
from annotator.services.integrity import check_integrity
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.annotate import AnnotateScreen
from tests.tui.conftest import Clock

KEYS = (
    *"acdefgijklmnoprstuvwxy",
    *"ACDEFGKLMNOPRTUVWXY",
    *"1234567890.,;:-'*!=[]{}<>\\`h?/",
    *("space", "backspace", "tab", "shift+tab", "enter", "escape", "left", "right", "up", "down"),
    *("shift+left", "shift+right", "ctrl+left", "ctrl+down", "ctrl+up", "home", "end", "pagedown"),
    *("z", "z", "z", "Z", ")", "(", "Q", "f1", "f3", "ح", "ز", "]", "ش"),
)
"""Leaving is not among them."""


async def soak(app: AnnotatorApp, *, count: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- keys, not secrets
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = next(s for s in app.screen_stack if isinstance(s, AnnotateScreen))
        for number in range(count):
            key = chance.choice(KEYS)
            if app.screen is not screen and chance.random() < 0.5:
                key = "escape"
            await pilot.press(key)
            if number % 100 == 99:
                assert check_integrity(screen.project) == []
        while app.screen is not screen:
            await pilot.press("escape")
        session = screen.desk.session
        with suppress(NothingToUndoError):
            while True:
                session.undo()
        for heading in screen.project.headings():
            assert screen.project.annotations(session.layer, heading.id).items == {}
        assert check_integrity(screen.project) == []


async def test_random_keys_break_nothing(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    del clock
    await soak(open_app(), count=600, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
async def test_twenty_thousand_random_keys_break_nothing(
    open_app: Callable[[], AnnotatorApp], clock: Clock, seed: int
) -> None:
    del clock
    await soak(open_app(), count=2000, seed=seed)
