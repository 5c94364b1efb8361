"""Guess whether a mention is a name or a noun, and a place that acts for its government."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files

from annotator.model.label_schema import LabelSchema
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.choice_learning import ROUNDS, Example, learn
from annotator.suggesters.choice_model import Weights, probabilities, unpacked
from annotator.suggesters.mention_signs import mention_signs
from annotator.suggesters.words import words_of

FILE = "mention_attribute_weights.bin"
_KEPT = {"level": ("NAM", "NOM"), "metonym": ("False", "True")}
CLASSES = [f"{level} {metonym}" for level in _KEPT["level"] for metonym in _KEPT["metonym"]]


class MentionAttributeSuggester:
    """Level and metonymy together."""

    name = "mention-attributes"
    stage: Stage = "arguments"

    def __init__(self, weights: Weights | None = None) -> None:
        """Choose by these weights; without any, by those that ship."""
        self._weights = weights

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterator[SuggestedMention]:
        """The mentions of `found` with their attributes, as far as the label schema knows them."""
        mentions = [suggestion for suggestion in found if isinstance(suggestion, SuggestedMention)]
        events = [suggestion for suggestion in found if isinstance(suggestion, SuggestedEvent)]
        weights = self._weights or shipped_mention_weights()
        return with_mention_attributes(reading, mentions, events, weights)


def with_mention_attributes(
    reading: Reading,
    mentions: Sequence[SuggestedMention],
    events: Sequence[SuggestedEvent],
    weights: Weights,
) -> Iterator[SuggestedMention]:
    """The mentions with the likeliest attributes; only what differs from the defaults is told."""
    signed = list(mention_signs(words_of(reading), mentions, events))
    for mention, scores in zip(mentions, weights.scores(signed).tolist(), strict=True):
        yield replace(mention, attributes=_likeliest(reading.schema, mention.type, scores, weights))


def likeliest_of_first(
    reading: Reading,
    mentions: Sequence[SuggestedMention],
    events: Sequence[SuggestedEvent],
    weights: Weights,
) -> Mapping[str, str | bool]:
    """The likeliest attributes of the first mention; the others are what stands beside it."""
    signs = next(mention_signs(words_of(reading), mentions, events))
    scores = weights.scores([signs]).tolist()[0]
    return _likeliest(reading.schema, mentions[0].type, scores, weights)


def _likeliest(
    schema: LabelSchema, type_name: str, scores: Sequence[float], weights: Weights
) -> Mapping[str, str | bool]:
    classes = range(len(weights.classes))
    likely = probabilities(scores, classes)
    best = weights.classes[max(classes, key=lambda number: (likely[number], -number))]
    return _told(schema, type_name, best)


@lru_cache
def shipped_mention_weights() -> Weights:
    """The weights trained on the bootstrap corpus."""
    return unpacked(files("annotator.suggesters").joinpath("data", FILE).read_bytes())


def learn_mention_attributes(
    readings: Iterable[Reading], *, start: Weights | None = None, rounds: int = ROUNDS
) -> Weights:
    """Weights from readings whose known mentions have their attributes.

    With `start`, what was learned elsewhere is where learning begins.
    """
    every = tuple(range(len(CLASSES)))
    examples = []
    for reading in readings:
        signed = mention_signs(words_of(reading), reading.known_mentions, reading.known_events)
        for mention, signs in zip(reading.known_mentions, signed, strict=True):
            right = CLASSES.index(class_of_mention(reading.schema, mention))
            examples.append(Example(signs, every, right))
    return learn(examples, CLASSES, start=start, rounds=rounds)


def class_of_mention(schema: LabelSchema, mention: SuggestedMention) -> str:
    """The mention's attributes as one word, its type's defaults where none are set."""
    values = {**_defaults(schema, mention.type), **mention.attributes}
    return f"{values.get('level', 'NAM')} {values.get('metonym', False)}"


def _defaults(schema: LabelSchema, type_name: str) -> Mapping[str, str | bool]:
    return {
        name: schema.default_attribute(type_name, name)
        for name in schema.entity_attribute_names(type_name)
    }


def _told(schema: LabelSchema, type_name: str, chosen: str) -> Mapping[str, str | bool]:
    """What differs from the type's defaults, as far as the label schema knows it."""
    level, metonym = chosen.split()
    values: dict[str, str | bool] = {"level": level, "metonym": metonym == "True"}
    return {
        name: values[name]
        for name, default in _defaults(schema, type_name).items()
        if name in values and values[name] != default
    }
