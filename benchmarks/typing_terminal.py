"""A terminal somebody types at: when a program has painted a key, and how many bytes that took."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from benchmarks.first_paint import ANSWERS, DEADLINE_SECONDS

QUIET_SECONDS = 0.08
"""A program that writes nothing for so long has painted all there was to paint."""
_LAST_ROW_CAN_BE = 4.0
_MOST_SETTLING = 60
_RESTING_SHARE = 0.15
"""Of one processor: what timers take while nothing else is under way."""


class Painting(NamedTuple):
    """What followed a key."""

    seconds: float
    """From the key to the last byte of what it painted; 0 where nothing was."""
    byte_count: int


class TypingTerminal:
    """Runs one Python program; leaving the `with` ends it."""

    def __init__(
        self, code: str, *, columns: int, rows: int, environment: Mapping[str, str]
    ) -> None:
        self._size = (columns, rows)
        self._answered: set[bytes] = set()
        self.written = bytearray()
        """All that the program wrote so far."""
        self._started = time.perf_counter()
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
                os.execve(sys.executable, [sys.executable, "-c", code], dict(environment))  # noqa: S606 -- our own
            finally:
                os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    def wait_for(self, painted: bytes) -> float:
        """Seconds from the start until `painted` is written.

        Raises:
            TimeoutError: it was not.
        """
        seen = b""
        while time.perf_counter() - self._started < DEADLINE_SECONDS:
            seen += self._read(0.5)
            if painted in seen:
                return time.perf_counter() - self._started
            self._answer(seen)
        message = f"not painted within {DEADLINE_SECONDS} s: {seen[-300:]!r}"
        raise TimeoutError(message)

    def settle(self, *, quiet_seconds: float = 1.0) -> None:
        """Wait until nothing more is written and the program rests, at most a minute."""
        for _ in range(_MOST_SETTLING):
            worked = self._worked_seconds()
            if self._watch(time.perf_counter(), quiet_seconds).byte_count:
                continue
            if self._worked_seconds() - worked < _RESTING_SHARE * quiet_seconds:
                return

    def _worked_seconds(self) -> float:
        """Processor time until now of the program and its children; 0 where nobody tells."""
        ticks, waiting = 0, [str(self._child)]
        while waiting:
            process = Path("/proc") / waiting.pop()
            try:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                waiting += (process / "task" / process.name / "children").read_text().split()
            except OSError:  # it has ended meanwhile
                continue
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def press(self, key: bytes) -> Painting:
        """Type a key, and wait until it is painted."""
        start = time.perf_counter()
        os.write(self._terminal, key)
        return self._watch(start, QUIET_SECONDS)

    def type_ahead(self, key: bytes, *, for_seconds: float) -> None:
        """Type a key, and read for so long whatever is painted meanwhile."""
        os.write(self._terminal, key)
        end = time.perf_counter() + for_seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def resize(self, columns: int) -> Painting:
        """Give the terminal another width, and wait until all is painted again."""
        start = time.perf_counter()
        size = struct.pack("HHHH", self._size[1], columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)
        return self._watch(start, QUIET_SECONDS * 3)

    def _watch(self, start: float, quiet_seconds: float) -> Painting:
        last, count, seen = start, 0, b""
        while (now := time.perf_counter()) - start < _LAST_ROW_CAN_BE:
            # a first byte may take long, the next ones come close together
            if now - last > (quiet_seconds if count else max(quiet_seconds, 0.5)):
                break
            if data := self._read(quiet_seconds / 2):
                last, count, seen = time.perf_counter(), count + len(data), seen[-200:] + data
                self._answer(seen)
        return Painting(last - start, count)

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return b""
        data = os.read(self._terminal, 1 << 16)
        self.written += data
        return data

    def _answer(self, seen: bytes) -> None:
        for question, answer in ANSWERS.items():
            if question in seen and question not in self._answered:
                self._answered.add(question)
                os.write(self._terminal, answer)
