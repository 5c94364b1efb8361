"""Compares two readings of the same texts: how far they agree, and where they differ."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.bootstrap.findings import Place
from tools.bootstrap.source import read_story
from tools.bootstrap.story import Story

KINDS = ("mentions", "triggers", "arguments")
Marks = Mapping[tuple[int | str, ...], tuple[Place, str]]
"""What a reading marked: what must be equal, to where it stands and how it is shown."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The marks of one kind in two readings of one story."""

    both: int
    only_first: tuple[tuple[Place, str], ...]
    only_second: tuple[tuple[Place, str], ...]


def _mentions(story: Story) -> Marks:
    return {
        (mark.start, mark.end, mark.type): (mark.place, f"{mark.type} «{mark.text}»")
        for mark in story.mentions
    }


def _triggers(story: Story) -> Marks:
    return {
        (mark.start, mark.end, mark.type): (mark.place, f"{mark.type} «{mark.text}»")
        for mark in story.triggers
    }


def _arguments(story: Story) -> Marks:
    marks: dict[tuple[int | str, ...], tuple[Place, str]] = {}
    for trigger in story.triggers:
        for argument in trigger.arguments:
            filler = (
                story.mentions[argument.mention]
                if argument.mention is not None
                else story.triggers[argument.trigger or 0]
            )
            key = (trigger.start, trigger.type, argument.role, filler.start, filler.end)
            shown = f"{trigger.type} «{trigger.text}» {argument.role} «{filler.text}»"
            marks[key] = (trigger.place, shown)
    return marks


READERS = dict(zip(KINDS, (_mentions, _triggers, _arguments), strict=True))


def compare(first: Story, second: Story, kind: str) -> Comparison:
    """Strict comparison: the same span with the same label.

    Raises:
        ValueError: the two stories are not readings of one text.
    """
    if first.text != second.text:
        message = f"{first.name}: the two readings differ in their text; compare them line by line"
        raise ValueError(message)
    ours, theirs = READERS[kind](first), READERS[kind](second)
    return Comparison(
        both=len(ours.keys() & theirs.keys()),
        only_first=tuple(mark for key, mark in ours.items() if key not in theirs),
        only_second=tuple(mark for key, mark in theirs.items() if key not in ours),
    )


def f1(comparisons: Sequence[Comparison]) -> float:
    """The agreement over several stories; 1.0 when neither reading marked anything."""
    both = sum(2 * comparison.both for comparison in comparisons)
    alone = sum(len(c.only_first) + len(c.only_second) for c in comparisons)
    return both / (both + alone) if both + alone else 1.0


def _report(first: Story, second: Story, kind: str) -> Comparison:
    comparison = compare(first, second, kind)
    for sign, marks in (("-", comparison.only_first), ("+", comparison.only_second)):
        for place, shown in marks:
            sys.stdout.write(f"{first.name}:{place.line}: {sign} {shown}\n")
    return comparison


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.bootstrap.passes", description=__doc__)
    parser.add_argument("first", type=Path, help="the folder of the first reading")
    parser.add_argument("second", type=Path, help="the folder of the second reading")
    options = parser.parse_args(arguments)
    paths: list[Path] = sorted(options.second.glob("*.txt"))
    pairs = [(read_story(options.first / path.name), read_story(path)) for path in paths]
    for kind in KINDS:
        comparisons = [_report(first, second, kind) for first, second in pairs]
        sys.stderr.write(f"{kind}: F1 {f1(comparisons):.3f} over {len(pairs)} stories\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
