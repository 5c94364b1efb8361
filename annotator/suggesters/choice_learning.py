"""Learn the weights of a log-linear choice from examples.

Learned by steps of AdaGrad (Duchi, Hazan and Singer 2011), averaged over the later half, which
keeps the last examples from having the last word. The same examples give the same weights.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.suggesters.choice_model import UNIT, Weights, no_weights, sign_ids

ROUNDS = 10
_STEP = 0.04
_PENALTY = 2e-4
_FIRST_SQUARE = 1e-2
_FLAT = 1e-3
"""A slope that moves nothing."""


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of something, the classes it may have, and the one it has."""

    signs: Sequence[str]
    open_classes: Sequence[int]
    right: int


def learn(
    examples: Sequence[Example],
    classes: Sequence[str],
    *,
    start: Weights | None = None,
    rounds: int = ROUNDS,
) -> Weights:
    """Weights of all signs; with `start`, learning begins where that ended, and fewer rounds do.

    The classes of `start` are the first of `classes`.
    """
    ids = [sign_ids(example.signs) for example in examples]
    begun = _widened(start or no_weights(()), np.unique(np.concatenate([[], *ids])), classes)
    lessons = [_Lesson(e, begun.rows(own)) for e, own in zip(examples, ids, strict=True)]
    met = np.unique(np.concatenate([[], *(lesson.rows for lesson in lessons)])).astype(np.intp)
    table = begun.table.astype(np.float64) * UNIT
    squares = np.full_like(table, _FIRST_SQUARE)
    total = np.zeros((len(met), len(classes)))
    for turn in range(rounds):
        for number in _order(len(lessons), turn):
            lessons[number].teach(table, squares)
        if 2 * turn >= rounds:
            total += table[met]
    table[met] = total / (rounds // 2)
    return Weights(classes, begun.signs, (table / UNIT).astype(np.float32))


def _widened(known: Weights, ids: NDArray[np.float64], classes: Sequence[str]) -> Weights:
    """What is known, with room for more signs and classes."""
    signs = np.union1d(known.signs, ids.astype(np.uint32))
    wider = Weights(classes, signs, np.zeros((len(signs) + 1, len(classes)), dtype=np.float32))
    wider.table[wider.rows(known.signs), : len(known.classes)] = known.table[:-1]
    return wider


class _Lesson:
    """An example with its signs looked up once."""

    def __init__(self, example: Example, rows: NDArray[np.intp]) -> None:
        self.rows = rows
        self._own = np.unique(rows)[:, None]
        self._open = np.array(example.open_classes)
        self._right = self._open == example.right

    def teach(self, table: NDArray[np.float64], squares: NDArray[np.float64]) -> None:
        """Move the weights of the signs a step down the slope of the loss."""
        scores = table[self.rows].sum(axis=0)[self._open]
        odds = np.exp(scores - scores.max())
        slopes = odds / odds.sum() - self._right
        steep = np.abs(slopes) > _FLAT
        at = (self._own, self._open[steep])
        weights = table[at]
        gradient = slopes[steep] + _PENALTY * weights
        seen = squares[at] + gradient * gradient
        squares[at] = seen
        table[at] = weights - _STEP * gradient / np.sqrt(seen)


def _order(size: int, turn: int) -> Iterator[int]:
    """Every number below `size` once, in an order of this turn's own, the same everywhere."""
    stride = 7919 + 2 * turn
    while size > 1 and math.gcd(stride, size) != 1:
        stride += 2
    return ((turn * 31 + number * stride) % size for number in range(size))
