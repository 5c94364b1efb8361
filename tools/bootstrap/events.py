"""The lines that begin with `>`: who fills which role of which event."""

import re
from dataclasses import dataclass

from tools.bootstrap.findings import Finding, Place, error

FILLER = re.compile(r"\^?[A-Za-z0-9][A-Za-z0-9_:./+-]*")


@dataclass(frozen=True, slots=True)
class RawArgument:
    """A role and the name of its filler, as written."""

    role: str
    filler: str
    place: Place


@dataclass(frozen=True, slots=True)
class RawEvent:
    """The arguments given to the trigger with this handle."""

    handle: str
    place: Place
    arguments: tuple[RawArgument, ...]


def _words(source: str, offset: int) -> list[tuple[str, int]]:
    return [(found[0], offset + found.start()) for found in re.finditer(r"\S+", source)]


def _arguments(word: str, place: Place) -> tuple[list[RawArgument], list[Finding]]:
    role, equals, fillers = word.partition("=")
    names = fillers.split(",")
    if not equals or not all(FILLER.fullmatch(name) for name in names):
        message = f"cannot read {word}; write Role=filler or Role=filler,filler without spaces"
        return [], [error("argument", place, message)]
    return [RawArgument(role, name, place) for name in names], []


def read_event_line(source: str, *, line: int) -> tuple[list[RawEvent], list[Finding]]:
    """Read one `>` line; several events are parted by `|`."""
    events: list[RawEvent] = []
    findings: list[Finding] = []
    offset = 1
    for part in source[1:].split("|"):
        words = _words(part, offset + 1)
        offset += len(part) + 1
        if not words:
            findings.append(
                error("argument", Place(line, offset), "nothing here; write > 1 Agent=x")
            )
            continue
        (handle, column), rest = words[0], words[1:]
        arguments: list[RawArgument] = []
        for word, at in rest:
            read, wrong = _arguments(word, Place(line, at))
            arguments += read
            findings += wrong
        if "=" in handle:
            message = f"the event's name is missing before {handle}; write > 1 {handle}"
            findings.append(error("argument", Place(line, column), message))
        events.append(RawEvent(handle, Place(line, column), tuple(arguments)))
    return events, findings
