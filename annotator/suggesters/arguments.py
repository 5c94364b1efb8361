"""Guess the arguments of events: eligible fillers of the sentence, by how they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.model.suggestion import SuggestedEvent, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.argument_ranker import rank, shipped_argument_weights
from annotator.suggesters.argument_sentences import ruled_sentences


class ArgumentSuggester:
    """Rules propose by word order, genitive and prepositions; a trained ranker has the last word.

    Under a label schema that shares no role with the ranker the rules stand alone.
    """

    name = "arguments"
    stage: Stage = "arguments"

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterator[SuggestedEvent]:
        """The events of `found` and those decided, with arguments."""
        for sentence in ruled_sentences(reading, found):
            rank(sentence, shipped_argument_weights())
            for frame in sentence.frames:
                yield replace(frame.event, arguments=frame.allowed())
