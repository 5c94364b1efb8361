"""Keys that come faster than a person presses them: auto-repeat and pasted text decide nothing."""

from collections.abc import Callable

FASTEST_S = 0.06
"""Nobody decides twice within so many seconds; auto-repeat and pasting do."""
REST_S = 0.4
"""After a burst, keys count again when there were none for so long."""


class Pace:
    """Watches when deciding keys come."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last: float | None = None
        self._is_burst = False

    def allows(self) -> bool:
        """Whether the key pressed now may decide anything."""
        now = self._clock()
        since = None if self._last is None else now - self._last
        self._last = now
        if since is None:
            return True
        if self._is_burst and since < REST_S:
            return False
        self._is_burst = since < FASTEST_S
        return not self._is_burst
