"""Train guesses on the bootstrap corpus: arguments, attributes of events and of mentions.

    python -m tools.train_event_models [--folds N]

With `--folds` it writes nothing and prints how well each does on stories it has not seen, given
their mentions and triggers. The same stories give the same bytes.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from annotator.agreement.span_f1 import F1, set_f1
from annotator.model.record import Record
from annotator.model.span import Span
from annotator.protocols import Memory, Reading
from annotator.services.reading import make_reading
from annotator.services.schemas import load_schema
from annotator.suggesters.argument_learning import learn_arguments
from annotator.suggesters.argument_ranker import FILE as ARGUMENTS
from annotator.suggesters.argument_ranker import rank
from annotator.suggesters.argument_sentences import ruled_sentences
from annotator.suggesters.attributes import FILE as ATTRIBUTES
from annotator.suggesters.attributes import class_of, learn_attributes, with_attributes
from annotator.suggesters.choice_model import Weights, packed
from annotator.suggesters.mention_attributes import FILE as MENTION_ATTRIBUTES
from annotator.suggesters.mention_attributes import (
    class_of_mention,
    learn_mention_attributes,
    with_mention_attributes,
)
from benchmarks.suggestions import read_records

STORIES = Path("seeds/bootstrap/bootstrap.jsonl")
DATA = Path("annotator/suggesters/data")

Argument = tuple[str, Span, str, Span]
"""Document, trigger, role, filler."""


def annotated_reading(record: Record) -> Reading:
    """The reading in which everything annotated is known."""
    schema = load_schema(record.layer.schema_name)
    return make_reading(record.document, schema, Memory(), record.annotations)


def train(records: Iterable[Record]) -> Weights:
    """The weights from these stories."""
    roles = list(load_schema("siyasa").roles)
    return learn_arguments(map(annotated_reading, records), roles)


def annotated(record: Record) -> list[Argument]:
    """Every argument of the story."""
    return [
        (record.document.id, event.trigger, argument.role, argument.filler)
        for event in annotated_reading(record).known_events
        for argument in event.arguments
    ]


def ranked(record: Record, weights: Weights | None) -> list[Argument]:
    """Every argument the ranker gives its events, or the rules alone without weights."""
    found: list[Argument] = []
    for sentence in ruled_sentences(annotated_reading(record), ()):
        if weights is not None:
            rank(sentence, weights)
        found += [
            (record.document.id, frame.event.trigger, argument.role, argument.filler)
            for frame in sentence.frames
            for argument in frame.arguments
        ]
    return found


def crossed(records: Sequence[Record], folds: int) -> tuple[F1, F1]:
    """How well the ranker does on stories it was not trained on, and the rules on all of them."""
    wanted, by_ranker, by_rules = [], [], []
    for fold in range(folds):
        weights = train(r for number, r in enumerate(records) if number % folds != fold)
        for record in records[fold::folds]:
            wanted += annotated(record)
            by_ranker += ranked(record, weights)
            by_rules += ranked(record, None)
    return set_f1(wanted, by_ranker), set_f1(wanted, by_rules)


def right_attributes(records: Sequence[Record], folds: int) -> float:
    """Share of the events of unseen stories whose attributes are all right."""
    readings = list(map(annotated_reading, records))
    right = []
    for fold in range(folds):
        weights = learn_attributes(r for n, r in enumerate(readings) if n % folds != fold)
        for reading in readings[fold::folds]:
            wanted = {event.trigger: class_of(event) for event in reading.known_events}
            events = [replace(event, attributes={}) for event in reading.known_events]
            found = with_attributes(reading, events, weights)
            right += [class_of(event) == wanted[event.trigger] for event in found]
    return sum(right) / len(right)


def wrong_mention_attributes(records: Sequence[Record], folds: int) -> tuple[int, int]:
    """Mentions of unseen stories whose attributes are guessed wrong, and that are no defaults."""
    readings = list(map(annotated_reading, records))
    wrong = by_default = 0
    for fold in range(folds):
        weights = learn_mention_attributes(r for n, r in enumerate(readings) if n % folds != fold)
        for reading in readings[fold::folds]:
            bare = [replace(mention, attributes={}) for mention in reading.known_mentions]
            found = with_mention_attributes(reading, bare, reading.known_events, weights)
            for guess, none, right in zip(found, bare, reading.known_mentions, strict=True):
                wanted = class_of_mention(reading.schema, right)
                wrong += class_of_mention(reading.schema, guess) != wanted
                by_default += class_of_mention(reading.schema, none) != wanted
    return wrong, by_default


def main() -> None:
    """Train and write, or evaluate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0)
    folds: int = parser.parse_args().folds
    records = read_records(STORIES)
    if folds:
        ranker, rules = crossed(records, folds)
        scores = {
            "stories": len(records),
            "arguments": asdict(ranker) | {"f1": ranker.f1},
            "arguments_by_rules": asdict(rules) | {"f1": rules.f1},
            "events_with_right_attributes": right_attributes(records, folds),
            "mentions_with_wrong_attributes": wrong_mention_attributes(records, folds),
        }
        print(json.dumps(scores))
        return
    readings = list(map(annotated_reading, records))
    learned = {
        ARGUMENTS: train(records),
        ATTRIBUTES: learn_attributes(readings),
        MENTION_ATTRIBUTES: learn_mention_attributes(readings),
    }
    for name, weights in learned.items():
        data = packed(weights)
        (DATA / name).write_bytes(data)
        print(json.dumps({"file": name, "signs": len(weights.signs), "bytes": len(data)}))


if __name__ == "__main__":
    main()
