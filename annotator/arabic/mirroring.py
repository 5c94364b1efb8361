"""Which characters have a mirrored partner, told by their Unicode names; brackets above all.

The standard library knows that a character mirrors, not into which one. Names do: LEFT and RIGHT
PARENTHESIS, LESS-THAN and GREATER-THAN SIGN. All of Unicode's paired brackets are found so (an
oracle test compares); some ninety mathematical relations are not and stay as they are.
"""

import re
from unicodedata import category, lookup, mirrored, name

_OPPOSITES = (
    ("LEFT", "RIGHT"),
    ("LESS", "GREATER"),
    ("PRECEDE", "SUCCEED"),
    ("SUBSET", "SUPERSET"),
    ("ELEMENT OF", "CONTAINS AS MEMBER"),
    ("GYON", "GYAS"),  # Tibetan for left and right
    ("OGHAM FEATHER", "OGHAM REVERSED FEATHER"),
)
_OPPOSITE = {**dict(_OPPOSITES), **{right: left for left, right in _OPPOSITES}}
_SIDE = re.compile("|".join(sorted(_OPPOSITE, key=len, reverse=True)))


class _Mirrors(dict[str, str]):
    """Character to mirrored partner (itself when it has none), filled as characters are met."""

    def __missing__(self, char: str) -> str:
        partner = self[char] = _find_partner(char)
        return partner


def _find_partner(char: str) -> str:
    if not mirrored(char):
        return char
    opposite = _SIDE.sub(lambda side: _OPPOSITE[side.group()], name(char))
    try:
        return lookup(opposite)
    except KeyError:
        return char


MIRRORED = _Mirrors()
"""`MIRRORED[char]`: what is drawn for `char` where the text runs from right to left (rule L4)."""


def is_opening_bracket(char: str) -> bool:
    """Whether `char` opens a pair of rule N0; its closer is `MIRRORED[char]`."""
    return category(char) == "Ps" and MIRRORED[char] != char


def is_closing_bracket(char: str) -> bool:
    """Whether `char` closes a pair of rule N0; its opener is `MIRRORED[char]`."""
    return category(char) == "Pe" and MIRRORED[char] != char
