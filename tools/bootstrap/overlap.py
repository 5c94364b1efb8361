"""How much texts repeat each other: shared runs of words, shared n-grams, shared names."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools.bootstrap.words import words_of

SEEDS = Path(__file__).parents[2] / "seeds"


def seed_texts() -> Mapping[str, str]:
    """The seed articles by name: texts the corpus must not resemble."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


def folded_words(text: str) -> list[str]:
    """The words of `text` without diacritics and tatweel, hamza seats and final letters folded."""
    folded = str.maketrans("أإآىة", "اااية", "\u0640")
    plain = "".join(c for c in text if unicodedata.category(c) != "Mn").translate(folded)
    return [word.text for word in words_of(plain)]


def ngrams(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    """All runs of `size` words."""
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def longest_shared_run(left: Sequence[str], right: Sequence[str]) -> tuple[str, ...]:
    """The longest run of words both have, the earliest if several; found by growing n-grams."""
    best: tuple[str, ...] = ()
    for size in range(1, len(left) + 1):
        others = ngrams(right, size)
        shared = (run for run in _runs(left, size) if run in others)
        longer = next(shared, None)
        if longer is None:
            break
        best = longer
    return best


def _runs(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def share(part: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> float:
    """The share of `part` that also is in `whole`; 0 when there is nothing to share."""
    return len(part & whole) / len(part) if part else 0.0


def standing_in(surfaces: Sequence[str], words: Sequence[str]) -> list[str]:
    """Those of `surfaces` whose words stand in `words`, in a row and whole."""
    joined = f" {' '.join(words)} "
    return [surface for surface in surfaces if f" {' '.join(folded_words(surface))} " in joined]
