"""Fit the weights of a log-linear ranker: likelihood with a penalty, by the method of L-BFGS.

The penalised likelihood has one highest point, so the weights depend on the examples alone, not
on their order. Plain Python: a few seconds for ten thousand examples.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import mul

Feature = tuple[str, float]
Vector = list[float]

_ROUNDS = 150
_MEMORY = 8
_FLAT = 0.1
"""The search ends where the steepest slope of the summit is no more than this."""
_SUFFICIENT = 1e-4
_HALVINGS = 30


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of a word with their features, which is right, and how much it counts."""

    candidates: Sequence[Sequence[Feature]]
    right: int
    count: float


@dataclass(frozen=True, slots=True)
class _Row:
    """An example with its features numbered."""

    indices: list[list[int]]
    values: list[list[float]]
    right: int
    count: float


def fit(examples: Iterable[Example], *, penalty: float) -> dict[str, float]:
    """The likeliest weights, half of `penalty` times their squares taken off the likelihood."""
    data = list(examples)
    names = sorted({name for one in data for each in one.candidates for name, _ in each})
    numbers = {name: number for number, name in enumerate(names)}
    rows = [
        _Row(
            [[numbers[name] for name, _ in each] for each in one.candidates],
            [[value for _, value in each] for each in one.candidates],
            one.right,
            one.count,
        )
        for one in data
    ]
    return dict(zip(names, _descend(rows, len(names), penalty), strict=True))


def _cost(rows: list[_Row], weights: Vector, penalty: float) -> tuple[float, Vector]:
    """The penalised negative log-likelihood and its slopes."""
    cost = penalty / 2 * _dot(weights, weights)
    slopes = [penalty * weight for weight in weights]
    weigh = weights.__getitem__
    for row in rows:
        scores = [
            sum(map(mul, map(weigh, indices), values))
            for indices, values in zip(row.indices, row.values, strict=True)
        ]
        highest = max(scores)
        odds = [math.exp(score - highest) for score in scores]
        whole = sum(odds)
        cost += row.count * (highest + math.log(whole) - scores[row.right])
        for number, (indices, values) in enumerate(zip(row.indices, row.values, strict=True)):
            excess = row.count * (odds[number] / whole - (number == row.right))
            for index, value in zip(indices, values, strict=True):
                slopes[index] += excess * value
    return cost, slopes


def _descend(rows: list[_Row], size: int, penalty: float) -> Vector:
    """The weights of the lowest cost."""
    weights = [0.0] * size
    cost, slopes = _cost(rows, weights, penalty)
    memory: list[tuple[Vector, Vector]] = []
    for _ in range(_ROUNDS):
        if max(map(abs, slopes), default=0.0) <= _FLAT:
            break
        direction = _direction(slopes, memory)
        slope = _dot(direction, slopes)
        length = 1.0 if memory else 1.0 / math.sqrt(_dot(slopes, slopes))
        for _ in range(_HALVINGS):
            tried = _sum(weights, direction, length)
            tried_cost, tried_slopes = _cost(rows, tried, penalty)
            if tried_cost <= cost + _SUFFICIENT * length * slope:
                break
            length /= 2
        memory = [
            *memory[1 - _MEMORY :],
            (_sum(tried, weights, -1), _sum(tried_slopes, slopes, -1)),
        ]
        weights, cost, slopes = tried, tried_cost, tried_slopes
    return weights


def _direction(slopes: Vector, memory: list[tuple[Vector, Vector]]) -> Vector:
    """Downhill, bent by what the last steps taught about the curvature."""
    direction = [-slope for slope in slopes]
    shares = []
    for step, change in reversed(memory):
        share = _dot(step, direction) / _dot(step, change)
        shares.append(share)
        direction = _sum(direction, change, -share)
    if memory:
        step, change = memory[-1]
        scale = _dot(step, change) / _dot(change, change)
        direction = [scale * part for part in direction]
    for (step, change), share in zip(memory, reversed(shares), strict=True):
        direction = _sum(direction, step, share - _dot(change, direction) / _dot(step, change))
    return direction


def _dot(left: Vector, right: Vector) -> float:
    return math.fsum(map(mul, left, right))


def _sum(left: Vector, right: Vector, factor: float) -> Vector:
    return [one + factor * other for one, other in zip(left, right, strict=True)]
