"""Bytes made text, strictly; where that fails, which lines are wrong and what may help."""

import codecs
import re
from collections.abc import Iterator
from typing import TypeAlias

from annotator.errors import UsageError

Reasons: TypeAlias = tuple[str, ...]

UTF8 = "utf-8"
_LINES_NAMED = 5
_SURROGATE = re.compile("[\ud800-\udfff]")
_ARABIC_LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
_REPLACEMENT = "\ufffd"


def canonical(encoding: str) -> str:
    """The usual name of a text encoding.

    Raises:
        UsageError: Python does not know it, or it is not one of text.
    """
    try:
        bytes(4).decode(encoding)  # one or more characters in every encoding of text
        return codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        message = f"there is no text encoding {encoding!r}; name one such as utf-8, cp1256, utf-16"
        raise UsageError(message) from error


def decoded(content: bytes, encoding: str) -> str | Reasons:
    """The text that `content` is in `encoding`, or why it is none.

    NUL and halves of characters (lone surrogates) are refused: no database holds them.
    """
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != UTF8:
            line = content.count(b"\n", 0, error.start) + 1
            return (f"line {line}: not {encoding}; name another encoding with --encoding",)
        try:
            text = content.decode(UTF8, "surrogatepass")
        except UnicodeDecodeError:
            return (f"{_lines(_broken_lines(content))}: not UTF-8; {_remedy(content)}",)
    return tuple(_forbidden(text)) or text


def _forbidden(text: str) -> Iterator[str]:
    if "\0" in text:
        yield f"{_lines(_lines_with(re.compile(chr(0)), text))}: NUL; remove the character"
    if _SURROGATE.search(text):
        lines = _lines(_lines_with(_SURROGATE, text))
        yield f"{lines}: half a character (a lone surrogate); remove it"


def _lines_with(pattern: re.Pattern[str], text: str) -> list[int]:
    return [n for n, line in enumerate(text.split("\n"), start=1) if pattern.search(line)]


def _broken_lines(content: bytes) -> list[int]:
    return [n for n, line in enumerate(content.split(b"\n"), start=1) if _is_broken(line)]


def _is_broken(line: bytes) -> bool:
    try:
        line.decode(UTF8)
    except UnicodeDecodeError:
        return True
    return False


def _lines(numbers: list[int]) -> str:
    """`line 3`, or `lines 3, 4, 9 and 12 more`."""
    named = ", ".join(str(number) for number in numbers[:_LINES_NAMED])
    more = len(numbers) - _LINES_NAMED
    return f"line{'s' if len(numbers) > 1 else ''} {named}" + (
        f" and {more} more" if more > 0 else ""
    )


def _remedy(content: bytes) -> str:
    """The encoding that the bytes seem to be in: a proposal, never taken by itself."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "it begins like UTF-16, try --encoding utf-16"
    lenient = content.decode(UTF8, "replace")
    broken = lenient.count(_REPLACEMENT)
    sound = sum(not character.isascii() for character in lenient) - broken
    if broken <= sound:
        return "the file is damaged there; repair it"
    windows = content.decode("cp1256", "replace")
    letters = len(_ARABIC_LETTER.findall(windows))
    if 2 * letters > sum(not character.isascii() for character in windows):
        return "it reads as Windows Arabic, try --encoding cp1256"
    return "name its encoding with --encoding"
