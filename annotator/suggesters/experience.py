"""Weigh a suggestion by what people did with the same text before."""

from collections.abc import Mapping

from annotator.protocols import Memory

_PRIOR_WEIGHT = 2.0
"""How many decisions a suggester's own estimate is worth."""


def weighed(
    score: float, surface: str, type_name: str, memory: Memory, *, is_trigger: bool
) -> float:
    """The score after confirmations, rejections, other types and being left unmarked."""
    confirmed = memory.triggers if is_trigger else memory.mentions
    rejected = memory.rejected_triggers if is_trigger else memory.rejected_mentions
    types = confirmed.get(surface, {})
    yes = types.get(type_name, 0)
    no = (
        sum(types.values())
        - yes
        + rejected.get(surface, {}).get(type_name, 0)
        + memory.unmarked.get(surface, 0)
    )
    return (score * _PRIOR_WEIGHT + yes) / (_PRIOR_WEIGHT + yes + no)


def best_type(types: Mapping[str, int]) -> str:
    """The type confirmed most often; of equals the first by name."""
    return min(types, key=lambda name: (-types[name], name))
