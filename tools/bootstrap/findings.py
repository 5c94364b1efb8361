"""What the checks of the bootstrap corpus report: a place in a source, what is wrong, the cure."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "info"]
"""`error` refuses the file, `warning` wants a second look, `info` is for the curious."""

LEVELS: tuple[Level, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a source file; both numbers count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a source file."""

    level: Level
    code: str
    place: Place
    message: str
    """Names the thing and the remedy."""

    def shown(self, file: str) -> str:
        """One line for a person, in the form editors can jump to."""
        place = f"{file}:{self.place.line}:{self.place.column}"
        return f"{place}: {self.level} {self.code}: {self.message}"


def error(code: str, place: Place, message: str) -> Finding:
    """A finding that refuses the file."""
    return Finding("error", code, place, message)


def warning(code: str, place: Place, message: str) -> Finding:
    """A finding that wants a second look."""
    return Finding("warning", code, place, message)


def info(code: str, place: Place, message: str) -> Finding:
    """A finding for the curious."""
    return Finding("info", code, place, message)
