"""Learn mentions and triggers from annotated readings: what a learner is given, and what it makes.

Two flat layers hold nested mentions, the outermost ones and the innermost ones; a third holds the
triggers. What the rule suggesters said is among the features, so a model learns which rule to
trust.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotator.model.annotations import Annotations
from annotator.model.label_schema import LabelSchema
from annotator.model.suggestion import SuggestedMention
from annotator.protocols import Reading
from annotator.suggesters.chain_inference import Labels
from annotator.suggesters.chain_model import ChainModel, Sentence
from annotator.suggesters.chain_training import Effort, train_chain
from annotator.suggesters.label_layers import (
    WordPlaces,
    innermost,
    label_set,
    labels_of,
    outermost,
    sentences_of,
)
from annotator.suggesters.token_features import token_features, token_floats
from annotator.suggesters.words import words_of

OUTERMOST, INNERMOST, TRIGGERS = range(3)
"""The heads of a model, in their order."""


See: TypeAlias = Callable[
    [Reading, Sequence[SuggestedMention], Sequence[Sequence[str]]], list[Sentence]
]
"""Makes the sentences of a document with their features, labelled if layers are given."""


@dataclass(frozen=True)
class Lesson:
    """A document to learn from, its features made once."""

    sentences: tuple[Sentence, ...]
    types: frozenset[str]
    """Entity types met."""
    events: frozenset[str]
    flat: bool = False
    """No mention may lie in another: innermost ones are not learned beside the outermost."""

    @property
    def word_count(self) -> int:
        """Words and marks."""
        return sum(len(sentence.features) for sentence in self.sentences)


def sentences_for(
    reading: Reading,
    proposals: Sequence[SuggestedMention],
    layers: Sequence[Sequence[str]] = (),
) -> list[Sentence]:
    """The sentences of a document with their features, labelled if `layers` are given."""
    words = words_of(reading)
    features = token_features(reading, proposals)
    floats = token_floats(words)
    return [
        Sentence(
            features=features[place.start : place.stop],
            floats=floats[place.start : place.stop],
            labels=tuple(tuple(layer[place.start : place.stop]) for layer in layers),
        )
        for place in sentences_of(words)
    ]


def lesson(
    reading: Reading,
    proposals: Sequence[SuggestedMention],
    annotations: Annotations,
    *,
    see: See = sentences_for,
) -> Lesson:
    """What a completely annotated document teaches; `reading` is one with nothing decided."""
    flat = reading.schema.nesting.max_depth == 1
    words = words_of(reading)
    places = WordPlaces(words)
    mentions = places.pieces((mention.span, mention.type) for mention in annotations.mentions)
    events = places.pieces((event.trigger, event.type) for event in annotations.events)
    layers = [
        labels_of(chosen, len(words))
        for chosen in (outermost(mentions), [] if flat else innermost(mentions), outermost(events))
    ]
    return Lesson(
        sentences=tuple(see(reading, proposals, layers)),
        types=frozenset(piece.type for piece in mentions),
        events=frozenset(piece.type for piece in events),
        flat=flat,
    )


def learn(
    lessons: Sequence[Lesson],
    effort: Effort,
    *,
    start: ChainModel | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ChainModel:
    """The model of the lessons; with `start`, what that one knows is refined.

    Raises:
        Stopped: `cancelled` said so.
    """
    known = [set(head.labels) for head in start.heads] if start is not None else [set()] * 3
    types = _named(known[OUTERMOST]).union(*(lesson.types for lesson in lessons))
    events = _named(known[TRIGGERS]).union(*(lesson.events for lesson in lessons))
    inner = _named(known[INNERMOST]) if all(lesson.flat for lesson in lessons) else types
    heads: list[Labels] = [label_set(types), label_set(inner), label_set(events)]
    sentences = [sentence for lesson in lessons for sentence in lesson.sentences]
    return train_chain(sentences, heads, effort, start=start, cancelled=cancelled)


def _named(labels: Iterable[str]) -> set[str]:
    return {label[2:] for label in labels if label.startswith("B-")}


def unknown_types(model: ChainModel, schema: LabelSchema) -> set[str]:
    """Types the model may say that the label schema does not have."""
    mentions = _named(model.heads[OUTERMOST].labels) - set(schema.entities)
    return mentions | (_named(model.heads[TRIGGERS].labels) - set(schema.events))
