"""The real application kept running between the steps of a test that is not asynchronous itself."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from textual import events
from textual.pilot import Pilot

from annotator.services.opening import open_where_left
from annotator.tui.app import AnnotatorApp
from annotator.tui.key_guard import behind_keys
from annotator.tui.keymap import key_named, written
from annotator.tui.screens.annotate import AnnotateScreen
from tests.tui.conftest import LAYER, Clock

_LOOKS_AGAIN_S = 0.001
_LOOKS = 30
_ARROWS = ("left", "right", "up", "down", "backspace")
_Work = Callable[[Pilot[None]], Awaitable[None]]


class LiveApp:
    """One application on one project; each piece of work is done in the task that runs it."""

    def __init__(self, path: Path, clock: Clock, *, size: tuple[int, int]) -> None:
        self.app = AnnotatorApp(
            path,
            open_where_left(path, named=LAYER),
            clock=clock,
            work_clock=Clock(),
            with_suggestions=False,
        )
        self._size = size
        self._loop = asyncio.new_event_loop()
        self._asked: asyncio.Queue[_Work | None] = asyncio.Queue()
        self._done: asyncio.Queue[None] = asyncio.Queue()

    def __enter__(self) -> Self:
        self._task = self._loop.create_task(self._run())
        self.do(self._shown)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._asked.put_nowait(None)
        try:
            self._loop.run_until_complete(self._task)
        finally:
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()

    @property
    def screen(self) -> AnnotateScreen:
        """The annotate screen, also beneath a modal."""
        return next(s for s in self.app.screen_stack if isinstance(s, AnnotateScreen))

    @property
    def has_modal(self) -> bool:
        """Whether something stands over the annotate screen."""
        return self.app.screen is not self.screen

    @property
    def is_running(self) -> bool:
        """Whether the person has not left it."""
        return self.app.is_running and not self._task.done()

    def do(self, work: _Work) -> None:
        """Do it, and come back when it is done; what it raises comes along."""
        self._asked.put_nowait(work)
        waiting = self._loop.create_task(self._done.get())
        self._loop.run_until_complete(
            asyncio.wait({waiting, self._task}, return_when=asyncio.FIRST_COMPLETED)
        )
        if not waiting.done():
            waiting.cancel()
            self._task.result()

    def press(self, *keys: str) -> None:
        """Press keys, each when what the one before did is done and painted."""

        async def work(_: Pilot[None]) -> None:
            for key in keys:
                await self._press(key)

        self.do(work)

    async def _press(self, key: str) -> None:
        # Pilot waits for the process to be idle, 40 ms and more at each key
        done = asyncio.Event()
        self.app.post_message(_key(key))
        self.app.call_later(behind_keys, self.app, done.set)
        while self.app.is_running and not done.is_set():
            await asyncio.sleep(_LOOKS_AGAIN_S)
        for _ in range(_LOOKS):  # where there is no room for the text, it is never painted
            if not self.app.is_running or self._is_painted():
                return
            await asyncio.sleep(_LOOKS_AGAIN_S)

    def _is_painted(self) -> bool:
        screen = self.app.screen
        if not isinstance(screen, AnnotateScreen) or not screen.query("#article"):
            return True
        return screen.article.has_painted

    async def _run(self) -> None:
        async with self.app.run_test(size=self._size) as pilot:
            while (work := await self._asked.get()) is not None:
                await work(pilot)
                self._done.put_nowait(None)

    async def _shown(self, pilot: Pilot[None]) -> None:
        while not isinstance(self.app.screen, AnnotateScreen):
            await pilot.pause()


def _key(name: str) -> events.Key:
    """The key as a terminal's driver would tell it."""
    if len(name) == 1:
        return events.Key(name if name.isalnum() else key_named(name), name)
    character = " " if name == "space" else written(name)
    return events.Key(name, character if len(character) == 1 and name not in _ARROWS else None)
