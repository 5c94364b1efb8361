"""Learn from a layer's own events which filler plays which role, on top of what ships."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.model.label_schema import LabelSchema
from annotator.model.record import Record
from annotator.model.suggestion import SuggestedEvent, Suggestion
from annotator.protocols import Memory, Reading, Stage, Suggester
from annotator.services.learned_weights import read_weights
from annotator.services.reading import make_reading
from annotator.suggesters.argument_learning import learn_arguments
from annotator.suggesters.argument_ranker import rank, shipped_argument_weights
from annotator.suggesters.argument_sentences import ruled_sentences
from annotator.suggesters.choice_model import Weights, packed

ROUNDS = 5
"""Half of what is best takes half the time and loses a point of F1: people wait for it."""


class LearnedArgumentSuggester:
    """Takes the place of the shipped one: the same rules and signs, with weights of its own."""

    name = "arguments"
    stage: Stage = "arguments"

    def __init__(self, weights: Weights) -> None:
        """Rank with these weights."""
        self._weights = weights

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterator[SuggestedEvent]:
        """The events of `found` and those decided, with arguments."""
        for sentence in ruled_sentences(reading, found):
            rank(sentence, self._weights)
            for frame in sentence.frames:
                yield replace(frame.event, arguments=tuple(frame.arguments))


class ArgumentLearner:
    """Begins with the shipped weights, so that a few articles do not outweigh a corpus."""

    name = "arguments"

    def train(self, records: Sequence[Record], schema: LabelSchema) -> bytes:
        """Weights as plain JSON, packed."""
        readings = [make_reading(r.document, schema, Memory(), r.annotations) for r in records]
        start = shipped_argument_weights()
        return packed(learn_arguments(readings, list(schema.roles), start=start, rounds=ROUNDS))

    def load(self, content: bytes) -> Sequence[Suggester]:
        """One suggester in the place of the shipped one.

        Raises:
            InvalidDataError: the weights are damaged.
        """
        return [LearnedArgumentSuggester(read_weights(content, what=self.name))]
