"""Keys that come faster than a person presses them: auto-repeat and pasted text decide nothing."""

from typing import Literal, TypeAlias

FASTEST_S = 0.06
"""Nobody decides twice within so many seconds; auto-repeat and pasting do."""
REST_S = 0.4
"""After a burst, keys count again when there were none for so long."""

Heard: TypeAlias = Literal["person", "begins", "burst"]
"""A key a person pressed; the second key of a burst, which gives it away; one of the others."""


class Pace:
    """Hears when keys come that could decide something."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._is_burst = False

    def hears(self, at: float) -> Heard:
        """What to take the key for that came at `at`, in seconds of any clock."""
        last, self._last = self._last, at
        if last is None:
            return "person"
        if self._is_burst and at - last < REST_S:
            return "burst"
        self._is_burst = at - last < FASTEST_S
        return "begins" if self._is_burst else "person"
