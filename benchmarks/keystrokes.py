"""Count the keys that an annotator who knows the gold presses in the real application.

    python -m benchmarks.keystrokes GOLD.jsonl [--learn FIRST.jsonl] [--no-suggestions] [--json]

Both files are interchange files. Each document of GOLD is opened in a project of its own, with
fresh suggestions (made from what FIRST teaches, if given), and brought to exactly the gold with
keys only: mentions with nesting and attributes, identity as groups of mentions within the
document, triggers, event attributes, arguments, event coreference. The stored layer is then
compared with the gold; where it differs the run fails. A chord counts as one key.

The suggesters that ship have seen `seeds/bootstrap`: figures on it flatter them.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from annotator.model.change import WHOLE_LAYER, Added, Change
from annotator.model.record import Record
from annotator.model.remark import LEVELS, Done
from annotator.services.learners import installed_learners
from annotator.services.opening import open_where_left
from annotator.services.project import Project, utc_now
from annotator.services.suggestion_runs import suggest_for
from annotator.services.training import train_layer
from annotator.store import documents
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.annotate import AnnotateScreen
from benchmarks.keystroke_events import EventPlanner
from benchmarks.keystroke_gold import Gold, differences, gold_of
from benchmarks.keystroke_mentions import MentionPlanner
from benchmarks.keystroke_press import Press
from benchmarks.suggestions import read_records

LAYER = "script"
_SIZE = (120, 40)
_MOST_PRESSES = 6000
_MOST_REPEATS = 6


@dataclass
class Counts:
    """What was pressed, for how many words."""

    words: int = 0
    mentions: int = 0
    events: int = 0
    arguments: int = 0
    keys: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By layer and action."""
    left_out: int = 0
    """Arguments of the gold that the label schema forbids."""
    seconds: float = 0.0
    differences: list[str] = field(default_factory=list)

    def add(self, other: "Counts") -> None:
        """Add another document's."""
        self.words += other.words
        self.mentions += other.mentions
        self.events += other.events
        self.arguments += other.arguments
        self.keys += other.keys
        self.seconds += other.seconds
        self.left_out += other.left_out
        self.differences += other.differences

    def figures(self) -> dict[str, object]:
        """What is printed."""
        total = sum(self.keys.values())
        layers: Counter[str] = Counter()
        for (layer, _), count in self.keys.items():
            layers[layer] += count
        argument_keys = self.keys["events", "argument"]
        return {
            "words": self.words,
            "keys": total,
            "keys_per_100_words": round(100 * total / max(self.words, 1), 1),
            "keys_by_layer": dict(layers),
            "keys_by_action": {
                f"{layer}: {action}": count
                for (layer, action), count in sorted(self.keys.items(), key=lambda pair: -pair[1])
            },
            "keys_per_mention": round(layers["entities"] / max(self.mentions, 1), 2),
            "keys_per_event": round(layers["events"] / max(self.events, 1), 2),
            "keys_per_argument": round(argument_keys / max(self.arguments, 1), 2),
            "milliseconds_per_key": round(1000 * self.seconds / max(total, 1), 1),
            "per_100_words": {
                name: round(100 * count / max(self.words, 1), 1)
                for name, count in (
                    ("mentions", self.mentions),
                    ("events", self.events),
                    ("arguments", self.arguments),
                )
            },
            "arguments_left_out": self.left_out,
            "differences": self.differences,
        }


