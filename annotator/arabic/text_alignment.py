"""Align a text with its corrected version, word by word, to carry spans from one to the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from annotator.arabic.names import CANDIDATE, similar_names
from annotator.arabic.normalize import Folded, fold, fold_key
from annotator.arabic.tokenize import Token, tokenize
from annotator.model.span import Span

_LONG_TOKENS = 20_000
"""Above so many changed tokens frequent ones are passed over when looking for what is alike."""
_MOST_GROWTH = 2
"""A carried span holds at most so many times its tokens, and two more."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A span in the corrected text."""

    span: Span
    is_exact: bool
    """The same words stand in it; else somebody should look at it."""


class TextAlignment:
    """Which words of the old text are which of the new one; both keep their order."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._old_tokens, self._new_tokens = tokenize(old), tokenize(new)
        self._starts = [token.start for token in self._old_tokens]
        self._ends = [token.end for token in self._old_tokens]
        self._old_keys = [_key(token, old) for token in self._old_tokens]
        self._new_keys = [_key(token, new) for token in self._new_tokens]
        self._pairs = dict(_pairs(self._old_keys, self._new_keys))

    def carry(self, span: Span) -> Carried | None:
        """Where `span` of the old text is in the new one; None when its borders are gone."""
        first = bisect_right(self._ends, span.start)
        last = bisect_left(self._starts, span.end) - 1
        if first > last or first not in self._pairs or last not in self._pairs:
            return None
        new_first, new_last = self._pairs[first], self._pairs[last]
        count, new_count = last - first + 1, new_last - new_first + 1
        start = self._inside(first, new_first, span.start - self._starts[first], is_end=False)
        end = self._inside(last, new_last, span.end - self._starts[last], is_end=True)
        if start is None or end is None or start >= end:
            return None
        if new_count > _MOST_GROWTH * count + 2:
            return None
        same = self._old_keys[first : last + 1] == self._new_keys[new_first : new_last + 1]
        return Carried(Span(start, end), is_exact=same)

    def _inside(self, index: int, new_index: int, offset: int, *, is_end: bool) -> int | None:
        """The border `offset` characters into a token, as an offset into the new text."""
        token, new_token = self._old_tokens[index], self._new_tokens[new_index]
        if offset <= 0:
            return new_token.start
        if offset >= len(token.span):
            return new_token.end
        word, new_word = token.of(self._old), new_token.of(self._new)
        if word == new_word:
            return new_token.start + offset
        folded, new_folded = fold(word), fold(new_word)
        letters = _letters_before(folded, offset)
        if folded.text[:letters] != new_folded.text[:letters] or letters >= len(new_folded.text):
            return None
        inside = new_folded.ends[letters - 1] if is_end and letters else new_folded.starts[letters]
        return new_token.start + inside


def _letters_before(folded: Folded, offset: int) -> int:
    return bisect_left(folded.starts, offset)


def _key(token: Token, text: str) -> str:
    printed = token.of(text)
    return fold_key(printed) or printed


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indices of tokens that are the same, or one corrected, in order."""
    before = 0
    while before < min(len(old), len(new)) and old[before] == new[before]:
        yield before, before
        before += 1
    behind = 0
    while behind < min(len(old), len(new)) - before and old[-1 - behind] == new[-1 - behind]:
        yield len(old) - 1 - behind, len(new) - 1 - behind
        behind += 1
    changed = old[before : len(old) - behind], new[before : len(new) - behind]
    is_long = max(map(len, changed)) > _LONG_TOKENS
    matcher = SequenceMatcher(None, *changed, autojunk=is_long)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        for i, j in zip(range(start, end), range(new_start, new_end), strict=False):
            if kind == "equal" or (
                kind == "replace"
                and end - start == new_end - new_start
                and similar_names(changed[0][i], changed[1][j]) >= CANDIDATE
            ):
                yield before + i, before + j
