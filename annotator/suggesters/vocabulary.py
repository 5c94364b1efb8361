"""Whether a word is an ordinary one of the language or may be somebody's name."""

import gzip
from functools import lru_cache
from pathlib import Path

from annotator.arabic.function_words import FUNCTION_WORDS
from annotator.suggesters.lexicon import keys

_ORDINARY = Path(__file__).parent / "data" / "ordinary_words.txt.gz"


@lru_cache
def ordinary_words() -> frozenset[str]:
    """Folded words, without article, that are met with in many inflected forms (52,000)."""
    return frozenset(gzip.decompress(_ORDINARY.read_bytes()).decode("utf-8").split("\n"))


_SUFFIXES = (
    "ا",
    "ها",
    "هم",
    "هما",
    "هن",
    "نا",
    "وا",
    "ات",
    "تين",
    "ين",
    "ون",
    "تها",
    "ته",
    "تهم",
    "ت",
)
_SHORTEST_STEM = 4


@lru_cache(maxsize=50_000)
def is_ordinary(bare: str) -> bool:
    """Whether the folded word, its article off, is an ordinary one or an inflected form of one."""
    words = ordinary_words()
    if bare in words or bare in FUNCTION_WORDS:
        return True
    if bare[:1] == "س" and len(bare) > _SHORTEST_STEM and bare[1:] in words:
        return True
    return bare.endswith(_SUFFIXES) and any(
        bare.endswith(suffix)
        and len(bare) - len(suffix) >= _SHORTEST_STEM
        and (bare.removesuffix(suffix) in words or f"{bare.removesuffix(suffix)}ه" in words)
        for suffix in _SUFFIXES
    )


@lru_cache
def given_names() -> frozenset[str]:
    """Folded given names of all languages."""
    listed = (
        "arabic",
        "european",
        "turkish-persian-kurdish",
        "asian",
        "african",
        "israeli",
    )
    return keys("given_names", *listed) - FUNCTION_WORDS - keys("grammar", "no-given-name")


@lru_cache
def surnames() -> frozenset[str]:
    """Folded surnames of public figures, without article."""
    return keys("given_names", "unambiguous-surnames", "other-surnames")


@lru_cache
def unambiguous_surnames() -> frozenset[str]:
    """Those that are no other word even where they stand alone."""
    return keys("given_names", "unambiguous-surnames")
