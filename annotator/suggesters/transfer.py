"""Let what the shipped model knows help to learn a label schema that it was not made for.

Documents are seen in the types of the shipped model's own label schema, with what it believes of
every word; beside that stands what the rules say in the types to be learned. Learning begins with
the guess that the rules are right.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from annotator.model.label_schema import LabelSchema
from annotator.model.schema_parsing import parse_schema
from annotator.model.suggestion import SuggestedMention
from annotator.protocols import Reading
from annotator.resources import schema_folder
from annotator.suggesters.chain_model import ChainModel, Features, Head, Sentence, new_model
from annotator.suggesters.concepts import concept_types
from annotator.suggesters.label_layers import (
    WordPlaces,
    innermost,
    label_set,
    labels_of,
    outermost,
    sentences_of,
)
from annotator.suggesters.learning import INNERMOST, OUTERMOST, Lesson, sentences_for
from annotator.suggesters.plain_reading import installed_rules, rule_mentions
from annotator.suggesters.resolver import resolve_mentions
from annotator.suggesters.shipped_model import shipped_model
from annotator.suggesters.token_features import beside
from annotator.suggesters.word_features import as_features
from annotator.suggesters.words import words_of

_SHOWN_FROM = 0.4
_FAINTEST = 0.1
_CLEAR = 0.3
_STEPS = 5
_TRUST = 3.0
"""Weight that what the rules say of a word begins with, for the label they give it."""
_LAYERS = (OUTERMOST, INNERMOST)


@cache
def home_schema() -> LabelSchema:
    """The label schema that the shipped model was made for."""
    model = shipped_model()
    name = model.about["schema"] if model is not None else "siyasa"
    source = f"{name}.yaml"
    return parse_schema((schema_folder() / source).read_bytes(), source=source)


def transferred_sentences(
    reading: Reading,
    proposals: Sequence[SuggestedMention],
    layers: Sequence[Sequence[str]] = (),
) -> list[Sentence]:
    """The sentences of a document with their features; as `sentences_for`, and as long."""
    said = _said(reading, proposals)
    places = sentences_of(words_of(reading))
    home = replace(reading, schema=home_schema(), known_mentions=(), known_events=())
    sentences = sentences_for(home, rule_mentions(home, installed_rules()))
    believed = _believed(sentences)
    return [
        Sentence(
            features=_joined(sentence.features, (said[place.start : place.stop], believed[number])),
            floats=sentence.floats,
            labels=tuple(tuple(layer[place.start : place.stop]) for layer in layers),
        )
        for number, (sentence, place) in enumerate(zip(sentences, places, strict=True))
    ]


def first_guess(lessons: Sequence[Lesson], schema: LabelSchema) -> ChainModel:
    """A model that says what the rules say, and has still to learn the rest."""
    types = frozenset(concept_types(schema).values()).union(*(taught.types for taught in lessons))
    flat = all(taught.flat for taught in lessons)
    heads = [label_set(types), label_set(() if flat else types), label_set(())]
    names = [(layer, label) for layer in _LAYERS for label in heads[layer]]
    rows = as_features([_name(layer, label) for layer, label in names])
    dimensions = next(s.floats.shape[1] for taught in lessons for s in taught.sentences)
    model = new_model(np.unique(rows), heads, dimensions)
    for (layer, label), row in zip(names, model.row_numbers(rows), strict=True):
        head = model.heads[layer]
        model.weights[row, head.columns.start + head.index[label]] = _TRUST
    return model


def _name(layer: int, label: str) -> str:
    return f"said{layer}:{label}"


def _said(reading: Reading, proposals: Sequence[SuggestedMention]) -> list[Features]:
    """What the rules say of every word in the types to be learned."""
    words = words_of(reading)
    likely = [proposal for proposal in proposals if proposal.score >= _SHOWN_FROM]
    kept = resolve_mentions(likely, [], reading.schema)
    pieces = WordPlaces(words).pieces((mention.span, mention.type) for mention in kept)
    labels = [labels_of(choose(pieces), len(words)) for choose in (outermost, innermost)]
    return [
        as_features([_name(layer, label) for layer, label in enumerate(of_word)])
        for of_word in zip(*labels, strict=True)
    ]


def _believed(sentences: Sequence[Sentence]) -> list[list[Features]]:
    """What the shipped model believes of the words of each sentence."""
    model = shipped_model()
    if model is None or not sentences:
        return [[as_features([])] * len(sentence.features) for sentence in sentences]
    beliefs = model.chain.believe(sentences)
    marginals = [(model.chain.heads[layer], beliefs[layer].marginals) for layer in _LAYERS]
    return [
        [_belief_names(marginals, number, token) for token in range(len(sentence.features))]
        for number, sentence in enumerate(sentences)
    ]


def _belief_names(
    marginals: Sequence[tuple[Head, NDArray[np.float64]]], sentence: int, token: int
) -> Features:
    names: list[str] = []
    for layer, (head, likely) in enumerate(marginals):
        of_token = likely[sentence, token]
        for column in np.nonzero(of_token > _FAINTEST)[0]:
            share, label = float(of_token[column]), head.labels[column]
            names.append(f"known{layer}:{label}:{int(share * _STEPS)}")
            if share > _CLEAR:
                names.append(f"known{layer}:{label}")
    return as_features(names)


def _joined(features: Sequence[Features], added: Sequence[Sequence[Features]]) -> list[Features]:
    """Features of words with those added to them, and to their neighbours."""
    extra = [np.concatenate(of_word) for of_word in zip(*added, strict=True)]
    joined = []
    for index, own in enumerate(features):
        parts = [own, extra[index]]
        if index:
            parts.append(beside(extra[index - 1], -1))
        if index + 1 < len(extra):
            parts.append(beside(extra[index + 1], 1))
        joined.append(np.concatenate(parts))
    return joined
