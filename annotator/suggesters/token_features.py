"""What learners see of every word of a document: itself, its neighbours, and what the rules say."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from annotator.model.document import Zone
from annotator.model.suggestion import SuggestedMention
from annotator.protocols import Reading
from annotator.suggesters.chain_model import Features
from annotator.suggesters.label_layers import (
    OUTSIDE,
    WordPlaces,
    innermost,
    labels_of,
    outermost,
)
from annotator.suggesters.resolver import resolve_mentions
from annotator.suggesters.triggers import FoundTrigger, find_triggers
from annotator.suggesters.word_features import features_of_each, parted, word_features
from annotator.suggesters.word_vectors import word_vectors
from annotator.suggesters.words import Word, Words, words_of

_NEIGHBOURS = (-2, -1, 1, 2)
_MIXED = np.uint32(2_654_435_761)
"""An odd number: multiplying by it gives a neighbour's features identifiers of their own."""
_SCORE_STEPS = 5
_SHOWN_FROM = 0.4
_FLOAT_SCALE = np.float32(2.0)


def token_features(reading: Reading, proposals: Sequence[SuggestedMention]) -> list[Features]:
    """The features of every word; `proposals` are those of the rule suggesters, unresolved."""
    words = words_of(reading)
    shapes = [word_features(word) for word in words.items]
    said = _evidence(reading, words, proposals)
    pairs = _pairs(words)
    seen = {offset: _all_beside([s.seen for s in shapes], offset) for offset in _NEIGHBOURS}
    heard = {offset: _all_beside(said, offset) for offset in (-1, 1)}
    features = []
    for index, shape in enumerate(shapes):
        parts = [shape.own, said[index], pairs[index]]
        for offset in _NEIGHBOURS:
            there = index + offset
            if 0 <= there < len(shapes):
                parts.append(seen[offset][there])
                if offset in heard:
                    parts.append(heard[offset][there])
        features.append(np.concatenate(parts))
    return features


def token_floats(words: Words) -> NDArray[np.float32]:
    """The word vectors of every word and of its two neighbours; zeros for unknown words."""
    table = word_vectors()
    rows = [table.row(word.bare) if word.is_word else None for word in words.items]
    padded = np.zeros((len(rows) + 2, table.numbers.shape[1]), dtype=np.float32)
    known = [index for index, row in enumerate(rows) if row is not None]
    vectors = table.vectors([row for row in rows if row is not None])
    padded[[index + 1 for index in known]] = vectors * _FLOAT_SCALE
    return np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)


def beside(features: Features, offset: int) -> Features:
    """The same features as the word sees them that has them `offset` words away."""
    return features * _MIXED + np.uint32(offset % 97)


def _all_beside(features: Sequence[Features], offset: int) -> list[Features]:
    """As `beside`, of many words at once: that takes a tenth of the time."""
    if not features:
        return []
    return parted(beside(np.concatenate(features), offset), map(len, features))


def _pairs(words: Words) -> list[Features]:
    """Each word with its neighbours, by letters and by cluster, and how it is joined to them."""
    table = word_vectors()
    kinds = [_kind(table.row(word.bare), table.clusters, word) for word in words.items]
    found = []
    for index, word in enumerate(words.items):
        names = ["bias", "joined" if word.joined else "apart"]
        if index:
            names.append(f"{words[index - 1].bare}|{word.bare}")
            names.append(f"-{kinds[index - 1]}|{kinds[index]}")
        if index + 1 < len(kinds):
            names.append(f"+{kinds[index]}|{kinds[index + 1]}")
        found.append(names)
    return features_of_each(found)


def _kind(row: int | None, clusters: NDArray[np.uint16], word: Word) -> str:
    if row is None:
        return "?" if word.is_word else word.full[:1]
    return str(clusters[row][1])


def _evidence(
    reading: Reading, words: Words, proposals: Sequence[SuggestedMention]
) -> list[Features]:
    """What rules say of each word: each by itself, resolved, and elsewhere in the document."""
    names: list[list[str]] = [[] for _ in words.items]
    places = WordPlaces(words)
    for proposal in proposals:
        piece = places.piece(proposal.span, proposal.type)
        if piece is None:
            continue
        names[piece.first].append(f"{proposal.suggester}:B-{piece.type}")
        names[piece.first].append(f"score:{piece.type}:{int(proposal.score * _SCORE_STEPS)}")
        for inside in range(piece.first + 1, piece.end):
            names[inside].append(f"{proposal.suggester}:I-{piece.type}")
        names[piece.end - 1].append(f"ends:{piece.type}")
    _add_resolved(reading, words, places, proposals, names)
    for trigger in find_triggers(words):
        names[trigger.word.index] += _of_trigger(trigger)
    _add_zones(places, reading.document.zones, names)
    return features_of_each(names)


def _add_resolved(
    reading: Reading,
    words: Words,
    places: WordPlaces,
    proposals: Iterable[SuggestedMention],
    names: list[list[str]],
) -> None:
    likely = [proposal for proposal in proposals if proposal.score >= _SHOWN_FROM]
    kept = resolve_mentions(likely, [], reading.schema)
    pieces = places.pieces((mention.span, mention.type) for mention in kept)
    outer = labels_of(outermost(pieces), len(words))
    inner = labels_of(innermost(pieces), len(words))
    elsewhere: dict[str, Counter[str]] = {}
    for word, label in zip(words.items, inner, strict=True):
        if label != OUTSIDE:
            elsewhere.setdefault(word.bare, Counter())[label] += 1
    for index, word in enumerate(words.items):
        names[index] += [f"outer:{outer[index]}", f"inner:{inner[index]}"]
        names[index].append(f"both:{outer[index]}|{inner[index]}")
        if inner[index] == OUTSIDE and word.bare in elsewhere:
            names[index].append(f"elsewhere:{elsewhere[word.bare].most_common(1)[0][0]}")


def _of_trigger(trigger: FoundTrigger) -> list[str]:
    entry = trigger.entry
    doubt = "doubtful" if entry.doubtful else "sure"
    held = "proven" if entry.proven else "bare"
    return [f"event:{entry.type}", f"event:{entry.type}:{doubt}:{held}", f"lemma:{entry.lemma}"]


def _add_zones(places: WordPlaces, zones: Iterable[Zone], names: list[list[str]]) -> None:
    for zone in zones:
        piece = places.piece(zone.span, zone.kind)
        if piece is not None:
            for index in range(piece.first, piece.end):
                names[index].append(f"zone:{zone.kind}")
