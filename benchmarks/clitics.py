"""Measure the proclitic segmenter on a Universal Dependencies treebank.

    python -m benchmarks.clitics FILE.conllu [--cross-validate 10]

Prints one JSON object. Shares are of printed words without punctuation, in percent: exactly right
proclitics among all words, and among those that begin with و ف ب ل ك س. The future س counts as a
proclitic here, as treebanks cut it. With --cross-validate the weights are trained anew for every
tenth of the documents, on the others; otherwise the weights that ship are measured.
"""

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.arabic.clitics import SegmentedWord, segment
from annotator.arabic.normalize import fold_key
from annotator.arabic.proclitic_features import PROCLITICS
from annotator.arabic.proclitic_ranker import ProcliticRanker, shipped_ranker
from tools.train_segmenter import examples, train
from tools.treebank import TreebankWord, read_documents

Document = list[TreebankWord]


@dataclass(slots=True)
class Tally:
    """What was counted so far."""

    words: int = 0
    right: int = 0
    ambiguous: int = 0
    ambiguous_right: int = 0
    borders: int = 0
    borders_found: int = 0
    borders_right: int = 0

    def add(self, word: TreebankWord, proclitics: str) -> None:
        """Count one word and the proclitics the segmenter gave it."""
        is_right = proclitics == word.proclitics
        self.words += 1
        self.right += is_right
        if fold_key(word.form)[:1] in PROCLITICS:
            self.ambiguous += 1
            self.ambiguous_right += is_right
        self.borders += len(word.proclitics)
        self.borders_found += len(proclitics)
        pairs = zip(word.proclitics, proclitics, strict=False)
        self.borders_right += sum(left == right for left, right in pairs)

    def report(self) -> dict[str, float]:
        """The shares in percent."""
        return {
            "words": self.words,
            "exact": _percent(self.right, self.words),
            "ambiguous_words": self.ambiguous,
            "ambiguous_exact": _percent(self.ambiguous_right, self.ambiguous),
            "split_f1": _percent(2 * self.borders_right, self.borders + self.borders_found),
        }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _proclitics(text: str, word: SegmentedWord) -> str:
    parts = (word.conjunction, word.preposition, word.future)
    return "".join(fold_key(part.of(text)) for part in parts if part is not None)


def _segmented(document: Document, ranker: ProcliticRanker) -> Iterator[str]:
    """The proclitics of every word of a document, its words printed with spaces between."""
    text = " ".join(word.form for word in document)
    found = {word.word.start: _proclitics(text, word) for word in segment(text, ranker=ranker)}
    start = 0
    for word in document:
        yield found.get(start, "")
        start += len(word.form) + 1


def _measure(documents: list[Document], ranker: ProcliticRanker, tally: Tally) -> None:
    for document in documents:
        for word, proclitics in zip(document, _segmented(document, ranker), strict=True):
            tally.add(word, proclitics)


def _cross_validate(documents: list[Document], folds: int, tally: Tally) -> None:
    count = len(documents)
    for fold in range(folds):
        first, after = fold * count // folds, (fold + 1) * count // folds
        others = documents[:first] + documents[after:]
        weights = train(examples(word for document in others for word in document))
        _measure(documents[first:after], ProcliticRanker(weights), tally)


def _words_per_second(documents: list[Document]) -> int:
    """Distinct words segmented in a second by a ranker that has seen none of them."""
    forms = sorted({word.form for document in documents for word in document})
    shipped_ranker().rank("")
    fresh = ProcliticRanker(shipped_ranker().weights)
    started = time.perf_counter()
    segment(" ".join(forms), ranker=fresh)
    return round(len(forms) / (time.perf_counter() - started))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--cross-validate", type=int, metavar="FOLDS", default=0)
    options = parser.parse_args()
    documents = read_documents(options.treebank)
    tally = Tally()
    if options.cross_validate:
        _cross_validate(documents, options.cross_validate, tally)
    else:
        _measure(documents, shipped_ranker(), tally)
    report = tally.report()
    report["words_per_second"] = _words_per_second(documents)
    print(json.dumps(report))


if __name__ == "__main__":
    main()
