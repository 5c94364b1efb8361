"""Train the weights of the proclitic ranker on a treebank and write them to annotator/arabic/data.

    python -m tools.train_segmenter ar_pud-ud-test.conllu

Plain Python in a fixed order, so the same treebank and word counts give the same weights.
"""

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.arabic.function_words import PROCLITICS_OF
from annotator.arabic.normalize import fold_key
from annotator.arabic.proclitic_features import Feature, candidates, features
from annotator.arabic.proclitic_ranker import WEIGHTS
from tools.treebank import TreebankWord, read_documents

DATA = Path("annotator/arabic/data")
_EPOCHS = 60
_RATE = 0.3
_PENALTY = 0.5
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of a word with their features, which is right, and how often it is seen."""

    candidates: list[list[Feature]]
    right: int
    count: int


def examples(words: Iterable[TreebankWord]) -> list[Example]:
    """One example for every distinct ambiguous word and way it was cut."""
    seen = Counter((fold_key(word.form), word.proclitics) for word in words)
    return [
        Example([list(features(key, each)) for each in ways], ways.index(proclitics), count)
        for (key, proclitics), count in sorted(seen.items())
        if key not in PROCLITICS_OF
        and len(ways := candidates(key)) > 1
        and proclitics in ways
    ]


def train(data: list[Example]) -> dict[str, float]:
    """The weights that make the right candidates likeliest, held small by a penalty.

    Stochastic gradient ascent with a rate of its own for every weight (AdaGrad).
    """
    weights: dict[str, float] = {}
    squares: dict[str, float] = {}
    total = sum(example.count for example in data)
    for _ in range(_EPOCHS):
        for example in data:
            for name, slope in _slopes(example, weights).items():
                old = weights.get(name, 0.0)
                pull = slope - _PENALTY * example.count / total * old
                square = squares[name] = squares.get(name, 0.0) + pull * pull
                if square:
                    weights[name] = old + _RATE * pull / math.sqrt(square)
    rounded = {name: round(weight, _DECIMALS) for name, weight in sorted(weights.items())}
    return {name: weight for name, weight in rounded.items() if weight}


def _slopes(example: Example, weights: dict[str, float]) -> dict[str, float]:
    """How the log-likelihood of the example grows with each weight."""
    scores = [
        sum(weights.get(name, 0.0) * value for name, value in one) for one in example.candidates
    ]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    whole = sum(odds)
    slopes: dict[str, float] = {}
    for index, one in enumerate(example.candidates):
        surprise = example.count * ((index == example.right) - odds[index] / whole)
        for name, value in one:
            slopes[name] = slopes.get(name, 0.0) + surprise * value
    return slopes


def main() -> None:
    """Train on all documents and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    path: Path = parser.parse_args().treebank
    words = [word for document in read_documents(path) for word in document]
    weights = train(examples(words))
    content = {"treebank": path.name, "words": len(words), "weights": weights}
    (DATA / WEIGHTS).write_text(
        json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    print(json.dumps({"words": len(words), "weights": len(weights)}))


if __name__ == "__main__":
    main()
