"""Cut a text into sentences without ever cutting a name, a number or a given span."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from annotator.arabic.marks import MARKS, TATWEEL
from annotator.arabic.tokenize import Token, tokenize
from annotator.model.span import Span

_LINE_END = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK = re.compile(r"\s")
_NOT_LETTERS = re.compile(f"[{MARKS}{TATWEEL}]+")
_STOPS = frozenset("!?؟.…\u06d4\u203c\u2047\u2048\u2049")
_OPENING = frozenset("([{«“\u2018")
_CLOSING = frozenset(")]}»”\u2019")
_CLOSING_WHEN_ATTACHED = _CLOSING | frozenset("\"'“«\u2018")
_LETTER_NAMES = (
    "إيه ايه بي سي دي إي اف إف جي جيه إتش اتش آي كيه كي إل ال إم ام إن ان أو او كيو آر ار إس اس"
    " تي يو في دبليو إكس اكس واي زد زي"
)
"""How the initials of foreign names are spelt: «جورج دبليو. بوش»."""

_SHORTENINGS = (
    "بروف مج تح mr mrs ms dr prof st jr sr vs no inc ltd co corp gen sen rep gov capt col lt sgt"
    " rev hon e.g i.e etc fig vol pp ed eds approx dept est"
)
_NEVER_FINAL = frozenset(f"{_LETTER_NAMES} {_SHORTENINGS}".split())
_LONE_WORD_LENGTH = 3
"""At most so many tokens make a lone word: the word, its full stop, a quotation mark."""


def _is_letters(word: str) -> bool:
    return word.isalpha() and not word.isascii()


class _Document:
    """The text, its tokens, and which words stand side by side in it."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self._neighbours: set[tuple[str, str]] | None = None

    def word(self, index: int) -> str:
        """The letters of a token, or nothing when it is no word."""
        if not 0 <= index < len(self.tokens) or self.tokens[index].kind != "word":
            return ""
        return _NOT_LETTERS.sub("", self.tokens[index].of(self.text))

    def gap(self, index: int) -> str:
        """What lies between the token and the one before it."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def stand_side_by_side(self, left: str, right: str) -> bool:
        """Whether `right` follows `left` somewhere with nothing but a space between them."""
        if self._neighbours is None:
            self._neighbours = {
                (self.word(index - 1), self.word(index))
                for index in range(1, len(self.tokens))
                if self.gap(index) == " "
            }
        return (left, right) in self._neighbours

    def ends_sentence(self, stop: int, following: int, first: int) -> bool:
        """Whether the mark at `stop`, white space behind it, ends the sentence begun at `first`."""
        if stop == first or self.tokens[stop - 1].of(self.text) in _OPENING:
            return False
        if self.tokens[stop].of(self.text) != ".":
            return True
        attached = self.tokens[stop - 1].end == self.tokens[stop].start
        if attached and self._is_abbreviation(stop - 1, first):
            return False
        left, right = self.word(stop - 1), self.word(following)
        stray = bool(left and right) and self.stand_side_by_side(left, right)
        return not stray

    def _is_abbreviation(self, index: int, first: int) -> bool:
        """Whether a full stop right behind the token marks a shortening, an initial or an item."""
        kind = self.tokens[index].kind
        if kind == "number":
            return index == first
        word = self.word(index)
        if len(word.removeprefix("و")) == 1:
            # «عام 1948 م.» may well end a sentence, «أ. د. فلان وم. فلان» may not
            return index == first or self.tokens[index - 1].kind != "number"
        return word.lower() in _NEVER_FINAL


def sentences(
    text: str, *, tokens: Sequence[Token] | None = None, keep_whole: Iterable[Span] = ()
) -> list[Span]:
    """The sentences of `text` in order, from first to last token, white space left outside.

    They end at ؟ ! . … with the quotation mark behind it, and at every line end. Every token lies
    in one sentence, and so does every span of `keep_whole`: sentences it bridges are merged.
    `tokens` saves cutting the text again when the caller has done so.
    """
    document = _Document(text, tokenize(text) if tokens is None else tokens)
    spans = [
        Span(document.tokens[first].start, document.tokens[after - 1].end)
        for first, after in pairwise(_borders(document))
    ]
    return _merge(spans, keep_whole)


def _borders(document: _Document) -> list[int]:
    """Indices of the tokens that begin a sentence, closed by the token count."""
    count = len(document.tokens)
    borders = [0]
    behind_full_stop: set[int] = set()
    stop: int | None = None
    for index in range(1, count):
        gap = document.gap(index)
        if gap and gap != " " and _LINE_END.search(gap):
            borders.append(index)
            stop = None
            continue
        if stop is None and document.text[document.tokens[index - 1].start] in _STOPS:
            stop = index - 1
        if stop is None:
            continue
        spaced = _BLANK.search(gap) is not None
        if _goes_with_stop(document, index, spaced=spaced):
            continue
        if (spaced or _lacks_space(document, stop, index)) and document.ends_sentence(
            stop, index, borders[-1]
        ):
            borders.append(index)
            if document.tokens[stop].of(document.text) == ".":
                behind_full_stop.add(index)
        stop = None
    return _without_lone_words(document, borders, behind_full_stop)


def _goes_with_stop(document: _Document, index: int, *, spaced: bool) -> bool:
    """Whether the token is one more mark, or the quotation mark or bracket behind it."""
    character = document.text[document.tokens[index].start]
    if spaced or character in _CLOSING:
        return character in _CLOSING
    if character not in _CLOSING_WHEN_ATTACHED:
        return character in _STOPS
    after = document.tokens[index].end
    return after == len(document.text) or not document.text[after].isalnum()


def _lacks_space(document: _Document, stop: int, index: int) -> bool:
    """Whether the mark stands between two words as if the writer had forgotten the space."""
    left, right = document.word(stop - 1), document.word(index)
    return (
        stop == index - 1
        and min(len(left), len(right)) > 1
        and _is_letters(left)
        and _is_letters(right)
    )


def _without_lone_words(
    document: _Document, borders: list[int], behind_full_stop: set[int]
) -> list[int]:
    """Give a single word between two full stops back to the sentence before it.

    Machine-made text breaks names that way: «وصهره سامي. حداد.»
    """
    if not document.tokens:
        return []
    kept = [0]
    for first, after in pairwise([*borders, len(document.tokens)]):
        is_lone_word = (
            first in behind_full_stop
            and 1 < after - first <= _LONE_WORD_LENGTH
            and document.word(first) != ""
            and document.tokens[first + 1].of(document.text) == "."
        )
        if is_lone_word:
            kept.pop()
        kept.append(after)
    return kept


def _merge(spans: list[Span], keep_whole: Iterable[Span]) -> list[Span]:
    """Join the sentences that a span of `keep_whole` touches."""
    starts = [span.start for span in spans]
    ends = [span.end for span in spans]
    bridges = [0] * (len(spans) + 1)
    for kept in keep_whole:
        first, after = bisect_right(ends, kept.start), bisect_left(starts, kept.end)
        if after - first > 1:
            bridges[first + 1] += 1
            bridges[after] -= 1
    merged: list[Span] = []
    for span, bridged in zip(spans, accumulate(bridges), strict=False):
        if bridged:
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged
