"""Weak classes of UAX #9: what nonspacing marks, numbers and their separators become (W1 to W7)."""

import re

_MARKS = re.compile("([^M])M+")
_FROM_ARABIC_LETTER = re.compile("A[^LR]*")
_SEPARATOR_IN_EUROPEAN = re.compile("(?<=E)[SC](?=E)")
_SEPARATOR_IN_ARABIC = re.compile("(?<=N)C(?=N)")
_TERMINATORS = re.compile("T+")
_SEPARATORS_TO_NEUTRAL = str.maketrans("STC", "OOO")
_FROM_LATIN = re.compile("L[^R]*")


def resolve_weak(classes: str, *, before: str) -> str:
    """The classes of a run sequence with only L, R, E, N and neutrals left."""
    if "M" in classes:
        classes = _MARKS.sub(_marks_like_their_base, before + classes)[1:]
    if "E" in classes and "A" in classes:
        classes = _FROM_ARABIC_LETTER.sub(lambda run: run.group().replace("E", "N"), classes)
    classes = classes.replace("A", "R")
    if "E" in classes:
        classes = _SEPARATOR_IN_EUROPEAN.sub("E", classes)
        classes = _TERMINATORS.sub(_terminators_like_their_number, classes)
    if "C" in classes:
        classes = _SEPARATOR_IN_ARABIC.sub("N", classes)
    classes = classes.translate(_SEPARATORS_TO_NEUTRAL)
    if "E" in classes:
        classes = _FROM_LATIN.sub(lambda run: run.group().replace("E", "L"), before + classes)[1:]
    return classes


def _marks_like_their_base(run: re.Match[str]) -> str:
    """W1: marks take the class of what they stand on; an isolate's is as neutral as ON."""
    return run.group(1) * len(run.group())


def _terminators_like_their_number(run: re.Match[str]) -> str:
    """W5: a run of terminators belongs to the European number it touches."""
    start, end = run.span()
    touches = run.string[max(0, start - 1) : start] == "E" or run.string[end : end + 1] == "E"
    return ("E" if touches else "T") * (end - start)
