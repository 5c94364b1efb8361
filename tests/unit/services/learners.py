"""A learner for tests: it knows the words that documents mark as persons, and says so in bytes."""

from collections.abc import Iterator, Sequence

from annotator.errors import InvalidDataError
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Record
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage, Suggester


class WordSuggester:
    """Takes every place of one word for a person."""

    stage: Stage = "mentions"
    name = "word"

    def __init__(self, word: str) -> None:
        self._word = word

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterator[SuggestedMention]:
        del found
        start = reading.document.text.find(self._word)
        if start >= 0:
            yield SuggestedMention(Span(start, start + len(self._word)), "PER", self.name, 0.95)


class WordLearner:
    """Learns the last word that was marked."""

    name = "word"

    def train(self, records: Sequence[Record], schema: LabelSchema) -> bytes:
        del schema
        last = [m.span.of(r.document.text) for r in records for m in r.annotations.mentions][-1]
        return last.encode()

    def load(self, content: bytes) -> Sequence[Suggester]:
        if not content:
            raise InvalidDataError("the word is missing")
        return [WordSuggester(content.decode())]
