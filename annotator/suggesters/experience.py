"""Weigh a suggestion by what people did with the same text before."""

from collections.abc import Mapping

from annotator.protocols import Memory

WORTH = 2.0
"""How many decisions a suggester's own estimate is worth, if it says nothing else."""


def weighed(  # noqa: PLR0913 - what was decided, about what, and against what
    score: float,
    surface: str,
    type_name: str,
    memory: Memory,
    *,
    is_trigger: bool,
    worth: float = WORTH,
) -> float:
    """The score after confirmations, rejections, other types and being left unmarked.

    `worth` is how many decisions the score itself is worth.
    """
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
    return (score * worth + yes) / (worth + yes + no)


def best_type(types: Mapping[str, int]) -> str:
    """The type confirmed most often; of equals the first by name."""
    return min(types, key=lambda name: (-types[name], name))
