"""Sketches of texts: small samples by which copies and shared passages are found among many texts.

Two signals, both blind to spelling and marks: the share of three-word sequences two texts have in
common, and a passage of at least eight words that stands in both.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from zlib import crc32

from annotator.arabic.search_words import index_text

RUN_WORDS = 8
"""A passage of so many words that stands in two texts is no chance."""
_SHINGLE_WORDS = 3
_SAMPLE_SIZE = 32
_PIECE_WORDS = 5
_WINDOW = RUN_WORDS - _PIECE_WORDS + 1
"""Of the pieces in every window the least is kept: each shared passage keeps a common one."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a text; two sketches are compared without their texts."""

    shingles: "array[int]"
    """The least hashes of its three-word sequences: a sample that copies have in common."""
    pieces: "array[int]"
    """Hashes of five-word pieces; two texts that share a passage share at least one of them."""


def content_words(text: str) -> list[str]:
    """The folded words of a text without its marks."""
    return _WORD.findall(index_text(text).lower())


def make_sketch(text: str) -> Sketch:
    """The sketch of a text; the same in every process and on every machine."""
    words = " ".join(content_words(text)).encode("utf-8", "surrogatepass").split()
    sequences = list(map(crc32, words))
    for distance in range(1, _SHINGLE_WORDS):
        sequences = list(map(crc32, words[distance:], sequences))
    shingles = array("I", sorted(set(sequences))[:_SAMPLE_SIZE])
    for distance in range(_SHINGLE_WORDS, _PIECE_WORDS):
        sequences = list(map(crc32, words[distance:], sequences))
    windows = (sequences[n:] for n in range(_WINDOW))
    return Sketch(shingles, array("I", sorted(set(map(min, *windows)))))


def resemblance(first: Sequence[str], second: Sequence[str]) -> float:
    """The share of three-word sequences that two texts, given as words, have in common: 0 to 1."""
    a, b = (
        set(zip(words, words[1:], words[2:], strict=False)) for words in (list(first), list(second))
    )
    return len(a & b) / len(a | b) if a | b else 0.0


def shared_passages(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Where in `second` each passage of both begins and how many words it has, the longest first.

    Those of fewer than `RUN_WORDS` words are not looked for.
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(first) - RUN_WORDS + 1):
        places.setdefault(tuple(first[place : place + RUN_WORDS]), []).append(place)
    matches = sorted(
        (here - there, here)
        for here in range(len(second) - RUN_WORDS + 1)
        for there in places.get(tuple(second[here : here + RUN_WORDS]), ())
    )
    found = {
        run
        for _, diagonal in groupby(matches, key=itemgetter(0))
        for run in _runs([here for _, here in diagonal])
    }
    return sorted(found, key=lambda run: (-run[1], run[0]))


def _runs(heres: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Begin and words of each passage, of the places where eight of its words begin."""
    for _, run in groupby(enumerate(heres), key=lambda pair: pair[1] - pair[0]):
        found = [here for _, here in run]
        yield found[0], len(found) + RUN_WORDS - 1
