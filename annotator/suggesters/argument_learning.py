"""Learn from annotated events which filler plays which role: steps of AdaGrad, no library.

Duchi, Hazan and Singer, Adaptive Subgradient Methods (2011). The same readings in the same order
give the same weights.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotator.protocols import Reading
from annotator.suggesters.argument_ranker import eligible_roles, probabilities
from annotator.suggesters.argument_sentences import ruled_sentences
from annotator.suggesters.argument_weights import NONE, Weights

_ROUNDS = 10
_STEP = 0.04
_PENALTY = 2e-4
_FIRST_SQUARE = 1e-2
_FLAT = 1e-3
"""A slope that moves nothing."""

Rows = dict[str, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Pair:
    """An event and a possible filler: its signs, the roles it may fill, the class it has."""

    signs: tuple[str, ...]
    roles: tuple[int, ...]
    right: int


def learn(
    readings: Iterable[Reading], roles: Sequence[str], *, start: Weights | None = None
) -> Weights:
    """Weights for `roles` from readings whose known events have their arguments.

    With `start`, what was learned elsewhere is where learning begins. Averaged over the later half
    of the rounds, which keeps the last examples from having the last word.
    """
    classes = [NONE, *roles] if start is None else list(start.roles)
    pairs = [pair for reading in readings for pair in _pairs(reading, classes)]
    rows: Rows = {sign: dict(row) for sign, row in start.signs.items()} if start else {}
    squares: Rows = {}
    for pair in pairs:
        for sign in pair.signs:
            rows.setdefault(sign, {})
            squares.setdefault(sign, {})
    sums: Rows = {sign: {} for sign in squares}
    for turn in range(_ROUNDS):
        for number in _order(len(pairs), turn):
            _step(pairs[number], rows, squares)
        if 2 * turn >= _ROUNDS:
            _add(rows, sums)
    counted = _ROUNDS - _ROUNDS // 2
    for sign, row in sums.items():
        rows[sign] = {role: weight / counted for role, weight in row.items()}
    return Weights(classes, {sign: row for sign, row in rows.items() if row})


def _pairs(reading: Reading, classes: Sequence[str]) -> Iterator[Pair]:
    """Every pair of a reading, with the choices before it as annotated."""
    numbers = {role: number for number, role in enumerate(classes)}
    untaught = Weights(classes, {})
    for sentence in ruled_sentences(reading, ()):
        for frame in sentence.frames:
            wanted = {a.filler: a.role for a in frame.event.arguments}
            sentence.chosen.append(wanted)
            for stand, signs in sentence.pairs(frame):
                eligible = eligible_roles(frame, stand.candidate, untaught)
                right = numbers.get(wanted.get(stand.candidate.span, NONE), 0)
                if eligible and right in (0, *eligible):
                    yield Pair(tuple(signs), tuple(eligible), right)


def _step(pair: Pair, rows: Rows, squares: Rows) -> None:
    none, likely = probabilities(Weights((), rows), pair.signs, pair.roles)
    slopes = {role: odds - (role == pair.right) for role, odds in likely.items()}
    slopes[0] = none - (pair.right == 0)
    steep = [(role, slope) for role, slope in slopes.items() if abs(slope) > _FLAT]
    for sign in pair.signs:
        row, seen = rows[sign], squares[sign]
        for role, slope in steep:
            weight = row.get(role, 0.0)
            gradient = slope + _PENALTY * weight
            seen[role] = seen.get(role, _FIRST_SQUARE) + gradient * gradient
            row[role] = weight - _STEP * gradient / math.sqrt(seen[role])


def _add(rows: Rows, sums: Rows) -> None:
    for sign, row in sums.items():
        for role, weight in rows[sign].items():
            row[role] = row.get(role, 0.0) + weight


def _order(size: int, turn: int) -> Iterator[int]:
    """Every number below `size` once, in an order of this turn's own, the same everywhere."""
    stride = 7919 + 2 * turn
    while math.gcd(stride, size) != 1 and size > 1:
        stride += 2
    return ((turn * 31 + number * stride) % size for number in range(size))
