"""The lines of a file, decoded strictly, each with its number; none is read beyond a limit."""

import codecs
import re
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from annotator.formats.encodings import Reasons, canonical, decoded

_ESCAPED = re.compile("[\udc80-\udcff]")
"""What Python makes of a byte that cannot be decoded."""


def text_lines(
    stream: BinaryIO, encoding: str, *, max_characters: int
) -> Iterator[tuple[int, str | Reasons]]:
    """Number and text of each line with its end, or why it cannot be read; only LF ends one.

    Of a line that is too long the rest is passed over, never held in memory. A byte order mark
    is dropped, `stream` is closed at the end.

    Raises:
        UsageError: there is no such encoding.
    """
    encoding = canonical(encoding)
    number = 0
    with TextIOWrapper(stream, encoding, errors="surrogateescape", newline="\n") as lines:
        try:
            while line := lines.readline(max_characters + 1):
                number += 1
                yield number, _checked(line, lines, encoding, max_characters, is_first=number == 1)
        except UnicodeDecodeError:  # UTF-16 and its like have no way to go on
            yield number + 1, (f"not {encoding}; name another encoding with --encoding",)


def _checked(
    line: str, lines: TextIOWrapper, encoding: str, max_characters: int, *, is_first: bool
) -> str | Reasons:
    """The line, or why it cannot be read."""
    if len(line) > max_characters:
        while len(line) > max_characters and not line.endswith("\n"):
            line = lines.readline(max_characters + 1)
        return (f"the line is longer than {max_characters:,} characters; split it",)
    if is_first:
        line = line.removeprefix(codecs.BOM_UTF8.decode())
    return _reasons(line, encoding) if _ESCAPED.search(line) else line


def _reasons(line: str, encoding: str) -> Reasons:
    """What `decoded` says of the line, without its own line number."""
    found = decoded(line.encode(encoding, "surrogateescape"), encoding)
    reasons = (found,) if isinstance(found, str) else found
    return tuple(reason.partition(": ")[2] for reason in reasons)
