"""A piece of a text: two offsets in code points, half open, in logical order."""

from dataclasses import dataclass

from annotator.errors import InvalidDataError


class SpanError(InvalidDataError):
    """Offsets that do not name a piece of the text."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `start` up to but not including `end`, in Unicode code points.

    Raises:
        SpanError: `start` is negative or `end` is not after it.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            message = f"a span needs 0 <= start < end, got {self.start}-{self.end}"
            raise SpanError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The slice of `text` the span names."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies inside, borders included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def crosses(self, other: "Span") -> bool:
        """Whether the two overlap and neither contains the other."""
        return self.overlaps(other) and not self.contains(other) and not other.contains(self)

    def shift(self, by: int) -> "Span":
        """The span moved along the text by `by` characters.

        Raises:
            SpanError: it would begin before the text.
        """
        return Span(self.start + by, self.end + by)


def reading_order(span: Span) -> tuple[int, int]:
    """Sort key: earlier first, and of two that start together the longer (outer) first."""
    return (span.start, -span.end)
