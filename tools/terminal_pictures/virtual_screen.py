"""A screen nobody sees: an X server in memory, a terminal on it, pictures of it."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tools.terminal_pictures.emulators import Emulator

_WIDTH, _HEIGHT = 1100, 760
_REST_S = 0.15
"""A picture counts when the next one, so much later, is the same."""
_LONGEST_UNREST_S = 8.0


class VirtualScreen:
    """An X server of our own, its number chosen by itself."""

    def __init__(self, home: Path) -> None:
        self.home = home
        reading, writing = os.pipe()
        size = f"{_WIDTH}x{_HEIGHT}x24"
        self._server = subprocess.Popen(  # noqa: S603 -- no argument comes from outside
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],  # noqa: S607
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "DISPLAY": f":{number}",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "XDG_RUNTIME_DIR": str(home),
            "NO_AT_BRIDGE": "1",
        }

    @contextmanager
    def terminal(
        self, emulator: Emulator, command: Sequence[str]
    ) -> Iterator[subprocess.Popen[bytes]]:
        """The terminal, open with `command` in it."""
        log = self.home / "terminal.log"
        with log.open("wb") as said:
            process = subprocess.Popen(  # noqa: S603 -- terminals from our own table
                emulator.start(self.home, command),
                env=self.environment,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            yield process
        finally:
            with suppress(subprocess.TimeoutExpired):
                process.terminate()
                process.wait(timeout=3)
            process.kill()
            process.wait()

    def photograph(self, path: Path) -> None:
        """Keep a picture of the screen once nothing on it moves."""
        before = b""
        end = time.monotonic() + _LONGEST_UNREST_S
        while (now := self._picture()) != before and time.monotonic() < end:
            before = now
            time.sleep(_REST_S)
        path.write_bytes(now)

    def _picture(self) -> bytes:
        taken = subprocess.run(
            ["import", "-silent", "-window", "root", "-define", "png:exclude-chunks=all", "png:-"],  # noqa: S607
            env=self.environment,
            capture_output=True,
            check=True,
        )
        return taken.stdout

    def close(self) -> None:
        """End the X server, and with it whatever is still shown on it."""
        self._server.terminate()
        self._server.wait()
