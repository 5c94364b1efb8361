"""Decisions that came faster than a person can read up to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from annotator.model.change import Added
from annotator.model.suggestion import Decision
from annotator.store.journal import Entry

CHARACTERS_A_SECOND = 50.0
"""Twice as fast as people read an easy text with understanding."""
_CLOCK_SECONDS = 1.0
"""The journal tells whole seconds."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Actions that decide suggestions, and how many came too fast to have read the text."""

    action_count: int
    fast_count: int


def decision_pace(entries: Iterable[Entry]) -> Pace:
    """The pace of one author's `entries`, document by document in their order.

    An action is fast if the text between the decision before it and its own end would have had to
    be read at more than `CHARACTERS_A_SECOND`. The first in a document is never counted: nobody
    knows when it was opened.
    """
    actions = fast = 0
    for _, of_document in groupby(entries, key=lambda entry: entry.document_id):
        before: tuple[int, datetime] | None = None
        for _, of_action in groupby(of_document, key=lambda entry: entry.action):
            ends, at = _decided(of_action)
            if not ends or at is None:
                continue
            if before is not None:
                actions += 1
                seconds = (at - before[1]).total_seconds() + _CLOCK_SECONDS
                fast += max(ends) - before[0] > CHARACTERS_A_SECOND * seconds
            before = max(ends), at
    return Pace(actions, fast)


def _decided(entries: Iterable[Entry]) -> tuple[list[int], datetime | None]:
    """Ends of the suggestions an action decided, and when; undoing decides nothing."""
    ends: list[int] = []
    at = None
    for entry in entries:
        if isinstance(entry.change, Added) and isinstance(entry.change.item, Decision):
            if entry.undoes is None:
                ends.append(entry.change.item.span.end)
            at = datetime.fromisoformat(entry.at)
    return ends, at
