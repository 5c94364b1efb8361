"""The Unicode Bidirectional Algorithm (UAX #9): levels of one paragraph, order of one line."""

import re
from collections.abc import Sequence
from itertools import groupby

from annotator.arabic.bidi_classes import (
    REMOVED,
    bidi_classes,
    first_strong_level,
    match_isolates,
)
from annotator.arabic.bidi_explicit import embed, has_explicit_controls
from annotator.arabic.bidi_neutral import resolve_brackets, resolve_neutral
from annotator.arabic.bidi_sequences import (
    RunSequence,
    direction_of,
    run_sequences,
    whole_paragraph,
)
from annotator.arabic.bidi_weak import resolve_weak

_ONLY_RTL = re.compile("[RAMWOCSTbPG]*")
_ONLY_LTR = re.compile("[LEMWOCSTbPG]*")
_RESET = "Wlriq" + REMOVED
"""What rule L1 sends back to the paragraph's level at the end of a line and before separators."""


def paragraph_level(text: str, *, default: int) -> int:
    """0 (left to right) or 1, by the first strong character (P2, P3); `default` without one."""
    classes = bidi_classes(text)
    matching = match_isolates(classes)
    level = first_strong_level(classes, start=0, end=len(classes), matching=matching)
    return default if level is None else level


def embedding_levels(text: str, base: int) -> bytes:
    """The level of every character of a paragraph whose own level is `base`, before rule L1.

    Characters that rule X9 removes get the level of the one before them.
    """
    classes = bidi_classes(text)
    if (_ONLY_RTL if base == 1 else _ONLY_LTR).fullmatch(classes):
        return bytes([base]) * len(text)
    if has_explicit_controls(classes):
        matching = match_isolates(classes)
        levels, overridden = embed(classes, base, matching=matching)
        sequences = list(
            run_sequences(classes, bytes(levels), base, overridden=overridden, matching=matching)
        )
    else:
        levels = bytearray(len(text))
        sequences = [whole_paragraph(classes, base)]
    for sequence in sequences:
        resolved = _implicit_levels(text, classes, sequence)
        if len(resolved) == len(text):
            return resolved  # the usual case: one sequence holds the whole paragraph
        for index, level in zip(sequence.indices, resolved, strict=True):
            levels[index] = level
    previous = base
    for index, letter in enumerate(classes):
        if letter in REMOVED:
            levels[index] = previous
        previous = levels[index]
    return bytes(levels)


def _implicit_levels(text: str, classes: str, sequence: RunSequence) -> bytes:
    """The levels of one run sequence by rules W, N and I."""
    own_text, own_classes = text, classes
    if len(sequence.indices) != len(text):
        own_text = "".join([text[index] for index in sequence.indices])
        own_classes = "".join([classes[index] for index in sequence.indices])
    embedding = direction_of(sequence.level)
    resolved = resolve_weak(sequence.classes, before=sequence.before)
    if "O" in resolved:
        resolved = resolve_brackets(
            own_text, resolved, original=own_classes, embedding=embedding, before=sequence.before
        )
    resolved = resolve_neutral(
        resolved, embedding=embedding, before=sequence.before, after=sequence.after
    )
    return resolved.encode("ascii").translate(_implicit_table(sequence.level))


def _implicit_table(level: int) -> bytes:
    """From resolved class to level (I1, I2)."""
    left, right, number = (1, 0, 1) if level & 1 else (0, 1, 2)
    return bytes.maketrans(b"LREN", bytes(level + by for by in (left, right, number, number)))


def line_levels(text: str, levels: bytes, start: int, end: int, *, base: int) -> bytes:
    """The levels of the line `start`-`end` of a paragraph, blanks at its end reset (L1)."""
    line = bytearray(levels[start:end])
    if line.count(base) == len(line):
        return bytes(line)
    classes = bidi_classes(text[start:end])
    is_reset = True
    for place in range(len(line) - 1, -1, -1):
        if classes[place] in "PG":
            is_reset = True
        elif classes[place] not in _RESET:
            is_reset = False
        if is_reset:
            line[place] = base
    return bytes(line)


def visual_order(levels: Sequence[int]) -> list[int]:
    """The places of a line's characters from left to right on screen (L2)."""
    runs: list[tuple[int, range]] = []
    start = 0
    for level, group in groupby(levels):
        end = start + len(list(group))
        runs.append((level, range(start, end)))
        start = end
    present = {level for level, _ in runs}
    for threshold in range(max(present, default=0), (min(present, default=0) | 1) - 1, -1):
        runs = _reverse_from(runs, threshold)
    order: list[int] = []
    for level, places in runs:
        order.extend(reversed(places) if level & 1 else places)
    return order


def _reverse_from(runs: list[tuple[int, range]], threshold: int) -> list[tuple[int, range]]:
    """`runs` with every stretch of levels at or above `threshold` the other way round."""
    reversed_runs: list[tuple[int, range]] = []
    for is_reversed, stretch in groupby(runs, key=lambda run: run[0] >= threshold):
        members = list(stretch)
        reversed_runs.extend(reversed(members) if is_reversed else members)
    return reversed_runs
