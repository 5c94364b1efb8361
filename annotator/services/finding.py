"""Find words in a document whatever their spelling: vowel signs and alefs make no difference."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.arabic.normalize import fold
from annotator.model.span import Span

_CONTEXT = 24
"""Characters shown on each side."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand, and the text around it on one line."""

    span: Span
    context: str


def find(text: str, wanted: str) -> Iterator[Hit]:
    """Every place in `text` where `wanted` stands, in order; nothing for blanks."""
    needle = fold(wanted.strip()).text.lower()
    if not needle:
        return
    folded = fold(text)
    haystack = folded.text.lower()
    if len(haystack) != len(folded.text):  # a letter whose lower case is two letters
        haystack = folded.text
    place = haystack.find(needle)
    while place >= 0:
        span = folded.to_source(Span(place, place + len(needle)))
        yield Hit(span, _around(text, span))
        place = haystack.find(needle, place + len(needle))


def _around(text: str, span: Span) -> str:
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    return " ".join(text[start:end].split())
