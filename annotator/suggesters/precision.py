"""Weigh a suggestion by how its source fared with people so far."""

from annotator.model.reason import Why, because
from annotator.protocols import Tried

TRUSTED = 0.7
"""A source whose measured precision is lower on a type is shown as unsure there."""
_ENOUGH = 5
"""Decisions before a source is judged."""
_PRIOR_COUNT = 2.0


def precision(by: Tried) -> float:
    """The share a person would take, with the prior that a source is just trusted."""
    return (by.accepted_count + TRUSTED * _PRIOR_COUNT) / (by.decided_count + _PRIOR_COUNT)


def tempered(score: float, by: Tried | None, *, lowest: float) -> float:
    """The score, no higher than an untrusted source's precision; `lowest` still shows it."""
    if by is None or by.decided_count < _ENOUGH or precision(by) >= TRUSTED:
        return score
    return min(score, max(lowest, precision(by)))


def with_experience(why: Why, by: Tried | None) -> Why:
    """The reason, and how often its source was right, once that is known."""
    if by is None or by.decided_count < _ENOUGH:
        return why
    return because(
        "{why}; right {accepted} of {count} times here",
        why=why,
        accepted=by.accepted_count,
        count=by.decided_count,
    )
