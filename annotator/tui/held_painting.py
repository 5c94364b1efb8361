"""A screen that is built up in steps is painted once: what nobody need see is not sent."""

from contextlib import ExitStack

from textual.messages import Update
from textual.screen import Screen


class HeldPainting:
    """From its making until `release`, the application paints nothing."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._held = ExitStack()
        self._held.enter_context(screen.app.batch_update())

    def release(self) -> None:
        """Paint the screen as it is now."""
        self._held.close()
        self._screen.post_message(Update(self._screen))
