"""Fold spellings of one word together, with a map from the folded text back to the printed one."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.arabic.marks import (
    EXTENDED_HARAKAT,
    HAMZA_MARKS,
    HARAKAT,
    INVISIBLES,
    MARKS,
    TATWEEL,
)
from annotator.model.span import Span

_LETTERS_OF_PERSIAN = str.maketrans("کڪګیېێہھەۀۃگپڤچژڨڭ", "كككيييهههههكبفجزقك")
_ALEFS = str.maketrans("أإآٱ", "اااا")
_HAMZA_SEATS = str.maketrans("ؤئ", "وي")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_PRESENTATION_FORMS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
_RIDING = re.compile(f"[{MARKS}{TATWEEL}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """Which differences of spelling are overlooked; all of them unless switched off."""

    diacritics: bool = True
    """Vowel signs, tanwin, shadda and Koranic marks go."""
    tatweel: bool = True
    invisibles: bool = True
    """Direction marks and zero-width characters go."""
    alefs: bool = True
    """أ إ آ ٱ become ا."""
    hamza_seats: bool = True
    """ؤ becomes و and ئ becomes ي; a hamza or madda written as a mark of its own goes."""
    ya: bool = True
    """ى becomes ي."""
    ta_marbuta: bool = True
    """ة becomes ه."""
    persian: bool = True
    """Persian and Urdu letters become the Arabic ones read or written alike (ک ی گ پ …)."""
    presentation_forms: bool = True
    """ﻻ and its like become the letters they draw."""
    digits: bool = True
    """٣ and ۳ become 3."""


EVERYTHING = Folding()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters was printed."""

    text: str
    starts: Sequence[int]
    """Of each folded character, the offset in the source where it begins; never falling."""
    ends: Sequence[int]
    """Where it ends, the vowel signs and tatweel that went with it included."""

    def to_source(self, span: Span) -> Span:
        """What was printed for `span` of the folded text."""
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def to_folded(self, span: Span) -> Span | None:
        """What became of `span` of the source; None when nothing of it was left.

        A ligature is one printed character, so touching it takes all its letters.
        """
        start = bisect_right(self.ends, span.start)
        end = bisect_left(self.starts, span.end)
        return Span(start, end) if start < end else None


def fold(text: str, folding: Folding = EVERYTHING) -> Folded:
    """Fold `text`, keeping the way back to every printed character."""
    table, resizing = _rules(folding)
    if resizing.search(text) is None:
        return Folded(text.translate(table), range(len(text)), range(1, len(text) + 1))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for offset, character in enumerate(text):
        folded = table.get(ord(character), character)
        if folded:
            characters.append(folded)
            starts.extend([offset] * len(folded))
            ends.extend([offset + 1] * len(folded))
        elif ends and ends[-1] == offset and _RIDING.match(character):
            ligature = len(characters[-1])
            ends[-ligature:] = [offset + 1] * ligature
    return Folded("".join(characters), starts, ends)


@lru_cache(maxsize=65536)
def fold_key(word: str) -> str:
    """The text of `fold(word)`: equal for two spellings of one word, the key of look-ups."""
    table, _ = _rules(EVERYTHING)
    return word.translate(table)


@lru_cache(maxsize=64)
def _rules(folding: Folding) -> tuple[dict[int, str], re.Pattern[str]]:
    """What each character becomes, and a pattern for those that do not become exactly one."""
    table = _letters(folding)
    for characters, is_on in (
        (HARAKAT + EXTENDED_HARAKAT, folding.diacritics),
        (HAMZA_MARKS, folding.hamza_seats),
        (TATWEEL, folding.tatweel),
        (INVISIBLES, folding.invisibles),
    ):
        if is_on:
            table.update(dict.fromkeys(_members(characters), ""))
    if folding.presentation_forms:
        table.update(_drawn_letters(table))
    resized = "".join(map(re.escape, (chr(code) for code, to in table.items() if len(to) != 1)))
    return table, re.compile(f"[{resized}]" if resized else "(?!)")


def _letters(folding: Folding) -> dict[int, str]:
    """What each letter and digit becomes."""
    return {
        source: chr(target)
        for pairs, is_on in (
            (_ALEFS, folding.alefs),
            (_HAMZA_SEATS, folding.hamza_seats),
            ({ord("ى"): ord("ي")}, folding.ya),
            ({ord("ة"): ord("ه")}, folding.ta_marbuta),
            (_LETTERS_OF_PERSIAN, folding.persian),
            (_DIGITS, folding.digits),
        )
        if is_on
        for source, target in pairs.items()
    }


def _drawn_letters(table: dict[int, str]) -> dict[int, str]:
    """What each presentation form becomes: the letters it draws, folded in their turn."""
    return {
        code: unicodedata.normalize("NFKC", chr(code)).lstrip(" ").translate(table)
        for block in _PRESENTATION_FORMS
        for code in block
        if unicodedata.category(chr(code)) in {"Lo", "Sc"}
    }


def _members(characters: str) -> Iterator[int]:
    """The code points of a `[…]` class without escapes: single ones and ranges."""
    for first, last in re.findall("(?s)(.)(?:-(.))?", characters):
        yield from range(ord(first), ord(last or first) + 1)
