"""Suggest with the model that ships, for label schemas that have all the types it knows."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from annotator.model.suggestion import Suggestion
from annotator.protocols import Reading, Stage, Suggester

NAME = "learned"
"""Also the name of what a project learned, which then counts in its place."""


class ShippedMentions:
    """Judges mentions."""

    name = NAME
    stage: Stage = "mentions judged"

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterable[Suggestion]:
        """What is to be left of `found`, and what only the model believes."""
        return _judged(self.stage, reading, found)


class ShippedTriggers:
    """Judges triggers."""

    name = NAME
    stage: Stage = "triggers judged"

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterable[Suggestion]:
        """What is to be left of `found`, and what only the model believes."""
        return _judged(self.stage, reading, found)


def _judged(stage: Stage, reading: Reading, found: Sequence[Suggestion]) -> Iterable[Suggestion]:
    if not (reading.schema.entities and reading.schema.events):
        return found  # made for another label schema: numpy need not be loaded
    # numpy, the model and the word vectors: 0.3 s at the first document.
    from annotator.suggesters.learning import unknown_types
    from annotator.suggesters.shipped_model import shipped_model

    model = shipped_model()
    if model is None or unknown_types(model.chain, reading.schema):
        return found
    return _judges()[stage].suggest(reading, found)


@cache
def _judges() -> Mapping[Stage, Suggester]:
    from annotator.suggesters.sequence_learner import judges
    from annotator.suggesters.shipped_model import shipped_model

    model = shipped_model()
    return {judge.stage: judge for judge in judges(model)} if model is not None else {}
