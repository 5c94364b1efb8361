"""Measure named entities against a corpus in two columns, as it is and after learning from some.

    python -m benchmarks.ner TEST.conll [--train TRAIN.conll --tokens N] [--json]

A line holds a word and its label (B-PERS, I-PERS, O …), an empty line ends a sentence. Words are
labelled whole: a suggestion counts for every word it touches. Strict: borders and type.
Without `--train` nothing is learned, and PERS, LOC and ORG count; with it all four types.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from annotator.agreement.span_f1 import F1, LabelledSpan, set_f1, span_f1_by_label
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.layer import Layer
from annotator.model.mention import Mention
from annotator.model.record import Record
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.protocols import Suggester
from annotator.services.memory import build_memory
from annotator.services.schemas import load_schema
from annotator.services.suggesting import installed_suggesters, suggest_document
from annotator.suggesters.sequence_learner import SequenceLearner
from benchmarks.suggestions import finished

SCHEMA = "anercorp"
FAMILIAR = frozenset({"PERS", "LOC", "ORG"})
"""Types that rules know; what MISC means only a corpus can say."""
_SENTENCES = 20
"""Of a document: corpora in two columns do not say where one ends."""

Sentence: TypeAlias = list[tuple[str, str]]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file, each word with its label."""
    sentence: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split()
        if not columns:
            if sentence:
                yield sentence
            sentence = []
        else:
            sentence.append((columns[0], columns[-1]))
    if sentence:
        yield sentence


def records_of(sentences: Iterator[Sentence]) -> Iterator[Record]:
    """Documents of a few sentences, a line each, with their mentions."""
    number = 0
    while chosen := list(islice(sentences, _SENTENCES)):
        number += 1
        text = "\n".join(" ".join(word for word, _ in sentence) for sentence in chosen)
        items = {("Mention", mention.id): mention for mention in _mentions(chosen)}
        document = Document(f"d{number}", text)
        yield Record(document, Layer("gold", SCHEMA), Annotations(items=dict(items)))


def _mentions(sentences: Sequence[Sentence]) -> Iterator[Mention]:
    place = 0
    for sentence in sentences:
        open_start, open_end, open_type = 0, 0, ""
        for word, label in sentence:
            begin, _, type_name = label.partition("-")
            if open_type and (begin != "I" or type_name != open_type):
                yield Mention(f"m{open_start}", Span(open_start, open_end), open_type)
                open_type = ""
            if type_name and not open_type:
                open_start, open_type = place, type_name
            open_end = place + len(word)
            place += len(word) + 1
        if open_type:
            yield Mention(f"m{open_start}", Span(open_start, open_end), open_type)


def limited(sentences: Iterator[Sentence], tokens: int | None) -> Iterator[Sentence]:
    """The first sentences, as many as hold `tokens` words."""
    seen = 0
    for sentence in sentences:
        if tokens is not None and seen >= tokens:
            return
        seen += len(sentence)
        yield sentence


def measure(test: Sequence[Record], learn_from: Sequence[Record]) -> dict[str, object]:
    """The figures for `test`, after learning from `learn_from`."""
    schema = load_schema(SCHEMA)
    suggesters: Sequence[Suggester] = installed_suggesters()
    seconds = 0.0
    if learn_from:
        started = time.perf_counter()
        learner = SequenceLearner()
        suggesters = (*suggesters, *learner.load(learner.train(learn_from, schema)))
        seconds = time.perf_counter() - started
    memory = build_memory((record.document, finished(record.annotations)) for record in learn_from)
    wanted: list[LabelledSpan] = []
    found: list[LabelledSpan] = []
    for record in test:
        document = record.document
        wanted += [
            (document.id, *_words(document.text, m.span), m.type)
            for m in record.annotations.mentions
        ]
        suggestions = suggest_document(document, schema, memory, Annotations(), suggesters)
        found += [
            (document.id, *_words(document.text, s.span), s.type)
            for s in suggestions
            if isinstance(s, SuggestedMention)
        ]
    if not learn_from:
        wanted = [span for span in wanted if span[-1] in FAMILIAR]
        found = [span for span in found if span[-1] in FAMILIAR]
    by_type = span_f1_by_label(wanted, found)
    return {
        **_percent(set_f1(wanted, found)),
        "by_type": {label: _percent(score) for label, score in sorted(by_type.items())},
        "seconds_to_learn": round(seconds, 2),
    }


def _words(text: str, span: Span) -> tuple[int, int]:
    """The borders of the whole words that a span touches; words are parted by one character."""
    start = max(text.rfind(blank, 0, span.start) for blank in " \n") + 1
    ends = [end for blank in " \n" if (end := text.find(blank, span.end)) >= 0]
    return start, min(ends, default=len(text))


def _percent(score: F1) -> dict[str, float]:
    return {
        "precision": round(100 * (score.precision or 0.0), 2),
        "recall": round(100 * (score.recall or 0.0), 2),
        "f1": round(100 * (score.f1 or 0.0), 2),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, as one JSON object or one line each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ner", description=__doc__)
    parser.add_argument("test", type=Path)
    parser.add_argument("--train", type=Path)
    parser.add_argument("--tokens", type=int)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    learn_from: list[Record] = []
    if options.train:
        learn_from = list(records_of(limited(read_sentences(options.train), options.tokens)))
    figures = measure(list(records_of(read_sentences(options.test))), learn_from)
    if options.json:
        print(json.dumps(figures, ensure_ascii=False))
        return
    for name, figure in figures.items():
        print(f"{name}: {figure}")


if __name__ == "__main__":
    main()
