"""Nested mentions as flat layers of labels, one label a word: the outermost, and the innermost."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from annotator.model.span import Span
from annotator.suggesters.words import Words

OUTSIDE = "O"


class Piece(NamedTuple):
    """Words `first` up to `end` have a type."""

    first: int
    end: int
    type: str


class WordPlaces:
    """Finds the words a span touches."""

    def __init__(self, words: Words) -> None:
        """Remember where the stems of `words` begin and end."""
        self._starts = [word.start for word in words.items]
        self._ends = [word.end for word in words.items]

    def piece(self, span: Span, type_name: str) -> Piece | None:
        """The words of a span; None if it touches none."""
        first = bisect_right(self._ends, span.start)
        end = bisect_left(self._starts, span.end)
        return Piece(first, end, type_name) if end > first else None

    def pieces(self, spans: Iterable[tuple[Span, str]]) -> list[Piece]:
        """The words of every span that touches some."""
        found = (self.piece(span, type_name) for span, type_name in spans)
        return [piece for piece in found if piece is not None]


def outermost(pieces: Iterable[Piece]) -> list[Piece]:
    """Those that lie in no other; of two that cross or are equal the first."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.first, -p.end, p.type)):
        if not kept or piece.first >= kept[-1].end:
            kept.append(piece)
    return kept


def innermost(pieces: Iterable[Piece]) -> list[Piece]:
    """Those that no other lies in; of two that cross or are equal the first."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.end - p.first, p.first, p.type)):
        if not any(other.first < piece.end and piece.first < other.end for other in kept):
            kept.append(piece)
    return kept


def labels_of(pieces: Iterable[Piece], count: int) -> list[str]:
    """A label for each of `count` words: B-type where a piece begins, I-type inside, else O."""
    labels = [OUTSIDE] * count
    for piece in pieces:
        labels[piece.first] = f"B-{piece.type}"
        for inside in range(piece.first + 1, piece.end):
            labels[inside] = f"I-{piece.type}"
    return labels


def label_set(types: Iterable[str]) -> tuple[str, ...]:
    """All labels of the types, O first."""
    named = [f"{begin}-{name}" for name in sorted(types) for begin in "BI"]
    return (OUTSIDE, *named)


def sentences_of(words: Words) -> list[range]:
    """The words of each sentence."""
    starts = [
        index
        for index, word in enumerate(words.items)
        if index == 0 or word.sentence != words[index - 1].sentence
    ]
    ends = [*starts[1:], len(words)] if starts else []
    return [range(start, end) for start, end in zip(starts, ends, strict=True)]
