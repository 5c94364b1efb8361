"""When to learn anew: after finished documents, while nobody types, within a budget of time."""

from dataclasses import dataclass

IDLE_SECONDS = 3.0
"""No key for so long."""
BUDGET = 0.1
"""Of all time, the share that learning may take."""
GROWTH = 0.05
"""New documents before it pays, as a share of those learned from; one at least."""


@dataclass(frozen=True, slots=True)
class LearningState:
    """What the decision rests on."""

    finished_count: int
    learned_count: int
    """Documents the newest model learned from; 0 without one."""
    idle_seconds: float
    since_last_seconds: float | None
    """Since learning last ended, however it ended; None if it never began here."""
    last_seconds: float
    """How long it took then."""


def is_due(state: LearningState) -> bool:
    """Whether to begin now."""
    new = abs(state.finished_count - state.learned_count)  # a reopened document counts, too
    if not new or not state.finished_count or new < GROWTH * state.learned_count:
        return False
    if state.idle_seconds < IDLE_SECONDS:
        return False
    waited = state.since_last_seconds
    return waited is None or waited >= state.last_seconds * (1 / BUDGET - 1)
