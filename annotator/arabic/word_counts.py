"""How often a printed Arabic word occurs in general text, from a packed table."""

import zlib
from functools import cache
from importlib.resources import files

TABLE = "word_counts.z"
"""File in `annotator/arabic/data`, written by `tools/build_word_counts.py`."""

UNKNOWN = 0.0
LOWEST_ZIPF = 2.0
STEPS_PER_ZIPF = 16
FIRST_LEVEL = ord("!")
PREFIX_LENGTH = 2


def zipf(word: str) -> float:
    """The word's count as the decimal logarithm of its count in a billion words; 0 if unknown.

    Give it a folded word (`fold_key`). Known words lie between 2 (rare) and 8 (في).
    """
    level = _opened(word[:PREFIX_LENGTH]).get(word[PREFIX_LENGTH:])
    if level is None:
        return UNKNOWN
    return LOWEST_ZIPF + (ord(level) - FIRST_LEVEL) / STEPS_PER_ZIPF


@cache
def _opened(prefix: str) -> dict[str, str]:
    """The words that begin with `prefix`, each without it, and its count as one character."""
    rests, _, levels = _packed().get(prefix, "").partition("\t")
    return dict(zip(rests.split(" "), levels, strict=False))


@cache
def _packed() -> dict[str, str]:
    """The table, a line for every beginning of words; opening all lines would take 50 ms."""
    data = (files("annotator.arabic") / "data" / TABLE).read_bytes()
    lines = zlib.decompress(data).decode().split("\n")
    return {line[:PREFIX_LENGTH].rstrip(): line[PREFIX_LENGTH:] for line in lines}
