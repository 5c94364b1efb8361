"""The words of a text as search compares them: folded, in lower case, parted at every mark."""

import re
from functools import lru_cache

from annotator.arabic.marks import JOINERS, WORD_LETTERS
from annotator.arabic.normalize import Folded, fold, fold_key

WORD = re.compile(f"[{WORD_LETTERS}{JOINERS}]+")
"""A word to search for; `parted` first, since `\\w` holds the underscore."""

_PLAIN_LETTERS = "\u0621-\u063a\u0641-\u064a"
_PLAIN_MARKS = "\u00a0\u00ab\u00bb\u060c\u061b\u061f“”‘’…–—"
_NOT_PLAIN = re.compile(f"[^\t\n\r -~{_PLAIN_LETTERS}{_PLAIN_MARKS}]")
"""Anything that common Arabic print does not hold: vowel signs, tatweel, other scripts …"""

_FOLDED_LETTERS = tuple((letter, fold_key(letter)) for letter in "أإآؤئىة")


def parted(text: str) -> str:
    """`text`, every offset kept, with the words of a hashtag parted."""
    return text.replace("_", " ")


@lru_cache(maxsize=262_144)
def word_key(word: str) -> str:
    """What a printed word is compared by; empty for one that is nothing but marks."""
    return fold_key(word).lower()


def index_text(text: str) -> str:
    """A text for a search index that parts words at ASCII blanks and marks, and ignores case.

    Replacing a few letters is many times as fast as taking word by word, and comes to the same
    in plain print, which almost every article is.
    """
    if _NOT_PLAIN.search(text):
        return " ".join(map(word_key, WORD.findall(parted(text))))
    text = _fold_letters(text)
    for mark in _PLAIN_MARKS:
        text = text.replace(mark, " ")
    return text


def fold_text(text: str) -> Folded:
    """`fold(text)`, a hundred times as quick in plain print, where no letter comes or goes."""
    folded = fold_plain(text)
    if folded is None:
        return fold(text)
    return Folded(folded, range(len(text)), range(1, len(text) + 1))


def fold_plain(text: str) -> str | None:
    """The folded text of plain print, as long as `text`; None where it holds anything else."""
    return None if _NOT_PLAIN.search(text) else _fold_letters(text)


def _fold_letters(text: str) -> str:
    for printed, folded in _FOLDED_LETTERS:
        text = text.replace(printed, folded)
    return text
