"""A chain model: weights of features for several labellings of the same tokens."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.suggesters.chain_inference import (
    Beliefs,
    Floats,
    Labels,
    allowed_first,
    allowed_moves,
    infer,
)

Features: TypeAlias = NDArray[np.uint32]
"""Identifiers of features, 32 bits of a hash of their names."""


@dataclass(frozen=True)
class Sentence:
    """The tokens of a sentence as learners see them."""

    features: Sequence[Features]
    """Of every token; none of them empty."""
    floats: NDArray[np.float32]
    """`[token, dimension]`: the same number of dimensions everywhere."""
    labels: tuple[tuple[str, ...], ...] = ()
    """A labelling for every head, where it is known."""


class Head:
    """One labelling: where its columns lie among the weights, and how its labels follow."""

    def __init__(self, labels: Labels, start: int, moves: Floats | None = None) -> None:
        """Take the columns from `start` on."""
        self.labels = labels
        self.index = {label: number for number, label in enumerate(labels)}
        self.columns = slice(start, start + len(labels))
        self.first = allowed_first(labels)
        self.moves = np.zeros((len(labels), len(labels))) if moves is None else moves
        self._allowed = allowed_moves(labels)

    @property
    def exp_moves(self) -> Floats:
        """Powers of e to the transitions' scores, 0 for those that cannot be."""
        return np.asarray(np.exp(self.moves) * self._allowed)


@dataclass
class ChainModel:
    """Weights by feature row and column; the last row is of features never met and stays 0."""

    rows: Features
    """The features known, ascending; the position is the row."""
    weights: NDArray[np.float32] | NDArray[np.int8]
    """Many times the size of a step, or as they were packed: whole numbers of steps."""
    floats: NDArray[np.float32]
    """`[dimension, column]`."""
    heads: list[Head]
    step: float = 1.0

    def row_numbers(self, features: Features) -> NDArray[np.intp]:
        """The rows of features; the last row for those never met."""
        if not len(self.rows):
            return np.zeros(len(features), dtype=np.intp)
        places = np.searchsorted(self.rows, features)
        places[places == len(self.rows)] = 0
        return np.where(self.rows[places] == features, places, len(self.rows))

    def copy(self) -> "ChainModel":
        """The same with weights of its own."""
        heads = [Head(h.labels, h.columns.start, h.moves.copy()) for h in self.heads]
        return ChainModel(self.rows, self.weights.copy(), self.floats.copy(), heads, self.step)

    def part(self, features: Features) -> "ChainModel":
        """The same, but what is not among `features` it has never met."""
        known = self.row_numbers(np.unique(features))
        kept = known[known < len(self.rows)]
        weights = self.weights[[*kept, len(self.rows)]]
        return replace(self, rows=self.rows[kept], weights=weights)

    def believe(self, sentences: Sequence[Sentence]) -> list[Beliefs]:
        """By head what is believed of the sentences, none of them empty."""
        features = [f for sentence in sentences for f in sentence.features]
        met, places = np.unique(np.concatenate(features), return_inverse=True)
        weights = self.weights[self.row_numbers(met)[places]]
        scores = sums(weights, [len(f) for f in features]) * np.float32(self.step)
        floats = np.concatenate([sentence.floats for sentence in sentences])
        scores += np.einsum("td,dc->tc", floats, self.floats)  # matmul would wait for threads
        lengths = np.array([len(sentence.features) for sentence in sentences])
        inside = np.arange(lengths.max()) < lengths[:, None]
        believed = []
        for head in self.heads:
            padded = np.zeros((*inside.shape, len(head.labels)))
            padded[inside] = scores[:, head.columns]
            believed.append(infer(padded, lengths, head.exp_moves, head.first))
        return believed


def sums(
    values: NDArray[np.float32] | NDArray[np.int8], counts: Sequence[int]
) -> NDArray[np.float32]:
    """The sums of the first so many rows, of the next so many, and so on.

    A call for each of them takes a quarter of the time of one `reduceat` over columns.
    """
    summed = np.empty((len(counts), values.shape[1]), dtype=np.float32)
    start = 0
    for number, count in enumerate(counts):
        np.add.reduce(values[start : start + count], out=summed[number], dtype=np.float32)
        start += count
    return summed


def new_model(rows: Features, labels: Sequence[Labels], dimensions: int) -> ChainModel:
    """A model that knows nothing yet."""
    heads: list[Head] = []
    column = 0
    for of_head in labels:
        heads.append(Head(of_head, column))
        column += len(of_head)
    return ChainModel(
        rows,
        np.zeros((len(rows) + 1, column), dtype=np.float32),
        np.zeros((dimensions, column), dtype=np.float32),
        heads,
    )


def widened(known: ChainModel, rows: Features, labels: Sequence[Labels]) -> ChainModel:
    """What `known` knows, with room for more features and more labels of its heads."""
    wider = new_model(np.union1d(known.rows, rows), labels, len(known.floats))
    to_rows = wider.row_numbers(known.rows)
    for old, new in zip(known.heads, wider.heads, strict=True):
        places = np.array([new.index[label] for label in old.labels])
        columns = new.columns.start + places
        weights = known.weights[:-1, old.columns] * np.float32(known.step)
        wider.weights[np.ix_(to_rows, columns)] = weights
        wider.floats[:, columns] = known.floats[:, old.columns]
        new.moves[np.ix_(places, places)] = old.moves
    return wider


def mean_of(models: Sequence[ChainModel]) -> ChainModel:
    """The model between others that have the same features and labels."""
    mean = models[-1]
    if len(models) > 1:
        mean = replace(
            mean,
            weights=np.asarray(
                np.mean([model.weights for model in models], axis=0, dtype=np.float32)
            ),
            floats=np.asarray(
                np.mean([model.floats for model in models], axis=0, dtype=np.float32)
            ),
            heads=mean.copy().heads,
        )
        for number, head in enumerate(mean.heads):
            head.moves = np.mean([model.heads[number].moves for model in models], axis=0)
    return mean


def joined(known: ChainModel, learned: ChainModel) -> ChainModel:
    """All that both know; what both know of, as `learned` weighs it."""
    whole = widened(known, learned.rows, [head.labels for head in learned.heads])
    whole.weights[whole.row_numbers(learned.rows)] = learned.weights[:-1]
    return replace(whole, floats=learned.floats, heads=learned.heads)
