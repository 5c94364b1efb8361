"""What was written to a terminal, taken apart: texts, control characters and sequences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "control", "csi", "osc", "dcs", "esc", "unfinished"]

# Both the seven-bit introducers and the eight-bit ones, which some terminals obey.
_TOKEN = re.compile(
    r"(?P<csi>(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~])"
    r"|(?P<osc>(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c))"
    r"|(?P<dcs>(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]*(?:\x1b\\|\x9c))"
    r"|(?P<unfinished>\x1b(?:[\[\]PX^_][^\x1b]*)?$)"
    r"|(?P<esc>\x1b[ -/]*[0-~]?)"
    r"|(?P<control>[\x00-\x1f\x7f-\x9f])"
    r"|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the stream."""

    kind: Kind
    written: str
    """As it was sent, introducer and all."""


def tokens(stream: str) -> Iterator[Token]:
    """The pieces of `stream`, none left out."""
    for match in _TOKEN.finditer(stream):
        assert match.lastgroup is not None
        yield Token(match.lastgroup, match[0])  # type: ignore[arg-type]  # the groups are the kinds
