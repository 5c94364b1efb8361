"""Make one calibrated score of what a learned model believes and what a rule estimated."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_LEAST = 0.01
_TRUSTED_AT = 500.0
"""After so many words a model's belief counts as much as a rule's estimate."""
_PULL = 1.0
_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one candidate."""

    beliefs: tuple[float, ...]
    """A probability for every head that can say it."""
    rule: float | None
    """The highest score a rule gave it; None if no rule proposed it."""

    def numbers(self) -> list[float]:
        """As a logistic function weighs them."""
        said = self.rule is not None
        best = max(self.beliefs)
        return [
            1.0,
            *(_logit(belief) for belief in self.beliefs),
            best,
            float(said),
            _logit(self.rule) if self.rule is not None else 0.0,
            _logit(best) if said else 0.0,
        ]


@dataclass(frozen=True, slots=True)
class Judge:
    """A logistic function if its weights are known, otherwise a mean by what was learned from."""

    weights: tuple[float, ...] = ()
    words_learned: int = 0

    def score(self, evidence: Evidence) -> float:
        """Probability that a person would accept the candidate."""
        if self.weights:
            weighed = zip(self.weights, evidence.numbers(), strict=True)
            return 1.0 / (1.0 + math.exp(-sum(weight * number for weight, number in weighed)))
        trust = self.words_learned / (self.words_learned + _TRUSTED_AT)
        rule = evidence.rule if evidence.rule is not None else 0.0
        return trust * max(evidence.beliefs) + (1.0 - trust) * rule


def fit_judge(evidence: Sequence[Evidence], right: Sequence[bool]) -> Judge:
    """The judge under which the outcomes are likeliest; the evidence is of unseen documents."""
    numbers: NDArray[np.float64] = np.array([item.numbers() for item in evidence])
    outcomes = np.array(right, dtype=np.float64)
    weights = np.zeros(numbers.shape[1])
    for _ in range(_ROUNDS):  # Newton's method
        likely = 1.0 / (1.0 + np.exp(-numbers @ weights))
        slope = numbers.T @ (outcomes - likely) - _PULL * weights
        curve = (numbers * (likely * (1 - likely))[:, None]).T @ numbers
        weights += np.linalg.solve(curve + _PULL * np.eye(len(weights)), slope)
    return Judge(tuple(round(float(weight), 4) for weight in weights))


def _logit(probability: float) -> float:
    kept = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
