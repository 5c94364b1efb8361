"""Find what news pages print around an article, and leave in its text, by rule: its zones.

The text itself stays untouched. Annotators mark people and dates in zones of every kind, but no
events in those of `WITHOUT_EVENTS`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.arabic.function_words import FUNCTION_WORDS
from annotator.arabic.furniture_lines import (
    ZoneKind,
    is_byline_of_parts,
    is_heading_of_links,
    kind_of_line,
)
from annotator.arabic.normalize import fold_key
from annotator.model.document import Zone
from annotator.model.span import Span

WITHOUT_EVENTS: frozenset[str] = frozenset({"byline", "dateline", "outlet", "furniture"})
"""Kinds of zones whose words are no news."""

_LINE = re.compile(r"[^\n]*\S")
_LONG = 25
_LONG_CHARACTERS = 300
"""So many words or characters make a paragraph, whatever stands at its end."""
_SURE_SENTENCE = 12
"""More words with a full stop behind them are a sentence of the article."""
_MOST_WORDS_OF_A_SUBHEAD = 10
_MOST_WORDS_OF_A_QUESTION = 15
_SENTENCE_END = re.compile(r"[.؟?!…:،;؛][\"'”»’)\]\s\u200e\u200f]*$")
_QUESTION_END = re.compile(r"[؟?!][\"'”»’)\s]*$")
_LIST_ITEM = re.compile(r"[-–—•*·▪■◾►]|\d+[-.)]")
_DATE_HEADER = re.compile(
    r"\s*(?:date|published|تاريخ النشر|نشر في)\s*:?\s*(\d{4}-\d{2}-\d{2})(?!\d)", re.IGNORECASE
)
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_]+(?:[ /،]+[^\W\d_]+){0,2})"
    r"(?P<more>(?:\s*[-–—/،]\s*[^\W_]+(?: [^\W_]+){0,2})?\s*(?:[(«\"][^()«»\"\n]{2,50}[)»\"])?)"
    r"\s*[-–—:]+(?=\s)"
)


@dataclass(slots=True)
class _Line:
    span: Span
    text: str
    kind: ZoneKind | None = None
    is_prose: bool = False


def zones_of(text: str) -> tuple[Zone, ...]:
    """The zones of an article, in order, none touching another; white space is left outside.

    Only what stands before the first character of a date header at the very beginning goes with
    it.
    """
    header = _DATE_HEADER.match(text)
    start = header.end() if header else 0
    lines = list(_lines(text, start))
    first, last = _first_and_last_prose(lines)
    _name_head(lines[:first])
    _name_subheads(lines[first:last])
    _name_tail(lines[last + 1 :])
    zones = [Zone(Span(0, start), "dateline")] if header else []
    for number, line in enumerate(lines):
        if line.kind is not None:
            zones.append(Zone(line.span, line.kind))
        elif number == first and (dateline := _dateline(line)) is not None:
            zones.append(Zone(dateline, "dateline"))
    return tuple(zones)


def published_in(text: str) -> str | None:
    """The ISO date of a date header at the beginning of the text, if it has one."""
    header = _DATE_HEADER.match(text)
    return header[1] if header else None


def _lines(text: str, start: int) -> Iterator[_Line]:
    for found in _LINE.finditer(text, start):
        content = found[0].lstrip()
        span = Span(found.end() - len(content), found.end())
        words = content.count(" ") + 1
        if words >= _LONG or len(content) >= _LONG_CHARACTERS:
            yield _Line(span, content, is_prose=True)
            continue
        ends_sentence = _SENTENCE_END.search(content[-8:]) is not None
        kind = None if ends_sentence and words > _SURE_SENTENCE else kind_of_line(content)
        yield _Line(span, content, kind, is_prose=ends_sentence and kind is None)


def _first_and_last_prose(lines: Sequence[_Line]) -> tuple[int, int]:
    """Indices of the first and last line of prose; both the count of lines where there is none."""
    prose = [number for number, line in enumerate(lines) if line.is_prose]
    if not prose:
        return len(lines), len(lines)
    first = prose[0]
    if len(prose) > 1 and _is_question(lines[first]) and not any(_titles(lines[:first])):
        lines[first].is_prose = False
        first = prose[1]
    return first, prose[-1]


def _is_question(line: _Line) -> bool:
    """Whether a first line that ends like a sentence may be a headline all the same."""
    short = line.text.count(" ") < _MOST_WORDS_OF_A_QUESTION
    return short and _QUESTION_END.search(line.text) is not None


def _titles(lines: Sequence[_Line]) -> Iterator[_Line]:
    return (line for line in lines if line.kind is None and not _LIST_ITEM.match(line.text))


def _name_head(lines: Sequence[_Line]) -> None:
    """What stands before the article: its headline, then whatever else has no mark of its own."""
    has_headline = False
    is_behind_furniture = False
    for line in lines:
        if line.kind is None:
            if has_headline and is_byline_of_parts(line.text):
                line.kind = "byline"
            elif has_headline:
                line.kind = "caption" if is_behind_furniture else "subhead"
            elif len(lines) > 1 or line.text.count(" "):
                line.kind, has_headline = "headline", True
        is_behind_furniture = line.kind == "furniture"


def _name_subheads(lines: Sequence[_Line]) -> None:
    """Short lines between paragraphs; none in a text whose lines are cut at a width."""
    plain = [line for line in lines if line.kind is None]
    titles = [line for line in _titles(plain) if not line.is_prose]
    if 2 * len(titles) > len(plain):
        return
    for line in titles:
        if line.text.count(" ") < _MOST_WORDS_OF_A_SUBHEAD:
            line.kind = "subhead"


def _name_tail(lines: Sequence[_Line]) -> None:
    """What stands behind the article: who wrote it, and links to other articles."""
    is_list = False
    for line in lines:
        is_list = is_list or is_heading_of_links(line.text)
        if line.kind is None and is_list:
            line.kind = "furniture"
        elif line.kind is None and is_byline_of_parts(line.text):
            line.kind = "byline"


def _dateline(line: _Line) -> Span | None:
    """The place and agency printed before the first sentence: «المدينة (الوكالة) - …»."""
    found = _DATELINE.match(line.text)
    if found is None or not FUNCTION_WORDS.isdisjoint(fold_key(found["place"]).split()):
        return None
    return Span(line.span.start, line.span.start + found.end())
