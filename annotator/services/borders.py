"""Where the borders of a span go when a person moves them: by word, by letter, over a proclitic."""

import unicodedata
from typing import Literal, TypeAlias

from annotator.model.span import Span
from annotator.services.validation import InvalidEdit
from annotator.services.words import Words
from annotator.wording import worded

Border: TypeAlias = Literal["start", "end"]
Way: TypeAlias = Literal["out", "in"]

_PROCLITICS = "وفبلكس"
"""Letters a person may cut off a word by hand, whatever the segmenter says."""


def moved_by_word(span: Span, words: Words, border: Border, way: Way) -> Span:
    """The span with one word more or less at a border; a first word goes in without proclitics.

    Raises:
        InvalidEdit: there is no word further on, or none would be left.
    """
    if border == "start":
        start = _start_further_out(span, words) if way == "out" else _start_further_in(span, words)
        return _checked(start, span.end)
    end = _end_further_out(span, words) if way == "out" else _end_further_in(span, words)
    return _checked(span.start, end)


def moved_by_letter(span: Span, text: str, border: Border, *, is_forward: bool) -> Span:
    """The span with a border one letter (and the marks on it) further on, or back.

    Raises:
        InvalidEdit: it would leave the text or be empty.
    """
    place = span.start if border == "start" else span.end
    place += 1 if is_forward else -1
    while 0 < place < len(text) and _is_mark(text[place]):
        place += 1 if is_forward else -1
    if not 0 <= place <= len(text):
        raise InvalidEdit(worded("the text ends here"))
    return _checked(place, span.end) if border == "start" else _checked(span.start, place)


def letter_end(text: str, offset: int) -> int:
    """Where the letter at `offset` ends, the marks on it included."""
    end = offset + 1
    while end < len(text) and _is_mark(text[end]):
        end += 1
    return end


def toggled_proclitic(span: Span, words: Words) -> Span:
    """The span with the next proclitic of its first word cut off, or, after the last, all restored.

    Where the segmenter knows none, the first letter is cut if it could be one.

    Raises:
        InvalidEdit: the word has none.
    """
    word = words.holding(span.start)
    if word is None:
        raise InvalidEdit(worded("no word begins here"))
    cuts = [cut for cut in words.cuts(word) if cut < span.end]
    if not cuts and words.text[word.start] in _PROCLITICS and word.start + 1 < span.end:
        cuts = [word.start + 1]
    if not cuts and span.start == word.start:
        message = worded(
            "«{word}» has no proclitic; > moves the start by a letter", word=word.of(words.text)
        )
        raise InvalidEdit(message)
    inner = next((cut for cut in cuts if cut > span.start), word.start)
    return _checked(inner, span.end)


def _start_further_out(span: Span, words: Words) -> int:
    word = words.holding(span.start)
    if word is not None and word.start < span.start:
        cut_off = words.stem(word).start
        if cut_off < span.start:
            return cut_off
    before = words.before(word.start if word is not None else span.start)
    if before is None:
        raise InvalidEdit(worded("the text begins here"))
    return words.stem(before).start


def _start_further_in(span: Span, words: Words) -> int:
    after = words.after(span.start)
    if after is None or after.start >= span.end:
        raise InvalidEdit(worded("it is one word already; Backspace takes it away"))
    return after.start


def _end_further_out(span: Span, words: Words) -> int:
    word = words.holding(span.end - 1)
    if word is not None and word.end > span.end:
        return word.end
    after = words.after(span.end - 1)
    if after is None:
        raise InvalidEdit(worded("the text ends here"))
    return after.end


def _end_further_in(span: Span, words: Words) -> int:
    inside = [word for word in words.between(span) if word.end < span.end]
    if not inside:
        raise InvalidEdit(worded("it is one word already; Backspace takes it away"))
    return inside[-1].end


def _checked(start: int, end: int) -> Span:
    if start >= end:
        raise InvalidEdit(worded("nothing would be left; Backspace takes it away"))
    return Span(start, end)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")
