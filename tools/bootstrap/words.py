"""Words of a text with their places, and the letters Arabic glues in front of them."""

import re
from dataclasses import dataclass

WORD = re.compile(r"[\w\u0640\u064b-\u0652\u0670]+(?:[-./:][0-9\u0660-\u0669]+)*")
PROCLITICS = "وفبلك"
PREFIX = re.compile(r"(?:[وف])?(?:[بلك])?ـ?")
"""What may stand before a mark inside its word: conjunction, preposition, a tatweel."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, clitics included."""

    start: int
    end: int
    text: str


def words_of(text: str) -> list[Word]:
    """The words of `text` in order; punctuation is between them."""
    return [Word(found.start(), found.end(), found[0]) for found in WORD.finditer(text)]


def word_count(text: str) -> int:
    """How many printed words there are, the way a newsroom counts: by white space."""
    return len(text.split())


def letters_before(text: str, offset: int) -> str:
    """The part of the word that stands before `offset`."""
    start = offset
    while start and WORD.fullmatch(text[start - 1]):
        start -= 1
    return text[start:offset]


def letters_after(text: str, offset: int) -> str:
    """The part of the word that stands after `offset`."""
    end = offset
    while end < len(text) and WORD.fullmatch(text[end]):
        end += 1
    return text[offset:end]


def is_prefix(letters: str) -> bool:
    """Whether `letters` may be cut off a word, as ول, فب, ل are."""
    return PREFIX.fullmatch(letters) is not None
