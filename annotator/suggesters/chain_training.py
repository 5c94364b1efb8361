"""Learn a chain model: maximum likelihood by adaptive steps over small batches, always the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.suggesters.chain_inference import Floats, Labels, expected_moves, infer
from annotator.suggesters.chain_model import (
    ChainModel,
    Features,
    Sentence,
    joined,
    mean_of,
    new_model,
    sums,
    widened,
)

_STEP = 0.1
_MOVE_STEP = 0.1
_FLOAT_STEP = 0.05
_BATCHES = 12
_TOKENS_OF_BATCH = (100, 300)
_EPSILON = 1e-6
_NOTHING = 1e-6


@dataclass(frozen=True)
class Effort:
    """How long to learn, and how much to hold back."""

    rounds: int = 10
    decay: float = 0.01
    """Strength of the pull towards 0, by feature and batch it occurs in."""
    fewest: int = 2
    """A feature met less often is left out."""
    averaged: int = 1
    """After so many of the last rounds the weights are taken; the model has their mean."""


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Learning was cancelled between two batches."""


def train_chain(
    sentences: Sequence[Sentence],
    heads: Sequence[Labels],
    effort: Effort,
    *,
    start: ChainModel | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ChainModel:
    """The model of `sentences`, each labelled for every head; `start` is where to begin.

    Raises:
        Stopped: `cancelled` said so.
    """
    met, counts = _met(sentences)
    rows = met[counts >= effort.fewest]
    if start is None:
        model = new_model(rows, heads, _dimensions(sentences))
    else:
        model = widened(start.part(met), rows, heads)
    learner = _Learner(model, effort.decay)
    batches = [_Batch(model, batch) for batch in _batches(sentences)]
    order = np.random.default_rng(0)
    states = []
    for done in range(1, effort.rounds + 1):
        for number in order.permutation(len(batches)):
            if cancelled():
                raise Stopped
            learner.step(batches[number])
        if effort.averaged > effort.rounds - done > 0:
            states.append(model.copy())
    model = mean_of([*states, model])
    return model if start is None else joined(start, model)


def _dimensions(sentences: Sequence[Sentence]) -> int:
    return sentences[0].floats.shape[1] if sentences else 0


def _met(sentences: Sequence[Sentence]) -> tuple[Features, NDArray[np.intp]]:
    """The features of the sentences, ascending, and how often each is met."""
    met = [features for sentence in sentences for features in sentence.features]
    return np.unique(np.concatenate([np.zeros(0, dtype=np.uint32), *met]), return_counts=True)


def _batches(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences of like length together, so that little is padded."""
    least, most = _TOKENS_OF_BATCH
    total = sum(len(sentence.features) for sentence in sentences)
    size = min(max(total // _BATCHES, least), most)
    batch: list[Sentence] = []
    tokens = 0
    for sentence in sorted(sentences, key=lambda s: len(s.features)):
        batch.append(sentence)
        tokens += len(sentence.features)
        if tokens >= size:
            yield batch
            batch, tokens = [], 0
    if batch:
        yield batch


class _Batch:
    """Sentences with their features looked up once."""

    def __init__(self, model: ChainModel, sentences: Sequence[Sentence]) -> None:
        rows = [model.row_numbers(f) for sentence in sentences for f in sentence.features]
        self.rows = np.concatenate(rows)
        self.counts = [len(row) for row in rows]
        owner = np.repeat(np.arange(len(rows)), self.counts)
        order = np.argsort(self.rows, kind="stable")
        self.met, self.met_starts = np.unique(self.rows[order], return_index=True)
        self.owners = owner[order]
        self.floats = np.concatenate([sentence.floats for sentence in sentences])
        self.lengths = np.array([len(sentence.features) for sentence in sentences])
        self.inside = np.arange(self.lengths.max()) < self.lengths[:, None]
        self.gold = [
            np.array([head.index[x] for s in sentences for x in s.labels[number]], dtype=np.intp)
            for number, head in enumerate(model.heads)
        ]


class _Learner:
    """AdaGrad over all weights of a model."""

    def __init__(self, model: ChainModel, decay: float) -> None:
        self._model = model
        self._decay = decay
        self._anchor = model.copy()
        self._seen = np.full_like(model.weights, _EPSILON)
        self._seen_floats = np.full_like(model.floats, _EPSILON)
        self._seen_moves = [np.full_like(head.moves, 1.0) for head in model.heads]

    def step(self, batch: _Batch) -> None:
        """One step down the slope of the batch's loss."""
        model = self._model
        scores = sums(model.weights[batch.rows], batch.counts)
        scores += np.einsum("td,dc->tc", batch.floats, model.floats)
        slope = np.zeros_like(scores)
        for number, head in enumerate(model.heads):
            slope[:, head.columns] = self._head_slope(number, batch, scores[:, head.columns])
        by_row = np.add.reduceat(slope[batch.owners], batch.met_starts, axis=0)
        by_row[batch.met == len(model.rows)] = 0.0
        known = model.weights[batch.met]
        by_row += self._decay * (known - self._anchor.weights[batch.met])
        seen = self._seen[batch.met] + by_row**2
        self._seen[batch.met] = seen
        model.weights[batch.met] = known - _STEP * by_row / np.sqrt(seen)
        by_row[np.abs(by_row) < _NOTHING] = 0.0
        by_float = np.einsum("td,tc->dc", batch.floats, slope) + self._decay * (
            model.floats - self._anchor.floats
        )
        self._seen_floats += by_float**2
        model.floats -= _FLOAT_STEP * by_float / np.sqrt(self._seen_floats)

    def _head_slope(self, number: int, batch: _Batch, scores: NDArray[np.float32]) -> Floats:
        head = self._model.heads[number]
        padded = np.zeros((*batch.inside.shape, len(head.labels)))
        padded[batch.inside] = scores
        beliefs = infer(padded, batch.lengths, head.exp_moves, head.first)
        gold = np.zeros_like(scores, dtype=np.float64)
        gold[np.arange(len(gold)), batch.gold[number]] = 1.0
        self._move(number, batch, expected_moves(beliefs, batch.lengths))
        slope = beliefs.marginals[batch.inside] - gold
        slope[np.abs(slope) < _NOTHING] = 0.0  # numbers too small to be normal are slow
        return slope

    def _move(self, number: int, batch: _Batch, expected: Floats) -> None:
        head = self._model.heads[number]
        gold = batch.gold[number]
        observed = np.zeros_like(expected)
        follows = np.ones(len(gold), dtype=bool)
        follows[np.concatenate(([0], np.cumsum(batch.lengths)[:-1]))] = False
        places = np.nonzero(follows)[0]
        np.add.at(observed, (gold[places - 1], gold[places]), 1.0)
        slope = expected - observed + self._decay * (head.moves - self._anchor.heads[number].moves)
        self._seen_moves[number] += slope**2
        head.moves -= _MOVE_STEP * slope / np.sqrt(self._seen_moves[number])
