"""What learners see of one word by itself: letters, counts, lists it is in, clusters."""

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from annotator.arabic.function_words import FUNCTION_WORDS
from annotator.arabic.word_counts import zipf
from annotator.suggesters.chain_model import Features
from annotator.suggesters.lexicon import keys
from annotator.suggesters.nisbas import nisbas
from annotator.suggesters.speech import is_form_of_saying
from annotator.suggesters.trigger_lexicon import trigger_entries
from annotator.suggesters.vocabulary import given_names, is_ordinary, surnames
from annotator.suggesters.word_vectors import word_vectors
from annotator.suggesters.words import Word

_AFFIX_LENGTHS = (1, 2, 3)
_LONGEST = 8
_STEPS = 3


class WordFeatures(NamedTuple):
    """Features of a word: for itself, and the fewer ones its neighbours see."""

    own: Features
    seen: Features


@lru_cache(maxsize=50_000)
def feature_id(name: str) -> int:
    """32 bits that stand for the feature called `name`."""
    return zlib.crc32(name.encode())


def as_features(names: list[str]) -> Features:
    """The identifiers of features, in order."""
    return np.fromiter(map(feature_id, names), dtype=np.uint32, count=len(names))


def features_of_each(names: Sequence[Sequence[str]]) -> list[Features]:
    """As `as_features`, of many words at once: that takes half the time."""
    together = as_features([name for of_word in names for name in of_word])
    return parted(together, [len(of_word) for of_word in names])


def parted(features: Features, counts: Iterable[int]) -> list[Features]:
    """The first so many, the next so many, and so on."""
    return [features[start:end] for start, end in pairwise(accumulate(counts, initial=0))]


def word_features(word: Word) -> WordFeatures:
    """The features of a word; words printed alike share them."""
    return _features(
        word.full, word.key, word.proclitics, word.definite, word.is_word, word.ends_in_alif
    )


@lru_cache(maxsize=20_000)
def _features(  # noqa: PLR0913, PLR0917 - what words are known apart by
    full: str,
    key: str,
    proclitics: str,
    definite: bool,  # noqa: FBT001 - a key of the cache
    is_word: bool,  # noqa: FBT001 - likewise
    ends_in_alif: bool,  # noqa: FBT001 - likewise
) -> WordFeatures:
    bare = key.removeprefix("ال") if definite else key
    seen = [f"b={bare}", f"pc={proclitics}", "definite" if definite else "indefinite"]
    seen.append(_shape(full, is_word=is_word))
    own = [f"w={key}", *_affixes(bare)]
    if is_word:
        seen += _clusters(bare)
        seen += _lists(full, key, bare)
        own += _counts(bare)
    if ends_in_alif:
        own.append("alif")
    seen.append(f"s2={bare[-2:]}")
    return WordFeatures(as_features(own + seen), as_features(seen))


def _shape(full: str, *, is_word: bool) -> str:
    if is_word:
        return "latin" if full.isascii() else "word"
    return f"digits={min(len(full), 4)}" if full[:1].isdigit() else f"mark={full[:1]}"


def _affixes(bare: str) -> list[str]:
    names = [f"length={min(len(bare), _LONGEST)}"]
    for length in _AFFIX_LENGTHS:
        if len(bare) > length:
            names += [f"end={bare[-length:]}", f"begin={bare[:length]}"]
    return names


def _clusters(bare: str) -> list[str]:
    vectors = word_vectors()
    row = vectors.row(bare)
    if row is None:
        return ["cluster=?"]
    return [f"cluster{level}={number}" for level, number in enumerate(vectors.clusters[row])]


def _counts(bare: str) -> list[str]:
    """How often the word is met, and how often with article, suffix and as a verb beside that."""
    alone = zipf(bare)
    names = [f"count={int(alone)}"]
    for kind, form in (("article", f"ال{bare}"), ("suffix", f"{bare}ها"), ("verb", f"ي{bare}")):
        step = max(-_STEPS, min(_STEPS, round(zipf(form) - alone)))
        names.append(f"{kind}={step}" if alone else f"{kind}=?")
    return names


def _lists(full: str, key: str, bare: str) -> list[str]:
    listed = {
        "ordinary": is_ordinary(bare),
        "given": key in given_names(),
        "surname": bare in surnames(),
        "nisba": bare in nisbas(),
        "office": bare in _offices(),
        "body": bare in _bodies(),
        "saying": is_form_of_saying(key),
        "function": full in FUNCTION_WORDS,
    }
    names = [name for name, is_in in listed.items() if is_in]
    readings = trigger_entries().get(bare)
    if readings:
        names.append(f"trigger={readings[0].type}")
    return names


def _offices() -> frozenset[str]:
    return keys("titles", "office", "kinship")


def _bodies() -> frozenset[str]:
    sections = ("government", "military", "media", "organisation", "facility")
    return keys("organisations", *sections)
