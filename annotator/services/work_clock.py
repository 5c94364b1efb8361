"""How long decisions take and how many keys: measured while one works, idle time left out."""

from collections.abc import Callable
from dataclasses import dataclass

from annotator.wording import counted, worded

BREAK_S = 300.0
"""So long without a key is a break, however it came about."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was done since the program was opened."""

    decisions: int = 0
    keys: int = 0
    seconds: float = 0.0

    @property
    def keys_per_decision(self) -> float:
        """0 while nothing was decided."""
        return self.keys / self.decisions if self.decisions else 0.0

    def summary(self) -> str:
        """One line about the session, to read when one leaves."""
        each = self.seconds / self.decisions if self.decisions else 0.0
        return counted(
            "{count} decision in {time}: {keys} keys and {seconds} s each",
            "{count} decisions in {time}: {keys} keys and {seconds} s each",
            self.decisions,
            time=spoken(self.seconds),
            keys=f"{self.keys_per_decision:.1f}",
            seconds=f"{each:.1f}",
        )


def spoken(seconds: float) -> str:
    """A duration as a person says it: `45 s`, `12 min`, `1 h 5 min`."""
    minutes, hours = round(seconds) // 60, round(seconds) // 3600
    if not minutes:
        return counted("{count} s", "{count} s", round(seconds))
    told_minutes = counted("{count} min", "{count} min", minutes % 60)
    if not hours:
        return told_minutes
    told_hours = counted("{count} h", "{count} h", hours)
    return worded("{hours} {minutes}", hours=told_hours, minutes=told_minutes)


class WorkClock:
    """Told of every key; a gap longer than `idle_s` counts as `idle_s`: nobody was working."""

    def __init__(self, clock: Callable[[], float], *, idle_s: float = 60.0) -> None:
        self._clock = clock
        self._idle_s = idle_s
        self._last: float | None = None
        self._seconds, self._keys = 0.0, 0
        self._without_break = 0.0
        self.is_paused = False
        self.figures = Figures()

    def pressed(self) -> None:
        """A key was pressed."""
        if self.is_paused:
            return
        now = self._clock()
        gap = 0.0 if self._last is None else now - self._last
        self._last = now
        self._without_break = 0.0 if gap >= BREAK_S else self._without_break + gap
        self._seconds += min(gap, self._idle_s)
        self._keys += 1

    def forget_key(self) -> None:
        """The last key was no person's: the program sent it to itself."""
        self._keys = max(0, self._keys - 1)

    def pause(self) -> None:
        """From now on no time passes."""
        self.is_paused = True

    def go_on(self) -> None:
        """Time passes again; the pause was a break."""
        self.is_paused, self._last, self._without_break = False, self._clock(), 0.0

    @property
    def without_break_s(self) -> float:
        """How long one has worked without a break."""
        return self._without_break

    def broke(self) -> None:
        """Count the time without a break anew: somebody was reminded."""
        self._without_break = 0.0

    def decided(self) -> tuple[float, int]:
        """A decision was made: the seconds and keys since the one before."""
        spent = (self._seconds, self._keys)
        before = self.figures
        self.figures = Figures(
            before.decisions + 1, before.keys + self._keys, before.seconds + self._seconds
        )
        self._seconds, self._keys = 0.0, 0
        return spent
