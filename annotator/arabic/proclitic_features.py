"""What speaks for and against cutting a proclitic off a word: the evidence the ranker weighs.

A candidate is the string of letters to cut, «» for none. Each letter is judged by itself, on the
word it begins and the rest it would leave; a feature is a name and a value.
"""

from collections.abc import Iterator
from functools import lru_cache

from annotator.arabic.word_counts import UNKNOWN, zipf

Feature = tuple[str, float]

CONJUNCTIONS = "وف"
PREPOSITIONS = "بلك"
FUTURE = "س"
PROCLITICS = CONJUNCTIONS + PREPOSITIONS + FUTURE

_KINDS = {
    **dict.fromkeys(CONJUNCTIONS, "conjunction"),
    **dict.fromkeys(PREPOSITIONS, "preposition"),
    FUTURE: "future",
}
_IMPERFECT_BEGINNINGS = "يتنا"
_ONE_LETTER_RESTS = frozenset("هيك")
_ENDINGS = (
    "هما",
    "هم",
    "هن",
    "ها",
    "نا",
    "كم",
    "ه",
    "ي",
    "ك",
    "ان",
    "ين",
    "ون",
    "ات",
    "وا",
    "ا",
    "ت",
)
_LOSE_TA_MARBUTA = ("ان", "ين", "ات", "ا")
_MIN_STEM = 3
_RARER_WITH_PREPOSITION = 1.5
"""A word is so many powers of ten rarer with a preposition than without."""


@lru_cache(maxsize=65536)
def candidates(word: str) -> tuple[str, ...]:
    """The strings of proclitics that a folded word could begin with, the empty one first."""
    first, rest = word[:1], word[1:]
    if not rest or first not in PROCLITICS:
        return ("",)
    found = [""]
    if _may_precede(first, rest):
        found.append(first)
    second = rest[0]
    if first in CONJUNCTIONS and second in PREPOSITIONS + FUTURE and _may_precede(second, rest[1:]):
        found.append(first + second)
    return tuple(found)


def _may_precede(letter: str, rest: str) -> bool:
    if letter == FUTURE and rest[:1] not in _IMPERFECT_BEGINNINGS:
        return False
    return len(rest) > 1 or rest in _ONE_LETTER_RESTS


def features(word: str, proclitics: str) -> Iterator[Feature]:
    """The features of one candidate; the empty one has none and scores nought.

    Counts are weighed alike for all conjunctions and for all prepositions, so that the many و
    of a treebank teach something about its few ف.
    """
    for index, letter in enumerate(proclitics):
        kind = _KINDS[letter]
        begun, rest = word[index:], word[index + 1 :]
        yield f"cut {letter}", 1.0
        if index:
            yield "inner", 1.0
            yield f"inner {letter}", 1.0
        yield from _count_features(begun, letter, rest, kind=kind)
        yield from _paradigm_features(begun, rest)
        yield from _shape_features(letter, rest, kind=kind)


def _count_features(word: str, letter: str, rest: str, *, kind: str) -> Iterator[Feature]:
    """How well known the word is, and what would be left of it."""
    whole, left = zipf(word), _zipf_of_rest(letter, rest)
    yield "rest count", left
    yield f"rest count {kind}", left
    yield "word count", whole
    yield f"word count {kind}", whole
    lead = left - whole
    yield f"lead {_step(2 * lead, 8)}", 1.0
    yield f"lead {kind} {_step(lead, 4)}", 1.0
    if whole == UNKNOWN:
        yield "word unknown", 1.0
    if left == UNKNOWN:
        yield "rest unknown", 1.0
        yield f"rest unknown {kind}", 1.0
        yield "inflected rest of unknown", _zipf_without_ending(rest)
    if whole == left == UNKNOWN:
        yield "both unknown", 1.0
        yield f"both unknown {kind}", 1.0


def _paradigm_features(word: str, rest: str) -> Iterator[Feature]:
    """Whether the word, and the rest, occur with the article, other proclitics and endings."""
    with_article, rest_with_article = zipf(f"ال{word}"), zipf(f"ال{rest}")
    yield "word with article", with_article
    yield "rest with article", rest_with_article
    if with_article == UNKNOWN:
        yield "word without article", 1.0
    if rest_with_article == UNKNOWN:
        yield "rest without article", 1.0
    yield "word with conjunction", zipf(f"و{word}")
    yield "word with preposition", max(zipf(f"ب{word}"), zipf(f"ل{word}"))
    lead = _zipf_without_ending(rest) - _zipf_without_ending(word)
    yield f"inflected lead {_step(2 * lead, 5)}", 1.0


def _shape_features(letter: str, rest: str, *, kind: str) -> Iterator[Feature]:
    """What the rest looks like."""
    yield f"rest length {min(len(rest), 7)}", 1.0
    yield f"rest length {kind} {min(len(rest), 5)}", 1.0
    yield f"begins {letter}{rest[0]}", 1.0
    yield f"ends {rest[-1]}", 1.0


def _zipf_of_rest(letter: str, rest: str) -> float:
    """The count of what is left, with the alif that ل took from the article given back."""
    known = zipf(rest)
    if letter == "ل" and rest[0] == "ل":
        known = max(known, zipf(f"ا{rest}"))
    if letter in CONJUNCTIONS and len(rest) > _MIN_STEM and rest[0] in PREPOSITIONS + FUTURE:
        known = max(known, _zipf_of_rest(rest[0], rest[1:]) - _RARER_WITH_PREPOSITION)
    return known


@lru_cache(maxsize=65536)
def _zipf_without_ending(word: str) -> float:
    """The count of the best known word of which `word` may be an inflected form."""
    return max((zipf(base) for base in _bases(word)), default=UNKNOWN)


def _bases(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if len(word) - len(ending) < _MIN_STEM or not word.endswith(ending):
            continue
        stem = word.removesuffix(ending)
        yield stem
        yield f"ال{stem}"
        if stem.endswith("ت"):
            yield f"{stem[:-1]}ه"
        elif ending in _LOSE_TA_MARBUTA:
            yield f"{stem}ه"


def _step(value: float, limit: int) -> int:
    """The whole number below, kept within the limits: a bucket."""
    return max(-limit, min(limit, int(value // 1)))
