"""In a terminal of its own: modes are set, and set back however the application ends."""

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from fcntl import ioctl
from pathlib import Path

import pytest

from annotator.arabic.visual import visual
from annotator.services.opening import open_where_left
from tests.tui.conftest import LAYER

VTE_ANSWER = b"\x1b[8;1$y\x1bP>|VTE(7006)\x1b\\\x1b[?62;1c"
_LONGEST_S = 60.0
_PROGRAM = (
    "import sys; from pathlib import Path; from annotator.tui.run import run_annotate;"
    "run_annotate(Path(sys.argv[1]), named=sys.argv[2])"
)


class Terminal:
    """The other end of the application's terminal."""

    def __init__(self, project_path: Path) -> None:
        self._ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(theirs)
        self._theirs = theirs
        root = Path(__file__).parents[2]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM, str(project_path), LAYER],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "PYTHONPATH": str(root)},
            start_new_session=True,
        )
        self.written = b""

    def answer(self, answer: bytes) -> None:
        """Type, or answer a question."""
        os.write(self._ours, answer)

    def read_until(self, *wanted: bytes) -> None:
        """Wait until everything wanted has been written."""
        while not all(part in self.written for part in wanted):
            ready, _, _ = select.select([self._ours], [], [], _LONGEST_S)
            assert ready, f"waited for {wanted!r} after {self.written[-300:]!r}"
            self.written += os.read(self._ours, 65536)

    def end(self) -> int:
        """Read what comes until the process ends; its exit code."""
        while self.process.poll() is None:
            if select.select([self._ours], [], [], 0.1)[0]:
                self.written += os.read(self._ours, 65536)
        while select.select([self._ours], [], [], 0)[0]:
            self.written += os.read(self._ours, 65536)
        return self.process.returncode

    def children(self) -> list[int]:
        """Wait until it has child processes; which."""
        number = self.process.pid
        told = Path(f"/proc/{number}/task/{number}/children")
        while not told.read_text():
            if select.select([self._ours], [], [], 0.1)[0]:
                self.written += os.read(self._ours, 65536)
        return [int(child) for child in told.read_text().split()]

    def is_as_before(self) -> bool:
        """Whether typing works as it did."""
        return bool(termios.tcgetattr(self._theirs)[3] == self.before[3])

    def close(self) -> None:
        """Put it away."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)


@pytest.fixture
def terminal(project_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(project_path)
    terminal.read_until(b"\x1b[c")
    terminal.answer(VTE_ANSWER)
    yield terminal
    terminal.close()


def assert_restored(terminal: Terminal) -> None:
    written = terminal.written
    assert written.rindex(b"\x1b[8l") < written.rindex(b"\x1b[8h")
    for mode in (b"?1049", b"?1000", b"?1003", b"?2004"):
        assert written.rindex(b"\x1b[" + mode + b"h") < written.rindex(b"\x1b[" + mode + b"l")
    assert written.rindex(b"\x1b[?25l") < written.rindex(b"\x1b[?25h")
    assert terminal.is_as_before()


def test_bidi_is_off_inside_and_on_again_after_leaving(terminal: Terminal) -> None:
    terminal.read_until(b"\x1b[8l", b"ENTITIES", b"keys")
    terminal.answer(b"\x11")  # Ctrl+Q
    assert terminal.end() == 0
    assert_restored(terminal)


def test_the_screen_is_painted_once_when_all_is_in_its_place(terminal: Terminal) -> None:
    terminal.read_until(b"\x1b[8l", b"ENTITIES", b"keys", b"PER")
    assert terminal.written.count(b"ENTITIES") == 1
    assert b"\x1b]22;" not in terminal.written, "the pointer is as it was"


def test_the_first_painting_has_the_text(terminal: Terminal) -> None:
    terminal.read_until(b"ENTITIES", b"keys")
    first = terminal.written.split(b"\x1b[1;1H")[1].decode()
    assert visual("هدنة") in first, "a word of the last row"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order_and_the_place_is_kept(
    terminal: Terminal, number: signal.Signals, project_path: Path
) -> None:
    terminal.read_until(b"ENTITIES", b"keys")
    terminal.answer(b"\x1b[D")  # the left arrow: a word on
    terminal.read_until(b"relabel")
    os.kill(terminal.process.pid, number)
    assert terminal.end() == 128 + number
    assert_restored(terminal)
    assert open_where_left(project_path, named=LAYER).offset > 0


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells of a strange process")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_no_process_is_left_behind_however_it_ends(
    terminal: Terminal, number: signal.Signals
) -> None:
    terminal.read_until(b"ENTITIES", b"keys")
    [child] = terminal.children()
    watched = os.pidfd_open(child)
    os.kill(terminal.process.pid, number)
    terminal.end()
    assert select.select([watched], [], [], _LONGEST_S)[0], "it goes on without the program"
    os.close(watched)