class _Clock:
    """A person who takes a second for every key."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        self._now += 1.0
        return self._now


def make_project(path: Path, record: Record, first: Sequence[Record], *, suggests: bool) -> None:
    """A project in which FIRST is annotated and learned from, and the record's document is new.

    The application trains by itself while nobody types; here that is over before the first key.
    """
    with Project.create(path, schema=record.layer.schema_name) as project:
        project.open_layer(LAYER)
        with project.writing() as connection:
            texts = [other.document for other in first] + [record.document]
            documents.add(connection, texts, at=utc_now())
        for other in first:
            project.record(LAYER, _finished(project, other))
        if suggests:
            if first:
                train_layer(project, LAYER, installed_learners())
            suggest_for(project, LAYER, [record.document.id])


def _finished(project: Project, record: Record) -> tuple[Change, ...]:
    """The annotations of a record, and that somebody is done with it."""
    known = project.identities(LAYER)
    named = [entry for slug, entry in record.identities.items() if slug not in known]
    items = [*record.annotations.items.values()]
    items = [item for item in items if not isinstance(item, Done)]
    items += [Done(level) for level in LEVELS]
    return (
        *(Added(WHOLE_LAYER, entry) for entry in named),
        *(Added(record.document.id, item) for item in items),
    )


async def annotate(
    path: Path,
    gold: Gold,
    document_id: str,
    *,
    trace: Callable[[str], object] | None = None,
) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Press keys until nothing is left to press; what was pressed, and what differs then."""
    opened = open_where_left(path, named=LAYER, document_id=document_id)
    app = AnnotatorApp(path, opened, clock=_Clock(), work_clock=_Clock(), with_suggestions=False)
    keys: Counter[tuple[str, str]] = Counter()
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.pause()
        while not isinstance(app.screen, AnnotateScreen):
            await pilot.pause()
        screen = app.screen
        planners = MentionPlanner(screen, gold), EventPlanner(screen, gold)
        stuck = _Stuck()
        while (press := _next(planners)) is not None:
            level = screen.desk.level
            if trace is not None:
                trace(f"{level} {screen.desk.cursor} {press.action}: {' '.join(press.keys)}")
            for key in press.keys:
                while not screen.article.has_painted:
                    await pilot.pause()
                await pilot.press(key)
                keys[level, press.action] += 1
            await pilot.pause()
            stuck.look(screen, press)
            if sum(keys.values()) > _MOST_PRESSES:
                break
        found = list(differences(gold, screen.desk))
    return keys, found


class _Stuck:
    """Notices that the same keys are pressed in the same place, time after time."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[object, ...]] = Counter()

    def look(self, screen: AnnotateScreen, press: Press) -> None:
        """Count what was pressed.

        Raises:
            RuntimeError: it leads nowhere.
        """
        desk = screen.desk
        place = (press, desk.level, desk.cursor, desk.chosen_id)
        self._counts[place] += 1
        if self._counts[place] > _MOST_REPEATS:
            message = f"{press.keys} for {press.action} lead nowhere at {desk.cursor}"
            raise RuntimeError(message)


def _next(planners: tuple[MentionPlanner, EventPlanner]) -> Press | None:
    """Entities first, then events, and back where an argument took a wrong mention along."""
    mentions, events = planners
    if mentions.desk.level == "entities":
        return mentions.next() or events.next()
    return events.next() or (Press(("`",), "layer") if mentions.next() is not None else None)


def measure(
    gold: Sequence[Record],
    first: Sequence[Record],
    *,
    suggests: bool = True,
    trace: Callable[[str], object] | None = None,
) -> dict[str, object]:
    """The figures for the documents of `gold`, after `first` was annotated."""
    total = Counts()
    for record in gold:
        total.add(measure_one(record, first, suggests=suggests, trace=trace))
    return total.figures()


def measure_one(
    record: Record,
    first: Sequence[Record],
    *,
    suggests: bool = True,
    trace: Callable[[str], object] | None = None,
) -> Counts:
    """The counts of one document."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "keys.db"
        others = [other for other in first if other.document.id != record.document.id]
        make_project(path, record, others, suggests=suggests)
        with Project.open(path) as project:
            gold = gold_of(project.schema_of(LAYER), record.annotations)
        started = time.perf_counter()
        keys, found = asyncio.run(annotate(path, gold, record.document.id, trace=trace))
        seconds = time.perf_counter() - started
    annotations = record.annotations
    return Counts(
        words=len(record.document.text.split()),
        mentions=len(annotations.mentions),
        events=len(annotations.events),
        arguments=sum(len(event.arguments) for event in annotations.events),
        keys=keys,
        seconds=seconds,
        left_out=gold.violation_count,
        differences=[f"{record.document.id}: {line}" for line in found],
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, as one JSON object or one line each; 4 where the gold was not reached."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.keystrokes", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--learn", type=Path)
    parser.add_argument("--no-suggestions", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--trace", action="store_true", help="tell of every press")
    options = parser.parse_args(arguments)
    first = read_records(options.learn) if options.learn else []
    trace = partial(print, file=sys.stderr) if options.trace else None
    gold = read_records(options.gold)
    figures = measure(gold, first, suggests=not options.no_suggestions, trace=trace)
    if options.json:
        print(json.dumps(figures, ensure_ascii=False))
    else:
        for name, value in figures.items():
            print(f"{name}: {value}")
    return 4 if figures["differences"] else 0


if __name__ == "__main__":
    sys.exit(main())
