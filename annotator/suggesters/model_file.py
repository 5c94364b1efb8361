"""Learned models as bytes: a line of JSON, then arrays of small numbers, compressed; no code."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from annotator.errors import InvalidDataError
from annotator.model.reason import Reason, because_count
from annotator.suggesters.array_file import pack_parts, unpack_parts
from annotator.suggesters.chain_model import ChainModel, Head
from annotator.suggesters.judging import Judge

FORMAT = 2
TRANSFERRED = {"signs": "transferred"}
"""In `about` of models that see documents so."""
_STEPS = 127
_MARK = "annotator-model"


@dataclass(frozen=True)
class LearnedModel:
    """A chain model and what is known about it."""

    chain: ChainModel
    name: str
    """Names the source of its suggestions."""
    words_learned: int
    """Words and marks of the documents it was made from; what it knows from elsewhere counts."""
    mentions: Judge = field(default_factory=Judge)
    triggers: Judge = field(default_factory=Judge)
    about: Mapping[str, str] = field(default_factory=dict)
    """What a reader may want to know: the label schema, the corpus and its check sum."""

    @property
    def judged(self) -> frozenset[str]:
        """Names of the suggesters that took part when it learned: it can judge no others."""
        return frozenset(self.about.get("judged", "").split())

    @property
    def transferred(self) -> bool:
        """Whether it sees documents as the shipped model of another label schema does."""
        return TRANSFERRED.items() <= self.about.items()

    @property
    def why(self) -> Reason:
        """The reason given to the annotator for what only the model believes."""
        return because_count(
            "learned from {count} annotated word",
            "learned from {count:,} annotated words",
            self.words_learned,
        )


def pack_model(model: LearnedModel, *, effort: int = 1) -> bytes:
    """The model's bytes, packed with so much effort; the same model gives the same bytes."""
    chain = model.chain
    most, least = float(chain.weights.max(initial=0)), float(chain.weights.min(initial=0))
    largest = max(most, -least, 1e-6)
    weights = np.round(chain.weights * (_STEPS / largest)).astype(np.int8)
    kept = np.nonzero(weights[:-1].any(axis=1))[0]
    arrays = [
        np.diff(chain.rows[kept], prepend=np.uint32(0)).astype("<u4"),
        weights[[*kept, -1]],
        chain.floats.astype("<f2"),
        *(head.moves.astype("<f4") for head in chain.heads),
    ]
    parts = [np.ascontiguousarray(array).tobytes() for array in arrays]
    head_line = {
        _MARK: FORMAT,
        "name": model.name,
        "words_learned": model.words_learned,
        "judges": [model.mentions.weights, model.triggers.weights],
        "about": dict(model.about),
        "heads": [head.labels for head in chain.heads],
        "rows": len(kept),
        "dimensions": len(chain.floats),
        "step": largest / _STEPS * chain.step,
    }
    return pack_parts(head_line, parts, effort=effort)


def unpack_model(data: bytes) -> LearnedModel:
    """The model that was packed.

    Raises:
        InvalidDataError: these are not the bytes of a model this version can read.
    """
    try:
        return _unpacked(data)
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        message = f"the learned model cannot be read ({error}); learn again: annotator train"
        raise InvalidDataError(message) from error


def _unpacked(data: bytes) -> LearnedModel:
    first, _, rest = data.partition(b"\n")
    told = json.loads(first)
    if told[_MARK] != FORMAT:
        message = f"it has form {told[_MARK]}, this version reads form {FORMAT}"
        raise ValueError(message)
    parts = unpack_parts(rest, told["bytes"])
    columns = sum(len(labels) for labels in told["heads"])
    rows = np.cumsum(np.frombuffer(parts[0], dtype="<u4"), dtype=np.uint32)
    weights = np.frombuffer(parts[1], dtype=np.int8).reshape(told["rows"] + 1, columns)
    floats = np.frombuffer(parts[2], dtype="<f2").reshape(told["dimensions"], columns)
    heads = _heads(told["heads"], parts[3:])
    chain = ChainModel(rows, weights, floats.astype(np.float32), heads, told["step"])
    mentions, triggers = (
        Judge(tuple(weights), told["words_learned"]) for weights in told["judges"]
    )
    return LearnedModel(
        chain, told["name"], told["words_learned"], mentions, triggers, told["about"]
    )


def _heads(labels: list[list[str]], moves: list[bytes]) -> list[Head]:
    heads: list[Head] = []
    column = 0
    for of_head, packed in zip(labels, moves, strict=True):
        scores: NDArray[np.float32] = np.frombuffer(packed, dtype="<f4")
        square = scores.reshape(len(of_head), len(of_head)).astype(np.float64)
        heads.append(Head(tuple(of_head), column, square))
        column += len(of_head)
    return heads
