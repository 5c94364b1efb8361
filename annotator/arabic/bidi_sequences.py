"""Isolating run sequences of UAX #9: the pieces in which weak and neutral classes are resolved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.arabic.bidi_classes import ISOLATES, REMOVED


@dataclass(frozen=True, slots=True)
class RunSequence:
    """Characters of one level that see each other as neighbours (BD13), isolates skipped."""

    indices: Sequence[int]
    """Their places in the paragraph; characters removed by rule X9 are left out."""

    classes: str
    level: int
    before: str
    """L or R: what rule X10 puts before the first one (sos)."""

    after: str
    """L or R: what rule X10 puts after the last one (eos)."""


def direction_of(level: int) -> str:
    """The letter of the direction in which text of a level runs."""
    return "R" if level & 1 else "L"


def whole_paragraph(classes: str, base: int) -> RunSequence:
    """The one sequence of a paragraph without explicit controls."""
    indices: Sequence[int] = range(len(classes))
    if "b" in classes:
        indices = [index for index in indices if classes[index] != "b"]
        classes = classes.replace("b", "")
    direction = direction_of(base)
    return RunSequence(indices, classes, base, direction, direction)


def run_sequences(
    classes: str, levels: Sequence[int], base: int, *, overridden: str, matching: Mapping[int, int]
) -> Iterator[RunSequence]:
    """The sequences of a paragraph whose explicit `levels` are known (X9, X10).

    `classes` are the characters' own, `overridden` those after rules X1 to X8.
    """
    kept = [index for index, letter in enumerate(classes) if letter not in REMOVED]
    rank = {index: place for place, index in enumerate(kept)}
    runs = {run[0]: run for run in _level_runs(kept, levels)}
    continued = set(matching.values())
    for first, run in runs.items():
        if first in continued:
            continue
        indices = _linked_runs(run, runs, classes=classes, matching=matching)
        last = indices[-1]
        level = levels[first]
        previous = levels[kept[rank[first] - 1]] if rank[first] else base
        following = base
        if rank[last] + 1 < len(kept) and classes[last] not in ISOLATES:
            following = levels[kept[rank[last] + 1]]
        yield RunSequence(
            indices,
            "".join([overridden[index] for index in indices]),
            level,
            direction_of(max(level, previous)),
            direction_of(max(level, following)),
        )


def _level_runs(kept: Sequence[int], levels: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    level = -1
    for index in kept:
        if levels[index] != level:
            level = levels[index]
            runs.append([])
        runs[-1].append(index)
    return runs


def _linked_runs(
    run: list[int], runs: Mapping[int, list[int]], *, classes: str, matching: Mapping[int, int]
) -> list[int]:
    """`run` with those that go on where its isolates end."""
    linked = list(run)
    while classes[linked[-1]] in ISOLATES:
        continuation = runs.get(matching.get(linked[-1], -1))
        if continuation is None:
            break
        linked += continuation
    return linked
