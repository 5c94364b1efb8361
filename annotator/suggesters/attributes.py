"""Guess whether an event is denied, planned, wished for or going on: rules weighed by training."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from itertools import groupby

from annotator.model.label_schema import LabelSchema
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.attribute_signs import attribute_signs, cues_of
from annotator.suggesters.choice_learning import ROUNDS, Example, learn
from annotator.suggesters.choice_model import Weights, probabilities, unpacked
from annotator.suggesters.event_frames import Frame, frames_of
from annotator.suggesters.words import words_of

FILE = "attribute_weights.bin"
_NAMES = ("polarity", "modality", "tense")
_DEFAULTS: Mapping[str, str] = {"polarity": "pos", "modality": "asserted", "tense": "past"}
_PLAIN = "pos asserted past"


@dataclass(frozen=True, slots=True)
class FramedEvent:
    """An event with the signs of its attributes."""

    frame: Frame
    signs: tuple[str, ...]


class AttributeSuggester:
    """Polarity, modality and tense together, for they lean on each other."""

    name = "attributes"
    stage: Stage = "arguments"

    def __init__(self, weights: Weights | None = None) -> None:
        """Choose by these weights; without any, by those that ship."""
        self._weights = weights

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterator[SuggestedEvent]:
        """The events of `found` with their attributes, as far as the label schema knows them."""
        events = [suggestion for suggestion in found if isinstance(suggestion, SuggestedEvent)]
        return with_attributes(reading, events, self._weights or shipped_attribute_weights())


def with_attributes(
    reading: Reading, events: Sequence[SuggestedEvent], weights: Weights
) -> Iterator[SuggestedEvent]:
    """Those of the events that can be framed, with the likeliest attributes."""
    chosen: list[str] = []
    for framed in _framed(reading, events, chosen):
        best = _likeliest_first(framed, weights)[0]
        chosen.append(best)
        yield replace(framed.frame.event, attributes=_told(reading.schema, framed, best))


def ranked_attributes(
    reading: Reading, events: Sequence[SuggestedEvent], trigger: Span, weights: Weights
) -> list[Mapping[str, str]]:
    """Every set of attributes the event at `trigger` may have, the likeliest first.

    Those of the events before it are taken as they stand. Empty for an event that is not framed.
    """
    chosen: list[str] = []
    for framed in _framed(reading, events, chosen):
        chosen.append(class_of(framed.frame.event))
        if framed.frame.event.trigger == trigger:
            ranked = _likeliest_first(framed, weights)
            told = [_told(reading.schema, framed, each) for each in ranked]
            return [each for place, each in enumerate(told) if each not in told[:place]]
    return []


def _likeliest_first(framed: FramedEvent, weights: Weights) -> list[str]:
    classes = range(len(weights.classes))
    likely = probabilities(weights.scores([framed.signs])[0].tolist(), classes)
    return [weights.classes[n] for n in sorted(classes, key=lambda n: (-likely[n], n))]


@lru_cache
def shipped_attribute_weights() -> Weights:
    """The weights trained on the bootstrap corpus."""
    return unpacked(files("annotator.suggesters").joinpath("data", FILE).read_bytes())


def learn_attributes(
    readings: Iterable[Reading], *, start: Weights | None = None, rounds: int = ROUNDS
) -> Weights:
    """Weights from readings whose known events have their attributes.

    With `start`, what was learned elsewhere is where learning begins.
    """
    classes = [_PLAIN] if start is None else list(start.classes)
    known = {name: number for number, name in enumerate(classes)}
    examples: list[Example] = []
    for reading in readings:
        chosen: list[str] = []
        for framed in _framed(reading, reading.known_events, chosen):
            right = class_of(framed.frame.event)
            chosen.append(right)
            examples.append(Example(framed.signs, (), known.setdefault(right, len(known))))
    every = tuple(range(len(known)))
    taught = [replace(example, open_classes=every) for example in examples]
    return learn(taught, list(known), start=start, rounds=rounds)


def class_of(event: SuggestedEvent) -> str:
    """The event's attributes as one word."""
    return " ".join(str(event.attributes.get(name, _DEFAULTS[name])) for name in _NAMES)


def _framed(
    reading: Reading, events: Sequence[SuggestedEvent], chosen: Sequence[str]
) -> Iterator[FramedEvent]:
    """Each event with its signs; the caller adds to `chosen` what it takes for it meanwhile."""
    words = words_of(reading)
    frames = frames_of(reading.schema, words, events)
    for number, inside in groupby(frames, key=lambda frame: frame.word.sentence):
        previous: Frame | None = None
        cues = cues_of(words.of_sentence(number))
        for frame in inside:
            previous_class = chosen[-1] if previous else ""
            signs = attribute_signs(words, frame, previous, previous_class, cues)
            yield FramedEvent(frame, tuple(signs))
            previous = frame


def _told(schema: LabelSchema, framed: FramedEvent, chosen: str) -> Mapping[str, str]:
    """What differs from the defaults, as far as the label schema knows the attribute and value."""
    names = schema.event_attribute_names(framed.frame.event.type)
    return {
        name: value
        for name, value in zip(_NAMES, chosen.split(), strict=True)
        if value != _DEFAULTS[name]
        and name in names
        and value in schema.event_attributes[name].values
    }
