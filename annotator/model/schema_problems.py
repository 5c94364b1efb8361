"""What can be wrong with a label schema: where it is, what it is, and the error that tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from annotator.errors import InvalidDataError

DataPath: TypeAlias = tuple[str | int, ...]
"""The map keys and list positions that lead from the top of the file to a value."""

Finding: TypeAlias = tuple[DataPath, str]
"""The place of something wrong, and what with its remedy."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding by the line of the file, counted from 1."""

    line: int
    message: str

    def told_of(self, source: str) -> str:
        """The whole sentence: file, line, what is wrong, remedy."""
        return f"{source} line {self.line}: {self.message}"


class SchemaError(InvalidDataError):
    """A label schema cannot be used: the message is its first problem, `problems` has them all."""

    def __init__(self, source: str, problems: Sequence[Problem]) -> None:
        """`source` is the file as a person would name it."""
        self.source = source
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__(self.problems[0].told_of(source))
