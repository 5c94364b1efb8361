"""How long a program takes on a terminal until its first text is painted there."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROWS, COLUMNS = 40, 120
DEADLINE_SECONDS = 30.0

EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("painted")
Empty().run()
"""
EMPTY_APP_PAINTED = b"painted"

DEMO = "from annotator.cli.start import main; main()"
ARABIC_PAINTED = b"\xef\xba"
"""The first bytes of a letter in the form that joins its neighbours: only drawn text has them."""

ANSWERS: Mapping[bytes, bytes] = {b"\x1b[c": b"\x1b[?62;c"}
"""What a terminal says of itself: to the question every terminal answers, nothing special."""


def seconds_to(program: Sequence[str], painted: bytes, *, home: Path) -> float:
    """Start a Python program on a new terminal; the seconds until `painted` is written to it.

    Raises:
        TimeoutError: it was not written in time.
    """
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        environment = {**os.environ, "HOME": str(home), "TERM": "xterm-256color"}
        environment.pop("XDG_DATA_HOME", None)
        os.execve(sys.executable, [sys.executable, *program], environment)  # noqa: S606 -- our own
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        return _wait_for(terminal, painted, start)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _wait_for(terminal: int, painted: bytes, start: float) -> float:
    seen = b""
    answered: set[bytes] = set()
    while time.perf_counter() - start < DEADLINE_SECONDS:
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        seen += os.read(terminal, 65536)
        if painted in seen:
            return time.perf_counter() - start
        for question, answer in ANSWERS.items():
            if question in seen and question not in answered:
                os.write(terminal, answer)
                answered.add(question)
    message = f"not painted within {DEADLINE_SECONDS} s: {seen[-300:]!r}"
    raise TimeoutError(message)


def first_paints(*, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds to the first paint of the demo, reopened, and of an empty Textual app, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        demo = ["-c", DEMO, "demo"]
        empty = ["-c", EMPTY_APP]
        seconds_to(demo, ARABIC_PAINTED, home=home)  # makes the demo project, fills the caches
        seconds_to(empty, EMPTY_APP_PAINTED, home=home)
        pairs = [
            (
                seconds_to(demo, ARABIC_PAINTED, home=home),
                seconds_to(empty, EMPTY_APP_PAINTED, home=home),
            )
            for _ in range(rounds)
        ]
    return [ours for ours, _ in pairs], [theirs for _, theirs in pairs]
