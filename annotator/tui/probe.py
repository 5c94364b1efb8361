"""Ask the terminal what it is, before the application takes it over."""

import os
import select
import sys
import time
from typing import NamedTuple

from annotator.settings import load_settings
from annotator.tui.terminal import (
    PLAIN,
    QUESTION,
    Profile,
    chosen,
    draws_every_color,
    is_answered,
    name_said,
    recognised,
)

_LONGEST_WAIT_S = 0.3
_LONGEST_WAIT_FAR_S = 1.5
"""Over SSH: an answer that comes too late would be taken for keys."""


class Terminal(NamedTuple):
    """What is known of the terminal."""

    profile: Profile
    draws_every_color: bool
    said: str = ""
    """Its name and version as it gives them; empty from one that does not."""
    is_asked_for: bool = False
    """Whether a person named the profile; else it is what the terminal was recognised as."""


def find_terminal(profile_name: str | None = None) -> Terminal:
    """What the terminal says of itself; the profile asked for goes before what it says.

    Takes a few milliseconds and the way there and back, 0.3 s with a terminal that answers
    nothing, 1.5 s with such a one over SSH.

    Raises:
        UsageError: there is no profile of the name asked for.
        InvalidDataError: the settings file is damaged.
    """
    asked_for = chosen(profile_name, os.environ, setting=load_settings().bidi_terminal)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return Terminal(asked_for or PLAIN, draws_every_color=False)
    answer = _ask(sys.stdin.fileno(), sys.stdout.fileno())
    recognised_as = recognised(answer, os.environ)
    if recognised_as.name == "tmux":
        from annotator.tui.tmux import tmux_draws_every_color  # noqa: PLC0415 -- only inside tmux

        is_colorful = tmux_draws_every_color()
    else:
        is_colorful = draws_every_color(answer)
    return Terminal(
        asked_for or recognised_as, is_colorful, name_said(answer), asked_for is not None
    )


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
        is_far = "SSH_CONNECTION" in os.environ
        end = time.monotonic() + (_LONGEST_WAIT_FAR_S if is_far else _LONGEST_WAIT_S)
        while not is_answered(answer) and (left := end - time.monotonic()) > 0:
            if select.select([reading], [], [], left)[0]:
                answer += os.read(reading, 4096)
    finally:
        termios.tcsetattr(reading, termios.TCSANOW, before)
    return answer
