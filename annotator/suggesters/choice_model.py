"""A log-linear choice between classes by signs: its weights, their bytes, and how they are learned.

Learned by steps of AdaGrad (Duchi, Hazan and Singer 2011), averaged over the later half, which
keeps the last examples from having the last word. The same examples give the same weights.
"""

import gzip
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_UNIT = 0.01
ROUNDS = 10
_STEP = 0.04
_PENALTY = 2e-4
_FIRST_SQUARE = 1e-2
_FLAT = 1e-3
"""A slope that moves nothing."""

Rows = dict[str, dict[int, float]]


@dataclass(frozen=True)
class Weights:
    """What was learned: how much each sign speaks for each class."""

    classes: Sequence[str]
    signs: Mapping[str, Mapping[int, float]]
    """Sign -> number of the class -> weight."""


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of something, the classes it may have, and the one it has."""

    signs: Sequence[str]
    open_classes: Sequence[int]
    right: int


def probabilities(
    weights: Weights, signs: Sequence[str], open_classes: Sequence[int]
) -> dict[int, float]:
    """How likely each of `open_classes` is; together 1."""
    scores = dict.fromkeys(open_classes, 0.0)
    for sign in signs:
        row = weights.signs.get(sign)
        if row is not None:
            for number, weight in row.items():
                if number in scores:
                    scores[number] += weight
    highest = max(scores.values())
    odds = {number: math.exp(score - highest) for number, score in scores.items()}
    whole = sum(odds.values())
    return {number: odd / whole for number, odd in odds.items()}


def learn(
    examples: Sequence[Example],
    classes: Sequence[str],
    *,
    start: Weights | None = None,
    rounds: int = ROUNDS,
) -> Weights:
    """Weights of all signs; with `start`, learning begins where that ended, and fewer rounds do."""
    rows: Rows = {sign: dict(row) for sign, row in start.signs.items()} if start else {}
    squares: Rows = {}
    for example in examples:
        for sign in example.signs:
            rows.setdefault(sign, {})
            squares.setdefault(sign, {})
    sums: Rows = {sign: {} for sign in squares}
    for turn in range(rounds):
        for number in _order(len(examples), turn):
            _step(examples[number], rows, squares)
        if 2 * turn >= rounds:
            _add(rows, sums)
    for sign, row in sums.items():
        rows[sign] = {number: weight / (rounds // 2) for number, weight in row.items()}
    return Weights(classes, {sign: row for sign, row in rows.items() if row})


def packed(weights: Weights) -> bytes:
    """The weights as bytes, rounded; the same weights give the same bytes."""
    signs: dict[str, dict[int, int]] = {}
    for sign, row in sorted(weights.signs.items()):
        rounded = {number: round(weight / _UNIT) for number, weight in sorted(row.items())}
        if kept := {number: weight for number, weight in rounded.items() if weight}:
            signs[sign] = kept
    content = {"classes": list(weights.classes), "signs": signs}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def unpacked(data: bytes) -> Weights:
    """What `packed` made bytes of."""
    content = json.loads(gzip.decompress(data))
    return Weights(
        content["classes"],
        {
            sign: {int(number): weight * _UNIT for number, weight in row.items()}
            for sign, row in content["signs"].items()
        },
    )


def _step(example: Example, rows: Rows, squares: Rows) -> None:
    likely = probabilities(Weights((), rows), example.signs, example.open_classes)
    slopes = ((number, odds - (number == example.right)) for number, odds in likely.items())
    steep = [(number, slope) for number, slope in slopes if abs(slope) > _FLAT]
    for sign in example.signs:
        row, seen = rows[sign], squares[sign]
        for number, slope in steep:
            weight = row.get(number, 0.0)
            gradient = slope + _PENALTY * weight
            seen[number] = seen.get(number, _FIRST_SQUARE) + gradient * gradient
            row[number] = weight - _STEP * gradient / math.sqrt(seen[number])


def _add(rows: Rows, sums: Rows) -> None:
    for sign, row in sums.items():
        for number, weight in rows[sign].items():
            row[number] = row.get(number, 0.0) + weight


def _order(size: int, turn: int) -> Iterator[int]:
    """Every number below `size` once, in an order of this turn's own, the same everywhere."""
    stride = 7919 + 2 * turn
    while size > 1 and math.gcd(stride, size) != 1:
        stride += 2
    return ((turn * 31 + number * stride) % size for number in range(size))
