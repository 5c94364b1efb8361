"""Rank the ways to cut proclitics off a word, by a log-linear model."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from annotator.arabic.function_words import PROCLITICS_OF
from annotator.arabic.proclitic_features import candidates, features

WEIGHTS = "segmenter.json"
"""File in `annotator/arabic/data`, written by `tools/train_segmenter.py`."""

_CACHE_SIZE = 65536

Ranking = Mapping[str, float]
"""Of each string of proclitics its score; 0 for none, each unit makes it e times as likely."""


class ProcliticRanker:
    """Weights of the features, and the rankings of the words met so far."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self._rankings: dict[str, Ranking] = {}

    def rank(self, word: str) -> Ranking:
        """Score every way to cut a folded word; a function word has only one."""
        ranking = self._rankings.get(word)
        if ranking is None:
            if len(self._rankings) >= _CACHE_SIZE:
                self._rankings.clear()
            ranking = self._rankings[word] = self._score(word)
        return ranking

    def _score(self, word: str) -> Ranking:
        settled = PROCLITICS_OF.get(word)
        if settled is not None:
            return {settled: 0.0}
        weight = self.weights.get
        return {
            proclitics: sum(weight(name, 0.0) * value for name, value in features(word, proclitics))
            for proclitics in candidates(word)
        }


@cache
def shipped_ranker() -> ProcliticRanker:
    """The ranker with the weights that ship."""
    text = (files("annotator.arabic") / "data" / WEIGHTS).read_text(encoding="utf-8")
    return ProcliticRanker(json.loads(text)["weights"])
