"""Train the model of mentions and triggers that ships, on the bootstrap corpus.

    python -m tools.train_models [CORPUS.jsonl]

The same corpus and rules give the same bytes. Half of the stories at a time are held back to
measure how far beliefs and rule scores can be trusted; then the model learns from all of them.
"""

import argparse
import hashlib
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from annotator.model.record import Record
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.protocols import Reading
from annotator.services.schemas import load_schema
from annotator.suggesters.chain_training import Effort
from annotator.suggesters.judging import Evidence, Judge, fit_judge
from annotator.suggesters.learned import Candidate, believe
from annotator.suggesters.learning import INNERMOST, OUTERMOST, TRIGGERS, Lesson, learn, lesson
from annotator.suggesters.model_file import LearnedModel, pack_model
from annotator.suggesters.plain_reading import (
    installed_rules,
    plain_reading,
    rule_mentions,
    rule_triggers,
)
from annotator.suggesters.sequence_learner import NAME, judged_names
from annotator.suggesters.shipped_model import MODEL
from benchmarks.suggestions import read_records

CORPUS = Path("seeds/bootstrap/bootstrap.jsonl")
SCHEMA = "siyasa"
EFFORT = Effort(rounds=8)
_PARTS = 2

Outcome: TypeAlias = tuple[Evidence, bool]


@dataclass(frozen=True)
class Example:
    """A story, with everything made once that training asks for again and again."""

    record: Record
    reading: Reading
    mentions: Sequence[SuggestedMention]
    triggers: Sequence[SuggestedEvent]
    lesson: Lesson


def examples_of(records: Sequence[Record]) -> list[Example]:
    """The stories, read."""
    made = []
    suggesters = installed_rules()
    for record in records:
        schema = load_schema(record.layer.schema_name)
        reading = plain_reading(record.document, schema)
        mentions = rule_mentions(reading, suggesters)
        triggers = rule_triggers(reading, suggesters, mentions)
        taught = lesson(reading, mentions, record.annotations)
        made.append(Example(record, reading, mentions, triggers, taught))
    return made


def make_model(examples: Sequence[Example], *, corpus: str = "") -> LearnedModel:
    """The model of the stories, with judges fitted on stories their own part did not learn."""
    judges = _judges(examples)
    return LearnedModel(
        chain=learn([example.lesson for example in examples], EFFORT),
        name=NAME,
        words_learned=sum(example.lesson.word_count for example in examples),
        mentions=judges[0],
        triggers=judges[1],
        about={
            "schema": SCHEMA,
            "corpus": corpus,
            "stories": str(len(examples)),
            "judged": judged_names(),
        },
    )


def _judges(examples: Sequence[Example]) -> tuple[Judge, Judge]:
    mentions: list[Outcome] = []
    triggers: list[Outcome] = []
    for part in range(_PARTS):
        rest = [example.lesson for n, example in enumerate(examples) if n % _PARTS != part]
        model = LearnedModel(learn(rest, EFFORT), NAME, 0)
        for example in examples[part::_PARTS]:
            for outcomes, found in zip((mentions, triggers), _tried(model, example), strict=True):
                outcomes.extend(found)
    return _fitted(mentions), _fitted(triggers)


def _fitted(outcomes: Sequence[Outcome]) -> Judge:
    return fit_judge([evidence for evidence, _ in outcomes], [right for _, right in outcomes])


def _tried(model: LearnedModel, example: Example) -> tuple[list[Outcome], list[Outcome]]:
    """Every candidate of a story with what is known of it, and whether it is right."""
    believed = believe(model, example.reading, example.mentions)
    annotations = example.record.annotations
    mentions = {(mention.span, mention.type) for mention in annotations.mentions}
    events = {(event.trigger, event.type) for event in annotations.events}
    by_rule = _highest((s.span, s.type, s.score) for s in example.mentions)
    by_event_rule = _highest((s.trigger, s.type, s.score) for s in example.triggers)
    return (
        [
            (
                Evidence(believed.of(candidate, OUTERMOST, INNERMOST), by_rule.get(candidate)),
                candidate in mentions,
            )
            for candidate in sorted(believed.candidates(OUTERMOST, INNERMOST) | set(by_rule))
        ],
        [
            (
                Evidence(believed.of(candidate, TRIGGERS), by_event_rule.get(candidate)),
                candidate in events,
            )
            for candidate in sorted(believed.candidates(TRIGGERS) | set(by_event_rule))
        ],
    )


def _highest(scored: Iterable[tuple[Span, str, float]]) -> dict[Candidate, float]:
    found: dict[Candidate, float] = {}
    for span, type_name, score in scored:
        found[span, type_name] = max(score, found.get((span, type_name), 0.0))
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the model and say how large it is and how long it took."""
    parser = argparse.ArgumentParser(prog="python -m tools.train_models", description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    corpus: Path = parser.parse_args(arguments).corpus
    started = time.perf_counter()
    digest = hashlib.sha256(corpus.read_bytes()).hexdigest()
    model = make_model(examples_of(read_records(corpus)), corpus=digest)
    packed = pack_model(model, effort=9)
    MODEL.write_bytes(packed)
    seconds = round(time.perf_counter() - started, 1)
    print(json.dumps({**model.about, "bytes": len(packed), "seconds": seconds}))


if __name__ == "__main__":
    main()
