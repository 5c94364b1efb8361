"""Measure how often the phrase guessed for Shift and a letter is the one that is annotated.

    python -m benchmarks.phrases GOLD.jsonl [MORE.jsonl …]

Wherever an annotated mention of two words or more begins, the guess of two words or more is right
if some annotated mention stands exactly there. Prints one JSON object: `precision` of the guesses,
`offered`, the share of such places with any guess, and the precision by the guess's length in
words. Guesses are offered on the screen while precision is above 0.7.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.formats.jsonl import JsonlImporter
from annotator.model.record import Record
from annotator.model.span import Span
from annotator.protocols import ImportOptions
from annotator.services.noun_phrases import guessed_phrase
from annotator.services.schemas import load_schema, schema_names
from annotator.services.words import Words


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    guesses: Counter[tuple[int, bool]] = Counter()
    for path in parser.parse_args().gold:
        for record in _records(path):
            guesses.update(_judged(record))
    print(json.dumps(_report(guesses)))


def _report(guesses: Counter[tuple[int, bool]]) -> dict[str, object]:
    made = {key: count for key, count in guesses.items() if key[0] > 1}
    lengths = sorted({length for length, _ in made})
    return {
        "phrases": guesses.total(),
        "offered": round(sum(made.values()) / max(1, guesses.total()), 3),
        "precision": _precision(made.items()),
        "precision_by_words": {
            length: _precision(item for item in made.items() if item[0][0] == length)
            for length in lengths
        },
    }


def _precision(judged: Iterable[tuple[tuple[int, bool], int]]) -> float:
    counts: Counter[bool] = Counter()
    for (_, is_right), count in judged:
        counts[is_right] += count
    return round(counts[True] / max(1, counts.total()), 3)


def _judged(record: Record) -> Iterator[tuple[int, bool]]:
    """For each place where a phrase begins: the words of the guess, and whether it is right."""
    text = record.document.text
    outside = load_schema("siyasa").boundary.proclitics_outside
    words = Words(text, proclitics_outside=outside)
    spans = {mention.span for mention in record.annotations.mentions}
    longest: dict[int, Span] = {}
    for span in sorted(spans):
        longest[span.start] = span
    for start, span in longest.items():
        if len(words.between(span)) > 1:
            guess = guessed_phrase(words, start)
            yield len(words.between(guess)), guess in spans


def _records(path: Path) -> Iterator[Record]:
    schemas = {name: load_schema(name) for name in schema_names()}
    read = JsonlImporter().read(path, ImportOptions(schemas=schemas))
    yield from (found for found in read if isinstance(found, Record))


if __name__ == "__main__":
    main()
