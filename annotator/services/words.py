"""The words of a document as a cursor walks them: where each is, its stem, its sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from annotator.arabic.sentences import sentences
from annotator.arabic.tokenize import tokenize
from annotator.model.span import Span

if TYPE_CHECKING:
    from annotator.arabic.clitics import Segmenter

_NO_STOPS = frozenset({"punctuation", "symbol"})
"""Kinds of token that a cursor walking by words passes over."""


class Words:
    """The words of one text; punctuation is no word. Cutting off proclitics waits until asked."""

    def __init__(
        self,
        text: str,
        *,
        proclitics_outside: Sequence[str] = (),
        confirmed: Container[str] = frozenset(),
    ) -> None:
        """`proclitics_outside` are those the label schema wants outside a span.

        `confirmed` holds folded names that people have marked: they are never cut.
        """
        self.text = text
        self._confirmed = confirmed
        self.tokens = tokenize(text)
        words = [token for token in self.tokens if token.kind not in _NO_STOPS]
        self._words = [token.span for token in words or self.tokens]
        self._starts = [span.start for span in self._words]
        self._outside = frozenset(proclitics_outside)

    def __len__(self) -> int:
        return len(self._words)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences in order."""
        return sentences(self.text, tokens=self.tokens)

    # -- where the words are

    def at(self, offset: int) -> Span:
        """The word that holds `offset`, else the next one, else the last.

        Raises:
            IndexError: the text has no token at all.
        """
        index = max(0, bisect_right(self._starts, offset) - 1)
        if self._words[index].end <= offset and index + 1 < len(self._words):
            index += 1
        return self._words[index]

    def holding(self, offset: int) -> Span | None:
        """The word that holds `offset`, or None between words."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self._words[index].end <= offset:
            return None
        return self._words[index]

    def after(self, offset: int) -> Span | None:
        """The first word that begins behind `offset`."""
        index = bisect_right(self._starts, offset)
        return self._words[index] if index < len(self._words) else None

    def before(self, offset: int) -> Span | None:
        """The last word that begins before `offset`."""
        index = bisect_left(self._starts, offset) - 1
        return self._words[index] if index >= 0 else None

    def between(self, span: Span) -> list[Span]:
        """The words that `span` touches."""
        first = bisect_right(self._starts, span.start) - 1
        return [
            word
            for word in self._words[max(0, first) : bisect_left(self._starts, span.end)]
            if word.overlaps(span)
        ]

    def sentence_at(self, offset: int) -> Span:
        """The sentence around `offset`; between two sentences, the one before."""
        starts = [sentence.start for sentence in self.sentences]
        return self.sentences[max(0, bisect_right(starts, offset) - 1)]

    def sentence_start(self, offset: int, *, is_back: bool) -> int | None:
        """Where the next sentence begins; or this one, or from its beginning the one before."""
        starts = [sentence.start for sentence in self.sentences]
        if is_back:
            index = bisect_left(starts, offset) - 1
            return starts[index] if index >= 0 else None
        index = bisect_right(starts, offset)
        return starts[index] if index < len(starts) else None

    # -- proclitics

    def cuts(self, word: Span) -> tuple[int, ...]:
        """Where the proclitics of `word` end, one by one; the last is where its stem begins."""
        number = self._numbers.get(word.start)
        if number is None:
            return ()
        segmented = self._segmenter.at(number)
        return tuple(part.end for part in (segmented.conjunction, segmented.preposition) if part)

    def stem(self, word: Span) -> Span:
        """`word` without the proclitics that stay outside a span."""
        start = word.start
        for cut in self.cuts(word):
            if self.text[start] not in self._outside:
                break
            start = cut
        return Span(start, word.end) if start < word.end else word

    @cached_property
    def _segmenter(self) -> "Segmenter":
        # word counts take some milliseconds to unpack
        from annotator.arabic.clitics import Segmenter  # noqa: PLC0415 -- heavy, loaded when it is needed

        return Segmenter(self.text, tokens=self.tokens, confirmed=self._confirmed)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        words = enumerate(self._segmenter.words)
        return {word.start: number for number, word in words}
