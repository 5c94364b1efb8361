"""The bidirectional class of each character as one letter, the alphabet of the UAX #9 rules.

A class string has the length of its text, so that the rules can be regular expressions on it.
"""

import re
from collections.abc import Mapping
from unicodedata import bidirectional

_LETTERS = {
    "L": "L",
    "R": "R",
    "AL": "A",  # Arabic letter
    "EN": "E",  # European number
    "AN": "N",  # Arabic number
    "ES": "S",  # European separator: plus, minus
    "ET": "T",  # European terminator: percent, currencies
    "CS": "C",  # common separator: comma, colon
    "NSM": "M",  # nonspacing mark
    "BN": "b",  # boundary neutral
    "B": "P",  # paragraph separator
    "S": "G",  # segment separator: tab
    "WS": "W",  # white space
    "ON": "O",  # other neutral
    "LRE": "e",
    "RLE": "f",
    "LRO": "o",
    "RLO": "p",
    "PDF": "d",
    "LRI": "l",
    "RLI": "r",
    "FSI": "i",
    "PDI": "q",
}

REMOVED = "efopdb"
"""What rule X9 takes out: embeddings, overrides, PDF, boundary neutrals."""

ISOLATES = "lri"
"""The isolate initiators."""

_STRONG = re.compile("[LRAlri]")
_ISOLATING = re.compile("[lriq]")


class _ClassLetters(dict[int, str]):
    """Code point to class letter, filled as characters are met."""

    def __missing__(self, code_point: int) -> str:
        # unassigned characters have no class in the standard library; L is the commonest default
        letter = self[code_point] = _LETTERS.get(bidirectional(chr(code_point)), "L")
        return letter


_class_letters = _ClassLetters()


def bidi_classes(text: str) -> str:
    """The class letter of every character of `text`."""
    return text.translate(_class_letters)


def match_isolates(classes: str) -> dict[int, int]:
    """Where each isolate initiator ends (BD9): its matching PDI; unmatched ones are left out."""
    matching: dict[int, int] = {}
    unclosed: list[int] = []
    for found in _ISOLATING.finditer(classes):
        position = found.start()
        if classes[position] != "q":
            unclosed.append(position)
        elif unclosed:
            matching[unclosed.pop()] = position
    return matching


def first_strong_level(
    classes: str, *, start: int, end: int, matching: Mapping[int, int]
) -> int | None:
    """The level the first strong character outside isolates asks for (P2, P3), None without one."""
    while found := _STRONG.search(classes, start, end):
        letter = found.group()
        if letter not in ISOLATES:
            return 0 if letter == "L" else 1
        start = matching.get(found.start(), end) + 1
    return None
