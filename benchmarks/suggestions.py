"""Measure the suggestions against annotated documents.

    python -m benchmarks.suggestions GOLD.jsonl [--learn FIRST.jsonl] [--json]

Both files are interchange files. Every document of GOLD is suggested for as if nothing in it were
decided, with what people decided in FIRST remembered. Strict: a mention counts with its span and
type, a trigger with its span and event type, an argument with its trigger, its role and the span
of its filler. `arguments_given_gold` guesses arguments for the annotated events from the annotated
mentions.

`seconds_per_article` is the mean of single articles after everything was loaded; what loading
takes is in `seconds_to_ready`, from the start of a process to its first suggestions. With --learn
`seconds_to_learn` is what a process of its own takes to train on FIRST, from its start.
"""

import argparse
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from annotator.agreement.span_f1 import F1, LabelledSpan, set_f1, span_f1_by_label
from annotator.errors import InvalidDataError
from annotator.formats.jsonl import JsonlImporter
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.record import Record, Refusal
from annotator.model.remark import Done
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.protocols import ImportOptions, Memory, Suggester
from annotator.services.memory import build_memory
from annotator.services.reading import make_reading
from annotator.services.schemas import load_schema, schema_names
from annotator.services.suggesting import suggest_arguments, suggest_document
from benchmarks.ready import SENTENCE, seconds_to_learn, seconds_to_ready

AttachedFiller: TypeAlias = tuple[str, int, int, str, str, int, int]
"""Document, trigger, event type, role, filler."""


@dataclass
class Tally:
    """Everything annotated, or everything suggested, in all documents."""

    mentions: list[LabelledSpan] = field(default_factory=list)
    triggers: list[LabelledSpan] = field(default_factory=list)
    arguments: list[AttachedFiller] = field(default_factory=list)

    def add(
        self,
        document_id: str,
        mentions: Iterable[SuggestedMention],
        events: Iterable[SuggestedEvent],
    ) -> None:
        """Add what one document has."""
        for mention in mentions:
            self.mentions.append((document_id, mention.span.start, mention.span.end, mention.type))
        for event in events:
            trigger = (document_id, event.trigger.start, event.trigger.end, event.type)
            self.triggers.append(trigger)
            self.arguments += [
                (*trigger, argument.role, argument.filler.start, argument.filler.end)
                for argument in event.arguments
            ]


def read_records(path: Path) -> list[Record]:
    """The records of an interchange file, made for the label schemas that ship.

    Raises:
        InvalidDataError: a line is refused.
    """
    options = ImportOptions(
        schemas={name: load_schema(name) for name in schema_names()},
        schema_name="siyasa",
        layer="gold",
    )
    records = []
    for found in JsonlImporter().read(path, options):
        if isinstance(found, Refusal):
            message = f"{found.where}: {'; '.join(found.reasons)}"
            raise InvalidDataError(message)
        records.append(found)
    return records


def measure(
    gold: Sequence[Record], first: Sequence[Record], suggesters: Sequence[Suggester] | None = None
) -> dict[str, object]:
    """The figures for `gold`, after `first` was annotated completely."""
    memory = build_memory((record.document, finished(record.annotations)) for record in first)
    wanted, found, given = Tally(), Tally(), Tally()
    seconds = []
    if gold:
        schema = load_schema(gold[0].layer.schema_name)
        suggest_document(Document("load", SENTENCE), schema, memory, Annotations(), suggesters)
    for record in gold:
        schema = load_schema(record.layer.schema_name)
        document, annotations = record.document, record.annotations
        known = make_reading(document, schema, Memory(), annotations)
        wanted.add(document.id, known.known_mentions, known.known_events)
        started = time.perf_counter()
        suggestions = suggest_document(document, schema, memory, Annotations(), suggesters)
        seconds.append(time.perf_counter() - started)
        found.add(
            document.id,
            (s for s in suggestions if isinstance(s, SuggestedMention)),
            (s for s in suggestions if isinstance(s, SuggestedEvent)),
        )
        bare = _without_arguments(annotations)
        given.add(document.id, (), suggest_arguments(document, schema, memory, bare, suggesters))
    return {
        "documents": len(gold),
        "mentions": _scores(set_f1(wanted.mentions, found.mentions)),
        "triggers": _scores(set_f1(wanted.triggers, found.triggers)),
        "arguments": _scores(set_f1(wanted.arguments, found.arguments)),
        "arguments_given_gold": _scores(set_f1(wanted.arguments, given.arguments)),
        "by_type": {
            "mentions": dict(_by_label(wanted.mentions, found.mentions)),
            "triggers": dict(_by_label(wanted.triggers, found.triggers)),
        },
        "seconds_per_article": round(sum(seconds) / max(len(seconds), 1), 4),
    }


def finished(annotations: Annotations) -> Annotations:
    """The annotations of a document whose annotator is done with it."""
    done = [Done("entities"), Done("events")]
    items = {("Done", item.id): item for item in done}
    return replace(annotations, items={**annotations.items, **items})


def _without_arguments(annotations: Annotations) -> Annotations:
    events = {("Event", event.id): replace(event, arguments=()) for event in annotations.events}
    return replace(annotations, items={**annotations.items, **events})


def _by_label(
    wanted: Sequence[LabelledSpan], found: Sequence[LabelledSpan]
) -> Iterator[tuple[str, dict[str, float]]]:
    for label, score in sorted(span_f1_by_label(wanted, found).items()):
        yield label, {**_scores(score), "gold": score.first, "suggested": score.second}


def _scores(score: F1) -> dict[str, float]:
    return {
        "precision": round(score.precision or 0.0, 4),
        "recall": round(score.recall or 0.0, 4),
        "f1": round(score.f1 or 0.0, 4),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, as one JSON object or one line each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suggestions", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--learn", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    first = read_records(options.learn) if options.learn else []
    figures = measure(read_records(options.gold), first)
    figures["seconds_to_ready"] = seconds_to_ready()
    if first:
        figures["seconds_to_learn"] = seconds_to_learn(options.learn)
    if options.json:
        print(json.dumps(figures, ensure_ascii=False))
        return
    for name in ("mentions", "triggers", "arguments", "arguments_given_gold"):
        print(f"{name}: {figures[name]}")
    for name in ("seconds_per_article", "seconds_to_ready", "seconds_to_learn"):
        if name in figures:
            print(f"{name}: {figures[name]}")


if __name__ == "__main__":
    main()
