"""Learn from a layer's own annotations which attributes its events and mentions have."""

from collections.abc import Sequence

from annotator.model.label_schema import LabelSchema
from annotator.model.record import Record
from annotator.protocols import Memory, Reading, Suggester
from annotator.services.learned_weights import read_weights
from annotator.services.reading import make_reading
from annotator.suggesters.attributes import (
    AttributeSuggester,
    learn_attributes,
    shipped_attribute_weights,
)
from annotator.suggesters.choice_model import packed
from annotator.suggesters.mention_attributes import (
    MentionAttributeSuggester,
    learn_mention_attributes,
    shipped_mention_weights,
)

ROUNDS = 2
"""More make no odds where learning begins with what ships."""


class AttributeLearner:
    """Polarity, modality and tense of events, beginning with the shipped weights."""

    name = "attributes"

    def train(self, records: Sequence[Record], schema: LabelSchema) -> bytes:
        """Weights as plain JSON, packed."""
        start = shipped_attribute_weights()
        return packed(learn_attributes(_readings(records, schema), start=start, rounds=ROUNDS))

    def load(self, content: bytes) -> Sequence[Suggester]:
        """One suggester in the place of the shipped one.

        Raises:
            InvalidDataError: the weights are damaged.
        """
        return [AttributeSuggester(read_weights(content, what=self.name))]


class MentionAttributeLearner:
    """Level and metonymy of mentions, beginning with the shipped weights."""

    name = "mention-attributes"

    def train(self, records: Sequence[Record], schema: LabelSchema) -> bytes:
        """Weights as plain JSON, packed."""
        readings = _readings(records, schema)
        start = shipped_mention_weights()
        return packed(learn_mention_attributes(readings, start=start, rounds=ROUNDS))

    def load(self, content: bytes) -> Sequence[Suggester]:
        """One suggester in the place of the shipped one.

        Raises:
            InvalidDataError: the weights are damaged.
        """
        return [MentionAttributeSuggester(read_weights(content, what=self.name))]


def _readings(records: Sequence[Record], schema: LabelSchema) -> list[Reading]:
    return [make_reading(r.document, schema, Memory(), r.annotations) for r in records]
