"""Explicit embeddings, overrides and isolates of UAX #9: rules X1 to X8."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.arabic.bidi_classes import ISOLATES, REMOVED, first_strong_level

MAX_DEPTH = 125
"""The deepest embedding level (BD2)."""

_CONTROL = re.compile("[efopdlriqP]")
_OPENERS = "efoplri"
_OVERRIDES = {"o": "L", "p": "R"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the directional status stack."""

    level: int
    override: str
    is_isolate: bool


class _StatusStack:
    """The directional status stack with its overflow counters (X1 to X7)."""

    def __init__(self, base: int) -> None:
        self._base = _Entry(base, "", is_isolate=False)
        self._clear()

    def _clear(self) -> None:
        self._entries = [self._base]
        self._overflow_isolates = self._overflow_embeddings = self._valid_isolates = 0

    @property
    def top(self) -> _Entry:
        return self._entries[-1]

    def push(self, control: str, *, is_rtl: bool) -> None:
        """Enter an embedding, override or isolate (X2 to X5c)."""
        is_isolate = control in ISOLATES
        level = (self.top.level + 1) | 1 if is_rtl else (self.top.level + 2) & ~1
        if level > MAX_DEPTH or self._overflow_isolates or self._overflow_embeddings:
            if is_isolate:
                self._overflow_isolates += 1
            elif not self._overflow_isolates:
                self._overflow_embeddings += 1
            return
        self._valid_isolates += is_isolate
        self._entries.append(_Entry(level, _OVERRIDES.get(control, ""), is_isolate))

    def pop_isolate(self) -> None:
        """Leave the innermost isolate with all that was opened in it (X6a)."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._entries.pop().is_isolate:
                pass
            self._valid_isolates -= 1

    def pop_embedding(self) -> None:
        """Leave the innermost embedding or override (X7)."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self.top.is_isolate and len(self._entries) > 1:
            self._entries.pop()

    def end_paragraph(self) -> None:
        """Forget everything (X8)."""
        self._clear()


def has_explicit_controls(classes: str) -> bool:
    """Whether any embedding, override or isolate control occurs."""
    return _CONTROL.search(classes) is not None


def embed(classes: str, base: int, *, matching: Mapping[int, int]) -> tuple[bytearray, str]:
    """The explicit level of every character, and the classes with overrides applied (X1 to X8)."""
    levels = bytearray()
    overridden: list[str] = []
    stack = _StatusStack(base)

    def extend(run: str) -> None:
        if run:
            levels.extend(bytes([stack.top.level]) * len(run))
            overridden.append(_override(run, stack.top.override))

    done = 0
    for found in _CONTROL.finditer(classes):
        position, control = found.start(), found.group()
        extend(classes[done:position])
        done = position + 1
        if control == "q":
            stack.pop_isolate()
        elif control == "P":
            stack.end_paragraph()
        extend(control)
        if control == "d":
            stack.pop_embedding()
        elif control in _OPENERS:
            stack.push(control, is_rtl=_opens_rtl(classes, position, matching=matching))
    extend(classes[done:])
    return levels, "".join(overridden)


def _opens_rtl(classes: str, position: int, *, matching: Mapping[int, int]) -> bool:
    """Whether what begins at `position` runs from right to left (X5c for first-strong isolates)."""
    if classes[position] != "i":
        return classes[position] in "fpr"
    end = matching.get(position, len(classes))
    return first_strong_level(classes, start=position + 1, end=end, matching=matching) == 1


def _override(run: str, override: str) -> str:
    if not override:
        return run
    return "".join([letter if letter in REMOVED else override for letter in run])
