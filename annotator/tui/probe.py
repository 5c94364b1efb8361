"""Ask the terminal what it is, before the application takes it over."""

import os
import select
import sys
import time
from typing import NamedTuple

from annotator.tui.terminal import (
    PLAIN,
    QUESTION,
    Profile,
    chosen,
    draws_every_color,
    is_answered,
    recognised,
)

_LONGEST_WAIT_S = 0.3


class Terminal(NamedTuple):
    """What is known of the terminal."""

    profile: Profile
    draws_every_color: bool


def find_terminal(profile_name: str | None = None) -> Terminal:
    """What the terminal says of itself; the profile asked for goes before what it says.

    Takes a few milliseconds, 0.3 s with a terminal that answers nothing.
    """
    asked_for = chosen(profile_name, os.environ)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return Terminal(asked_for or PLAIN, draws_every_color=False)
    answer = _ask(sys.stdin.fileno(), sys.stdout.fileno())
    said = recognised(answer, os.environ)
    if said.name == "tmux":
        from annotator.tui.tmux import tmux_draws_every_color  # noqa: PLC0415 -- only inside tmux

        return Terminal(asked_for or said, draws_every_color=tmux_draws_every_color())
    return Terminal(asked_for or said, draws_every_color(answer))


def _ask(reading: int, writing: int) -> bytes:
    try:
        import termios  # noqa: PLC0415 -- heavy, loaded when it is needed
        import tty  # noqa: PLC0415 -- heavy, loaded when it is needed
    except ImportError:  # Windows has no such modules, and its terminals draw in cell order
        return b""
    before = termios.tcgetattr(reading)
    answer = b""
    try:
        tty.setraw(reading, termios.TCSANOW)
        os.write(writing, QUESTION.encode())
        end = time.monotonic() + _LONGEST_WAIT_S
        while not is_answered(answer) and (left := end - time.monotonic()) > 0:
            if select.select([reading], [], [], left)[0]:
                answer += os.read(reading, 4096)
    finally:
        termios.tcsetattr(reading, termios.TCSANOW, before)
    return answer
