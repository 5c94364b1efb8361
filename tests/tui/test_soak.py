"""Any keys in any order on the real application: nothing breaks, and undo ends where it began."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from textual import events
from textual.pilot import Pilot

from annotator.model.annotations import Annotations
from annotator.services.editing import EditingSession, NothingToUndoError
from annotator.services.integrity import check_integrity
from annotator.services.project import Project
from annotator.services.schemas import load_schema
from annotator.tui.key_catalogue import bound_keys
from tests.tui.conftest import EVENTS, LAYER, MENTIONS, NEWS, Clock, make_project
from tests.tui.live_app import LiveApp

PARTS = 4
"""The long run is cut into so many tests, which may run side by side."""
KEYS = 20_000
"""At least so many keys are pressed in all of them together."""
_ACTING = ("space", "full_stop", "backspace", "p", "o", "L", "comma", "asterisk", "z", "Z")
_MOVING = (
    *("left", "right", "up", "down", "shift+left", "shift+right", "ctrl+left", "ctrl+down"),
    *("home", "end", "ctrl+home", "ctrl+end", "pagedown", "tab", "shift+tab", "1", "2", "0"),
)
_FORM = ("a", "x", "p", "d", "c", "e", "f", "g", "1", "2", "space", "backspace", "escape", "K", "?")
_FOREIGN = ("ح", "ز", "]", "ش", "ظ")
_LEAVING = frozenset({"ctrl+q"})


@lru_cache
def every_key() -> Sequence[str]:
    """Each key that does anything, on the screen, in both layers, in the forms."""
    schema = load_schema("siyasa")
    bound = {key for one in bound_keys(schema) for key in one.keys}
    return sorted((bound | set(_FOREIGN)) - _LEAVING)


class Soak(RuleBasedStateMachine):
    """What a person may do with keys, mouse and terminal, and what no person does."""

    keys_pressed = 0

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._path = Path(self._folder.name) / "project.db"
        make_project(self._path, MENTIONS + EVENTS)
        self._clock = Clock()
        self._open()

    def _open(self) -> None:
        self._live = LiveApp(self._path, self._clock, size=(100, 30))
        self._live.__enter__()

    def _press(self, *keys: str) -> None:
        type(self).keys_pressed += len(keys)
        for key in keys:
            if not self._live.is_running:  # the tutorial is gone to from the palette
                self._reopen()
            self._live.press(key)

    def _reopen(self) -> None:
        self._live.__exit__(None, None, None)
        self._open()

    def _stored(self) -> Iterator[Annotations]:
        project = self._live.screen.project
        for heading in project.headings():
            yield project.annotations(LAYER, heading.id)

    def _items(self) -> list[object]:
        return [dict(annotations.items) for annotations in self._stored()]

    # -- what a person does

    @rule(keys=st.lists(st.sampled_from(every_key()), min_size=1, max_size=20))
    def any_keys(self, keys: list[str]) -> None:
        self._press(*keys)

    @rule(keys=st.lists(st.sampled_from(_ACTING + _MOVING), min_size=5, max_size=20))
    def keys_of_entities(self, keys: list[str]) -> None:
        self._press("escape", *keys)

    @rule(keys=st.lists(st.sampled_from(_FORM), min_size=5, max_size=20))
    def keys_of_a_form(self, keys: list[str]) -> None:
        self._press("escape", "grave_accent", "tab", *keys)

    @rule(count=st.integers(1, 30), key=st.sampled_from("zZ"))
    def undo_or_redo_again_and_again(self, count: int, key: str) -> None:
        self._press(*([key] * count))

    @rule(
        opener=st.sampled_from(("semicolon", "quotation_mark", "ctrl+f", "ctrl+p", "Q", "ctrl+x")),
        typed=st.text("اأبوح زaz1 .", max_size=6),
        closer=st.sampled_from(("enter", "escape")),
    )
    def open_type_and_close(self, opener: str, typed: str, closer: str) -> None:
        self._press(opener, *(("space" if c == " " else c) for c in typed), "down", closer)

    @rule(where=st.tuples(st.integers(0, 99), st.integers(0, 29)), times=st.integers(1, 2))
    def click(self, where: tuple[int, int], times: int) -> None:
        async def work(pilot: Pilot[None]) -> None:
            await pilot.click(offset=self._on_screen(*where), times=times)

        self._live.do(work)

    @rule(
        start=st.tuples(st.integers(0, 99), st.integers(0, 29)),
        end=st.tuples(st.integers(0, 99), st.integers(0, 29)),
    )
    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        async def work(pilot: Pilot[None]) -> None:
            await pilot.mouse_down(offset=self._on_screen(*start))
            await pilot.hover(offset=self._on_screen(*end))
            await pilot.mouse_up(offset=self._on_screen(*end))

        self._live.do(work)

    def _on_screen(self, x: int, y: int) -> tuple[int, int]:
        size = self._live.app.size
        return min(x, size.width - 1), min(y, size.height - 1)

    @rule(width=st.integers(20, 200), height=st.integers(6, 60))
    def resize(self, width: int, height: int) -> None:
        async def work(pilot: Pilot[None]) -> None:
            await pilot.resize_terminal(width, height)

        self._live.do(work)

    @rule()
    def leave_and_come_back(self) -> None:
        self._reopen()

    # -- what no person does

    @rule(key=st.sampled_from(_ACTING), step=st.sampled_from((0.02, 0.04)))
    def hold_a_key(self, key: str, step: float) -> None:
        self._press(*(["escape"] * 3), key)
        if self._live.has_modal:
            return
        before = self._items()
        self._clock.now, self._clock.step = self._clock.now + 0.5, step
        self._press(*([key] * 20))
        self._clock.now, self._clock.step = self._clock.now + 1.0, 1.0
        self._settle()
        assert self._items() == before, "what its first press did is all"

    @rule(is_told=st.booleans())
    def paste_an_article(self, *, is_told: bool) -> None:
        self._press(*(["escape"] * 3))
        if self._live.has_modal:
            return
        before = self._items()
        if is_told:
            self._live.do(self._paste)
        else:
            self._clock.now, self._clock.step = self._clock.now + 1.0, 0.001
            self._press(*("space" if c == " " else "enter" if c == "\n" else c for c in NEWS[:60]))
            self._clock.now, self._clock.step = self._clock.now + 1.0, 1.0
        self._settle()
        assert self._items() == before

    async def _paste(self, pilot: Pilot[None]) -> None:
        self._live.app.post_message(events.Paste(NEWS))
        await pilot.pause()

    def _settle(self) -> None:
        async def work(pilot: Pilot[None]) -> None:
            for _ in range(3):
                await pilot.pause()

        self._live.do(work)

    # -- what always holds

    @invariant()
    def state_follows_the_journal(self) -> None:
        if self._live.is_running:
            assert check_integrity(self._live.screen.project) == []

    def teardown(self) -> None:
        with self._folder:
            self._live.__exit__(None, None, None)
            with Project.open(self._path) as project:
                _undo_everything(project)


def _undo_everything(project: Project) -> None:
    first = project.headings()[0].id
    session = EditingSession(project, LAYER, first)
    with suppress(NothingToUndoError):
        while True:
            session.undo()
    for heading in project.headings():
        assert project.annotations(LAYER, heading.id).items == {}
    assert check_integrity(project) == []


def soak(*, example_count: int, step_count: int, number: int = 0) -> int:
    """Run it, and say how many keys were pressed."""

    class Part(Soak):
        keys_pressed = 0

    chosen = settings(
        max_examples=example_count,
        stateful_step_count=step_count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(Part), settings=chosen)
    return Part.keys_pressed


def test_a_few_keys_break_nothing() -> None:
    assert soak(example_count=5, step_count=15) > 0


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_twenty_thousand_keys_break_nothing(part: int) -> None:
    pressed = 0
    while pressed < KEYS / PARTS:
        pressed += soak(example_count=10, step_count=50, number=PARTS * pressed + part)
