"""Sum over all labellings of sentences in a chain: how likely each label is at each token."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Labels: TypeAlias = tuple[str, ...]
"""O first, then B-… and I-… of every type."""

_TINY = 1e-30


@dataclass(frozen=True)
class Beliefs:
    """What is believed of a batch of sentences, each `[sentence, token, label]`."""

    factors: Floats
    """exp of the tokens' own scores, the largest of a token 1; 1 beyond a sentence's end."""
    before: Floats
    """Of the words up to the token; every token sums to 1."""
    after: Floats
    """Of the words behind the token."""
    scales: Floats
    """`[sentence, token]`: what the sums were divided by."""
    moves: Floats
    """`[label, next label]`: exp of the transitions' scores; 0 where a label cannot follow."""

    @property
    def marginals(self) -> Floats:
        """Probability of each label at each token."""
        joint = self.before * self.after
        return np.asarray(joint / np.maximum(joint.sum(axis=2, keepdims=True), _TINY))


def allowed_moves(labels: Labels) -> Floats:
    """1 where a label may follow another: inside a mention only behind its own type."""
    allowed = np.ones((len(labels), len(labels)))
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            same = {label, f"B-{label[2:]}"}
            allowed[:, column] = [other in same for other in labels]
    return allowed


def allowed_first(labels: Labels) -> Floats:
    """1 for the labels a sentence may begin with."""
    return np.array([float(not label.startswith("I-")) for label in labels])


def infer(scores: Floats, lengths: NDArray[np.intp], moves: Floats, first: Floats) -> Beliefs:
    """Forward and backward sums over sentences of `scores[sentence, token, label]`.

    `moves` and `first` are exp of scores already. Sentences are padded to one length; what is
    believed beyond a sentence's end means nothing.
    """
    factors = np.exp(scores - scores.max(axis=2, keepdims=True))
    count, width, label_count = factors.shape
    before = np.zeros_like(factors)
    after = np.ones_like(factors)
    scales = np.ones((count, width))
    current = factors[:, 0] * first
    for token in range(width):
        if token:
            current = (current @ moves) * factors[:, token]
        scales[:, token] = np.maximum(current.sum(axis=1), _TINY)
        current = current / scales[:, token, None]
        before[:, token] = current
    backward = np.ones((count, label_count))
    for token in range(width - 2, -1, -1):
        inside = token + 1 < lengths
        step = (factors[:, token + 1] * backward) @ moves.T / scales[:, token + 1, None]
        backward = np.where(inside[:, None], step, 1.0)
        after[:, token] = backward
    return Beliefs(factors, before, after, scales, moves)


def expected_moves(beliefs: Beliefs, lengths: NDArray[np.intp]) -> Floats:
    """How often each label is expected right behind each other one, in all the sentences."""
    expected = np.zeros_like(beliefs.moves)
    for token in range(1, beliefs.factors.shape[1]):
        within = token < lengths
        left = beliefs.before[within, token - 1] / beliefs.scales[within, token, None]
        right = beliefs.factors[within, token] * beliefs.after[within, token]
        expected += left.T @ right
    return expected * beliefs.moves
