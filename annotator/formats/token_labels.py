"""Spans made labels of tokens, for formats that hold one label per token: IOB2."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from annotator.arabic.marks import INVISIBLES
from annotator.arabic.tokenize import Token
from annotator.model.span import Span, reading_order

Piece: TypeAlias = tuple[int, int]
"""A token or, where an annotation cuts one, a part of it: `start` and `end` in code points."""

Subtoken: TypeAlias = Literal["split", "widen", "drop"]

LostKind: TypeAlias = Literal["nested", "overlapping", "no token", "widened", "dropped"]
"""Inside another span, across the border of one, on nothing but white space; written over whole
words, or not written because it ends inside a word or shares one with the span before it."""

OUTSIDE = "O"
_INVISIBLE_START = re.compile(f"\\A[{INVISIBLES}]*")
_INVISIBLE_END = re.compile(f"[{INVISIBLES}]*\\Z")


class LabelledSpan(NamedTuple):
    """A span and the label to write for it."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class LabelledTokens:
    """Tokens in the text's order, a label for each, and the spans that are not told exactly."""

    tokens: Sequence[Piece]
    labels: Sequence[str]
    lost: Sequence[tuple[LostKind, LabelledSpan]]


def label_tokens(
    text: str, tokens: Sequence[Token], spans: Iterable[LabelledSpan], *, subtoken: Subtoken
) -> LabelledTokens:
    """The outermost of `spans` as IOB2 labels; `subtoken` says what a word cut by one becomes."""
    kept, lost = _outermost(spans)
    pieces = cut(text, tokens, [span for span, _ in kept] if subtoken == "split" else ())
    starts, ends = [piece[0] for piece in pieces], [piece[1] for piece in pieces]
    labels = [OUTSIDE] * len(pieces)
    free = 0
    for labelled in kept:
        (start, end), label = (labelled.span.start, labelled.span.end), labelled.label
        first, after = bisect_right(ends, start), bisect_left(starts, end)
        if first >= after:
            lost.append(("no token", labelled))
            continue
        if starts[first] < start or ends[after - 1] > end:
            if subtoken == "drop" or first < free:
                lost.append(("dropped", labelled))
                continue
            lost.append(("widened", labelled))
        labels[first] = f"B-{label}"
        labels[first + 1 : after] = [f"I-{label}"] * (after - first - 1)
        free = after
    return LabelledTokens(pieces, labels, lost)


def cut(text: str, tokens: Iterable[Token | Span], spans: Iterable[Span]) -> list[Piece]:
    """`tokens`, those that a border of `spans` falls into cut there.

    A part is never invisible: joiners at a cut belong to neither side.
    """
    pieces = [(token.start, token.end) for token in tokens]
    ends = [piece[1] for piece in pieces]
    borders = {border for span in spans for border in (span.start, span.end)}
    for border in sorted(borders):
        index = bisect_right(ends, border)
        if index == len(pieces) or pieces[index][0] >= border:
            continue
        start, end = pieces[index]
        before = border - len(_INVISIBLE_END.findall(text[start:border])[0])
        behind = border + len(_INVISIBLE_START.findall(text[border:end])[0])
        parts = [part for part in ((start, before), (behind, end)) if part[0] < part[1]]
        pieces[index : index + 1] = parts
        ends[index : index + 1] = [part[1] for part in parts]
    return pieces


def _outermost(
    spans: Iterable[LabelledSpan],
) -> tuple[list[LabelledSpan], list[tuple[LostKind, LabelledSpan]]]:
    """The spans that lie in no other, which do not overlap; of equal ones the first given."""
    kept: list[LabelledSpan] = []
    lost: list[tuple[LostKind, LabelledSpan]] = []
    for labelled in sorted(spans, key=lambda labelled: reading_order(labelled.span)):
        if not kept or labelled.span.start >= kept[-1].span.end:
            kept.append(labelled)
        elif labelled.span.end <= kept[-1].span.end:
            lost.append(("nested", labelled))
        else:
            lost.append(("overlapping", labelled))
    return kept, lost
