"""A log-linear choice between classes by signs: the weights of the signs, and their bytes."""

import json
import math
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.suggesters.array_file import pack_parts, unpack_parts

UNIT = 0.01
"""Of the weights, so that they are whole numbers when they are packed."""
_EFFORT = 3
_CACHE_SIZE = 32_768
_SMALL = np.iinfo(np.int16)

SignIds: TypeAlias = NDArray[np.uint32]
"""32 bits of a hash of each sign."""
Scores: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """What was learned: how much each sign speaks for each class."""

    classes: Sequence[str]
    signs: SignIds
    """Those known, ascending."""
    table: Scores
    """`[sign, class]`, in hundredths; the last row is of signs never met, and 0."""
    _met: dict[str, Sequence[float]] = field(default_factory=dict, repr=False)

    def rows(self, ids: SignIds) -> NDArray[np.intp]:
        """Where the signs stand in the table."""
        if not len(self.signs):
            return np.zeros(len(ids), dtype=np.intp)
        places = np.searchsorted(self.signs, ids)
        places[places == len(self.signs)] = 0
        return np.where(self.signs[places] == ids, places, len(self.signs))

    def row(self, sign: str) -> Sequence[float]:
        """How much one sign speaks for each class, in hundredths; for few signs the quicker way."""
        row = self._met.get(sign)
        if row is None:
            if len(self._met) >= _CACHE_SIZE:
                self._met.clear()
            [place] = self.rows(sign_ids([sign]))
            row = self._met[sign] = self.table[place].tolist()
        return row

    def scores(self, signs: Sequence[Sequence[str]]) -> Scores:
        """`[thing, class]`, in hundredths; every thing has at least one sign."""
        if not signs:
            return np.zeros((0, len(self.classes)), dtype=np.float32)
        rows = self.rows(sign_ids(chain.from_iterable(signs)))
        starts = np.cumsum([0, *(len(of_thing) for of_thing in signs[:-1])])
        return np.asarray(np.add.reduceat(self.table[rows], starts, axis=0))


def no_weights(classes: Sequence[str]) -> Weights:
    """Of who has learned nothing yet."""
    nothing = np.zeros((1, len(classes)), dtype=np.float32)
    return Weights(classes, np.zeros(0, dtype=np.uint32), nothing)


def sign_ids(signs: Iterable[str]) -> SignIds:
    """What stands for the signs, in order."""
    return np.fromiter(map(_id_of, signs), dtype=np.uint32)


@lru_cache(maxsize=_CACHE_SIZE)
def _id_of(sign: str) -> int:
    return zlib.crc32(sign.encode())


def probabilities(scores: Sequence[float], open_classes: Sequence[int]) -> dict[int, float]:
    """How likely each of `open_classes` is; together 1.

    `scores` has one for every class, in hundredths: sums of whole numbers tie the same everywhere.
    """
    highest = max(scores[number] for number in open_classes)
    odds = {number: math.exp(UNIT * (scores[number] - highest)) for number in open_classes}
    whole = sum(odds.values())
    return {number: odd / whole for number, odd in odds.items()}


def packed(weights: Weights) -> bytes:
    """The weights as bytes, rounded; the same weights give the same bytes."""
    rounded = np.round(weights.table[:-1]).clip(_SMALL.min, _SMALL.max).astype("<i2")
    kept = np.nonzero(rounded.any(axis=1))[0]
    told = {"classes": list(weights.classes), "signs": len(kept)}
    steps = np.diff(weights.signs[kept], prepend=np.uint32(0)).astype("<u4")
    return pack_parts(told, [steps.tobytes(), rounded[kept].tobytes()], effort=_EFFORT)


def unpacked(data: bytes) -> Weights:
    """What `packed` made bytes of.

    Raises:
        ValueError, KeyError, TypeError, zlib.error: the bytes are damaged.
    """
    first, _, rest = data.partition(b"\n")
    told = json.loads(first)
    steps, rounded = unpack_parts(rest, told["bytes"])
    signs = np.cumsum(np.frombuffer(steps, dtype="<u4"), dtype=np.uint32)
    table = np.zeros((told["signs"] + 1, len(told["classes"])), dtype=np.float32)
    table[:-1] = np.frombuffer(rounded, dtype="<i2").reshape(told["signs"], len(told["classes"]))
    return Weights(told["classes"], signs, table)
