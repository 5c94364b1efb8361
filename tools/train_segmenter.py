"""Train the weights of the proclitic ranker on a treebank and write them to annotator/arabic/data.

    python -m tools.train_segmenter ar_pud-ud-test.conllu

The same treebank and word counts give the same weights.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.arabic.function_words import PROCLITICS_OF
from annotator.arabic.normalize import fold_key
from annotator.arabic.proclitic_features import candidates, features
from annotator.arabic.proclitic_ranker import WEIGHTS
from tools.log_linear import Example, fit
from tools.treebank import TreebankWord, read_documents

DATA = Path("annotator/arabic/data")
_PENALTY = 1.0
_DECIMALS = 2

# What a treebank of a thousand sentences shows too seldom is made from what it shows often: any
# word may bear a conjunction, and a noun behind ب or ل might as well stand behind ك.
_MADE = {"و": 0.02, "ف": 0.02, "ك": 0.05}
"""How much a made word counts against a real one."""


def examples(words: Iterable[TreebankWord]) -> list[Example]:
    """One example for every distinct ambiguous word and way it was cut."""
    seen: Counter[tuple[str, str]] = Counter()
    made: dict[tuple[str, str], float] = {}
    for word in words:
        key = fold_key(word.form)
        if not key.isalpha() or key.isascii():
            continue
        seen[key, word.proclitics] += 1
        for pair in _like(key, word.proclitics):
            made[pair] = made.get(pair, 0.0) + _MADE[pair[0][0]]
    counts = {pair: seen[pair] + made.get(pair, 0.0) for pair in sorted({*seen, *made})}
    return [
        Example([list(features(key, each)) for each in ways], ways.index(proclitics), count)
        for (key, proclitics), count in counts.items()
        if key not in PROCLITICS_OF and len(ways := candidates(key)) > 1 and proclitics in ways
    ]


def _like(key: str, proclitics: str) -> Iterator[tuple[str, str]]:
    """Words with their proclitics that could be written wherever this one can."""
    if len(key) > 1 and proclitics[:1] not in ("و", "ف"):
        for conjunction in ("و", "ف"):
            yield conjunction + key, conjunction + proclitics
    if proclitics in ("ب", "ل") and key[1] != "ل":
        yield f"ك{key[1:]}", "ك"


def train(data: Iterable[Example]) -> dict[str, float]:
    """The weights of the features, rounded; those that round to nothing are left out."""
    rounded = {
        name: round(weight, _DECIMALS) for name, weight in fit(data, penalty=_PENALTY).items()
    }
    return {name: weight for name, weight in rounded.items() if weight}


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
