"""Pointing one role of an event: what stands in it after each key, before anything is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

DIGITS = "1234567890"
_SPARE_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_KEPT_FREE = "bhqz"
"""`b` is two letters under some layouts; the others mean the same in every layer."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """A role while it is pointed; fillers by identifier.

    What the machine put in is `floating`: the next filler a person picks replaces it. What the
    person picked is `kept`: picked again, it is taken out.
    """

    role: str
    kept: tuple[str, ...] = ()
    floating: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    """Taken out since the role is pointed: they come last."""
    takes_one: bool = False
    """Whether the label schema allows one filler only: the next one then takes its place."""

    @property
    def fillers(self) -> tuple[str, ...]:
        """All that stands in the role."""
        return (*self.kept, *self.floating)

    def picked(self, filler_id: str) -> "Pointing":
        """With a filler that a person picked by its label, or without it if it was kept."""
        if filler_id in self.kept and not self.floating:
            return replace(self, kept=tuple(kept for kept in self.kept if kept != filler_id))
        kept = dict.fromkeys((filler_id,) if self.takes_one else (*self.kept, filler_id))
        return replace(self, kept=tuple(kept), floating=())

    def with_next(self, candidates: Sequence[str]) -> "Pointing":
        """With the likeliest candidate added that is not in the role; the same if there is none."""
        candidates = sorted(candidates, key=lambda key: key in self.passed)
        if self.takes_one and self.fillers and self.fillers[0] in candidates:
            behind = candidates.index(self.fillers[0]) + 1
            candidates = [*candidates[behind:], *candidates[:behind]]
        found = next((key for key in candidates if key not in self.fillers), None)
        if found is None:
            return self
        return replace(self, kept=() if self.takes_one else self.fillers, floating=(found,))

    def emptied(self) -> "Pointing":
        """Without what the machine put in; where that is nothing, without anything."""
        passed = tuple(dict.fromkeys((*self.passed, *(self.floating or self.kept))))
        if self.floating:
            return replace(self, floating=(), passed=passed)
        return replace(self, kept=(), passed=passed)


def filler_labels(taken: Sequence[str]) -> str:
    """The characters that label fillers, digits first; none of the `taken` keys of the form."""
    letters = [key for key in _SPARE_LETTERS if key not in taken and key not in _KEPT_FREE]
    return DIGITS + "".join(letters)
