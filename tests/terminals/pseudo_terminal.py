"""A program on a pseudo-terminal that answers as a given terminal would, all it writes kept."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from types import TracebackType
from typing import Self

from tests.terminals.modes import Modes
from tests.terminals.stream import Token, tokens

LONGEST_WAIT_S = 30.0
"""How long a busy machine may take for one step; nothing waits when the step is done."""

_DA1, _XTVERSION, _BIDI_MODE = "\x1b[c", "\x1b[>0q", "\x1b[8$p"
_DA1_ANSWER = "\x1b[?62;22c"

# What each terminal says when it is asked; a silent one leaves a program to wait in vain.
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "plain": {_XTVERSION: "\x1bP>|XTerm(379)\x1b\\", _DA1: _DA1_ANSWER},
    "vte": {_BIDI_MODE: "\x1b[8;1$y", _XTVERSION: "\x1bP>|VTE(7006)\x1b\\", _DA1: _DA1_ANSWER},
    "konsole": {_XTVERSION: "\x1bP>|Konsole 22.12.3\x1b\\", _DA1: _DA1_ANSWER},
    "mlterm": {_XTVERSION: "\x1bP>|mlterm(3.9.2)\x1b\\", _DA1: _DA1_ANSWER},
    "kitty": {_XTVERSION: "\x1bP>|kitty(0.26.5)\x1b\\", _DA1: _DA1_ANSWER},
    "silent": {},
}


class PseudoTerminal:
    """Runs one program; `with` makes sure that nothing of it is left."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        answers: str = "plain",
        environment: Mapping[str, str],
        size: tuple[int, int] = (100, 30),
    ) -> None:
        self._answers = ANSWERS[answers]
        self._master, slave = pty.openpty()
        columns, rows = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.settings_before = termios.tcgetattr(slave)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WITH_TERMINAL, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(environment),
            start_new_session=True,
        )
        self._slave = slave
        self._raw = b""
        self._is_gone = False
        self._modes_before = Modes()
        self._answered = 0
        """How much of the output has been looked through for questions."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        if not self._is_gone:
            os.close(self._master)
            os.close(self._slave)

    @property
    def output(self) -> str:
        """All that was written so far."""
        return self._raw.decode("utf-8", "surrogateescape")

    @property
    def modes(self) -> Modes:
        """The modes the terminal is in now."""
        modes = deepcopy(self._modes_before)
        modes.feed(self.output)
        return modes

    @property
    def pieces(self) -> list[Token]:
        """All that was written, taken apart."""
        return list(tokens(self.output))

    @property
    def settings(self) -> list[object]:
        """How the line is set, as `stty` would show it."""
        return list(termios.tcgetattr(self._slave))

    @property
    def settings_are_as_before(self) -> bool:
        """Whether echo, line editing and signals work as they did."""
        return self.settings == list(self.settings_before)

    @property
    def line_is_sane(self) -> bool:
        """Whether one sees what one types, line by line, and Ctrl+C interrupts."""
        input_flags, output_flags, _, local_flags, *_ = termios.tcgetattr(self._slave)
        wanted = termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN
        return (
            local_flags & wanted == wanted
            and bool(input_flags & termios.ICRNL)
            and bool(output_flags & termios.OPOST)
        )

    def read_until(self, is_there: Callable[["PseudoTerminal"], bool]) -> None:
        """Read on, answering what is asked, until `is_there` says so."""
        end = time.monotonic() + LONGEST_WAIT_S
        while not is_there(self):
            if time.monotonic() > end:
                message = f"in vain; the last that was written: {self.output[-2000:]!r}"
                raise AssertionError(message)
            self._read(0.05)

    def press(self, keys: str) -> None:
        """Send what a keyboard would."""
        os.write(self._master, keys.encode())

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self._process.pid, number)

    def hang_up(self) -> None:
        """Be gone, as when a window is closed or a connection cut."""
        os.close(self._slave)
        os.close(self._master)
        self._is_gone = True

    def forget(self) -> None:
        """Begin a new record; the modes are kept apart from it."""
        self._modes_before = self.modes
        self._raw, self._answered = b"", 0

    def spoil(self) -> None:
        """Leave the line as a killed program does: no echo, no line editing."""
        attributes = termios.tcgetattr(self._slave)
        attributes[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
        attributes[0] &= ~(termios.ICRNL | termios.IXON)
        termios.tcsetattr(self._slave, termios.TCSANOW, attributes)

    def end(self) -> int:
        """Read until the program has ended; its exit code, negative for a signal."""
        self.read_until(lambda _: self._process.poll() is not None)
        while self._read(0.0):
            pass
        return self._process.returncode

    def stop(self) -> None:
        """Read until the program is stopped, as by Ctrl+Z."""
        self.read_until(lambda _: self._state() == "T")
        while self._read(0.0):
            pass

    def _state(self) -> str:
        """The letter `ps` shows for the process."""
        shown = subprocess.run(
            ["ps", "-o", "state=", "-p", str(self._process.pid)],  # noqa: S607 -- it is no stranger
            capture_output=True,
            text=True,
            check=False,
        )
        return shown.stdout.strip()[:1]

    def _read(self, wait_s: float) -> bool:
        if self._is_gone:
            time.sleep(wait_s)
            return False
        if not select.select([self._master], [], [], wait_s)[0]:
            return False
        self._raw += os.read(self._master, 65536)
        for token in tokens(self.output[self._answered :]):
            if token.kind == "unfinished":
                break
            self._answered += len(token.written)
            answer = self._answers.get(token.written)
            if answer:
                os.write(self._master, answer.encode("latin-1"))
        return True


# The terminal has to be the controlling one, or nothing could stop the program.
_WITH_TERMINAL = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.SIG_DFL)  # ignored where the tests run in the background
os.execv(sys.argv[1], sys.argv[1:])
"""
