"""Offsets of a line of the interchange file, checked against the text they point into."""

from functools import cached_property

from annotator.formats.interchange import SpanPart
from annotator.model.span import Span


class SpanReader:
    """Makes spans of one text."""

    def __init__(self, text: str, reasons: list[str]) -> None:
        """`reasons` takes what is wrong with offsets."""
        self._text = text
        self._reasons = reasons

    def read(self, part: SpanPart, name: str) -> Span | None:
        """The span; None, and a reason that begins with `name`, where its offsets are wrong."""
        reason = self._wrong(part)
        if reason:
            self._reasons.append(f"{name}: {reason}{self._hint(part)}")
            return None
        return Span(part.start, part.end)

    def _wrong(self, part: SpanPart) -> str:
        if part.end <= part.start:
            return f"{part.start}-{part.end} is empty: `end` must be greater than `start`"
        if part.end > len(self._text):
            return f"{part.start}-{part.end} lies outside the text of {len(self._text)} characters"
        found = self._text[part.start : part.end]
        if part.text is not None and part.text != found:
            return f"{part.start}-{part.end} is {found!r} in the text, {part.text!r} in the line"
        return ""

    def _hint(self, part: SpanPart) -> str:
        units = self._utf16[2 * part.start : 2 * part.end]
        if part.text and units == part.text.encode("utf-16-le"):
            return "; it counts UTF-16 units, this format counts code points"
        return ""

    @cached_property
    def _utf16(self) -> bytes:
        return self._text.encode("utf-16-le")
