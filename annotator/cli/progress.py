"""Tell on stderr how far a long run is, now and then, and never in a short one."""

import time

from annotator.cli import diagnostics

EVERY_SECONDS = 2.0


class Progress:
    """Counts what is done of one kind of thing; a line at most every two seconds."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._told = time.monotonic()

    def __call__(self, count: int) -> None:
        """Say how many are done, unless that was said a moment ago."""
        now = time.monotonic()
        if now - self._told >= EVERY_SECONDS:
            self._told = now
            diagnostics.note(f"{count:,} {self._what} …")
