"""Keys that come as no person presses them: a held key and pasted text decide nothing.

Different keys may follow each other quickly, since fingers overlap; a slow link hands over two or
three of them at once. A key that is held repeats itself, and text that is pasted all comes at once.
"""

from typing import Literal, TypeAlias

HELD_S = 0.06
"""The same key again within so many seconds is held down."""
SLOWLY_HELD_S = 0.11
"""So is the same key a third time, where each came within so many: some systems repeat at 90 ms,
and pressing a key twice on purpose takes about as long."""
TOGETHER_S = 0.02
"""Keys that come within so many seconds of each other come together: pasted, if they are many."""
MANY = 4
"""So many different keys that come together are no person's."""
REST_S = 0.4
"""After a burst, keys count again when there were none for so long."""

_SLOW_REPEATS = 3

Heard: TypeAlias = Literal["person", "begins", "burst"]
"""A key a person pressed; the key of a burst that gives it away; one of those behind it."""


class Pace:
    """Hears when keys come that could decide something, and which."""

    def __init__(self) -> None:
        self._last: tuple[float, str] | None = None
        self._is_burst = False
        self._same_count = 1
        self._together_count = 1

    @property
    def run_length(self) -> int:
        """How many of the last keys belong to one run: held down, or come together."""
        return max(self._same_count, self._together_count)

    @property
    def is_together(self) -> bool:
        """Whether the last key came together with the one before."""
        return self._together_count > 1

    def hears(self, at: float, key: str) -> Heard:
        """What to take the key for that came at `at`, in seconds of any clock."""
        last, self._last = self._last, (at, key)
        if last is None:
            return "person"
        gap, is_same = at - last[0], key == last[1]
        self._same_count = self._same_count + 1 if is_same and gap < SLOWLY_HELD_S else 1
        self._together_count = self._together_count + 1 if gap < TOGETHER_S else 1
        if self._is_burst and gap < REST_S:
            return "burst"
        is_held = (is_same and gap < HELD_S) or self._same_count == _SLOW_REPEATS
        self._is_burst = is_held or self._together_count == MANY
        return "begins" if self._is_burst else "person"
