"""Runs a command as if over a slow line: `python -m tools.slow_link --ms 100 -- annotator demo`.

Every byte waits so long, what is typed and what is painted alike; nothing is lost and nothing
overtakes. Two ways of 100 ms make a line of 200 ms, such as to a server on another continent.
"""

import argparse
import fcntl
import os
import pty
import select
import signal
import sys
import termios
import time
import tty
from collections import deque
from collections.abc import Sequence

_CHUNK = 1 << 16


class DelayLine:
    """One way of a line: what goes in comes out as it was, `delay_s` later."""

    def __init__(self, delay_s: float) -> None:
        self._delay_s = delay_s
        self._under_way: deque[tuple[float, bytes]] = deque()

    def put(self, data: bytes, *, now: float) -> None:
        """Send `data`."""
        self._under_way.append((now + self._delay_s, data))

    def arrived(self, *, now: float) -> bytes:
        """What has come out by `now` and was not taken yet."""
        parts = []
        while self._under_way and self._under_way[0][0] <= now:
            parts.append(self._under_way.popleft()[1])
        return b"".join(parts)

    def next_s(self, *, now: float) -> float | None:
        """Seconds until something comes out; None while nothing is under way."""
        return max(0.0, self._under_way[0][0] - now) if self._under_way else None


def relay(terminal: int, *, delay_s: float) -> None:
    """Carry bytes between this process's terminal and `terminal` until the program there ends."""
    ways = {sys.stdin.fileno(): terminal, terminal: sys.stdout.fileno()}
    lines = {source: DelayLine(delay_s) for source in ways}
    open_sources = set(ways)
    while terminal in open_sources or lines[terminal].next_s(now=time.monotonic()) is not None:
        now = time.monotonic()
        waits = [wait for line in lines.values() if (wait := line.next_s(now=now)) is not None]
        ready, _, _ = select.select(list(open_sources), [], [], min(waits, default=None))
        now = time.monotonic()
        for source in ready:
            data = _read(source)
            if data:
                lines[source].put(data, now=now)
            else:
                open_sources.discard(source)
        for source, target in ways.items():
            if arrived := lines[source].arrived(now=now):
                os.write(target, arrived)


def _read(source: int) -> bytes:
    try:
        return os.read(source, _CHUNK)
    except OSError:  # the program there has ended
        return b""


def run(command: Sequence[str], *, delay_s: float) -> int:
    """Run `command` on a terminal of its own at the other end; its exit code."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(command[0], list(command))  # noqa: S606 -- the caller's own command

    def resize(*_: object) -> None:
        size = fcntl.ioctl(sys.stdout.fileno(), termios.TIOCGWINSZ, bytes(8))
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, size)

    resize()
    signal.signal(signal.SIGWINCH, resize)
    before = termios.tcgetattr(sys.stdin.fileno())
    tty.setraw(sys.stdin.fileno())
    try:
        relay(terminal, delay_s=delay_s)
    finally:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main() -> int:
    """Read the command line, and run the command behind it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ms", type=float, default=100.0, help="each way, in milliseconds")
    parser.add_argument("command", nargs="+", help="after --")
    chosen = parser.parse_args()
    return run(chosen.command, delay_s=chosen.ms / 1000)


if __name__ == "__main__":
    sys.exit(main())
