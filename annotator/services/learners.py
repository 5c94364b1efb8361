"""The learners that are installed."""

from functools import lru_cache
from typing import cast

from annotator.plugins import load_plugins
from annotator.protocols import Learner


@lru_cache
def installed_learners() -> tuple[Learner, ...]:
    """Every learner that is installed and loads, by name."""
    return tuple(cast("Learner", plugin) for plugin in load_plugins("learners").plugins.values())
