"""The direction of one paragraph: its own level and that of each of its characters."""

from dataclasses import dataclass

from annotator.arabic.bidi import embedding_levels, line_levels, paragraph_level
from annotator.arabic.display import Direction


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The resolved levels of the paragraph that begins at offset `start`."""

    start: int
    text: str
    base: int
    """0 when it runs from left to right, 1 from right to left."""

    levels: bytes

    def line_levels(self, start: int, end: int) -> bytes:
        """The levels of the line `start`-`end`, in offsets of the document."""
        first = self.start
        return line_levels(self.text, self.levels, start - first, end - first, base=self.base)


def base_level(text: str, direction: Direction, *, default: int = 1) -> int:
    """The level a paragraph starts from; `default` for `auto` when it has no letter."""
    if direction == "auto":
        return paragraph_level(text, default=default)
    return 1 if direction == "rtl" else 0


def resolve_paragraph(text: str, *, start: int, base: int) -> Paragraph:
    """The directions in `text`, a paragraph at offset `start` whose own level is `base`."""
    return Paragraph(start, text, base, embedding_levels(text, base))
