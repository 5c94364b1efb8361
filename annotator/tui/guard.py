"""The application in a real terminal: signals end it in order, the terminal gets its modes back."""

import asyncio
import os
import sys
import threading
from contextlib import suppress

from annotator.tui.app import AnnotatorApp
from annotator.tui.garbage import look_for_garbage
from annotator.tui.restoring import write_modes
from annotator.tui.signals import ENDING, release_ending_signals

_LONGEST_END_S = 3.0
"""A terminal that is gone can hold up the orderly end: after so long it is cut short."""

_SWITCH_S = 0.0005
"""Searches run in a thread: a key waits for it so long at a time, not ten times that."""


class GuardedApp(AnnotatorApp):
    """Everything is stored already when a signal comes; what is left is the place and the modes."""

    def on_mount(self) -> None:
        """Hear the signals that end a process; without this they leave the terminal in disorder."""
        loop = asyncio.get_running_loop()
        for number in ENDING:
            loop.add_signal_handler(number, self._leave, number)
        release_ending_signals()
        sys.setswitchinterval(_SWITCH_S)
        look_for_garbage(self)

    def _leave(self, number: int) -> None:
        watchdog = threading.Timer(_LONGEST_END_S, _cut_short, (number,))
        watchdog.daemon = True
        watchdog.start()
        self.exit(return_code=128 + number)


def restore_terminal() -> None:
    """Write what brings the terminal back; a second time does no harm."""
    if sys.__stderr__ is None:
        return
    with suppress(OSError, ValueError):  # there may be no terminal any more
        write_modes(sys.__stderr__.fileno())


def _cut_short(number: int) -> None:
    restore_terminal()
    os._exit(128 + number)
