"""Keep what was made of the thing asked about last: all suggesters ask for the same in turn."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Source = TypeVar("Source")
Made = TypeVar("Made")


def made_once(make: Callable[[Source], Made]) -> Callable[[Source], Made]:
    """What `make` makes, made anew only when it is asked of another thing than the time before.

    For things that cannot be hashed; the same thing is one and the same object.
    """
    latest: list[tuple[Source, Made]] = []

    @wraps(make)
    def made(source: Source) -> Made:
        known = latest[:1]  # another thread may put its own meanwhile
        if not known or known[0][0] is not source:
            latest[:] = known = [(source, make(source))]
        return known[0][1]

    return made
