"""Neutral classes of UAX #9: which side brackets, blanks and punctuation take (N0 to N2)."""

import re
from collections.abc import Iterator

from annotator.arabic.mirroring import MIRRORED, is_closing_bracket, is_opening_bracket

MAX_OPEN_BRACKETS = 63
"""How many brackets may wait for their closer (BD16)."""

_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_DIRECTION = {"L": "L", "R": "R", "E": "R", "N": "R"}
_NEUTRALS_IN_LTR = re.compile("(?<=L)[PGWOlriq]+(?=L)")
_NEUTRALS_IN_RTL = re.compile("(?<=[REN])[PGWOlriq]+(?=[REN])")


def resolve_neutral(classes: str, *, embedding: str, before: str, after: str) -> str:
    """`classes` of a run sequence with neutrals replaced by L or R (N1, N2)."""
    framed = before + classes + after
    if embedding == "R":
        framed = _NEUTRALS_IN_LTR.sub(lambda run: "L" * len(run.group()), framed)
    else:
        framed = _NEUTRALS_IN_RTL.sub(lambda run: "R" * len(run.group()), framed)
    return framed[1:-1].translate(_neutrals_to[embedding])


_neutrals_to = {side: str.maketrans("PGWOlriq", side * 8) for side in "LR"}


def resolve_brackets(text: str, classes: str, *, original: str, embedding: str, before: str) -> str:
    """`classes` with the brackets that pair up given the side of what they enclose (N0).

    `text` and `original` are the characters of the run sequence and their own classes: marks that
    stand on a bracket go with it.
    """
    brackets = {char for char in set(text) if is_opening_bracket(char) or is_closing_bracket(char)}
    if not brackets:
        return classes
    resolved = list(classes)
    for opener, closer in sorted(_pairs(text, classes, brackets)):
        side = _side_of_pair(resolved, opener, closer, embedding=embedding, before=before)
        if side:
            for place in (opener, closer):
                resolved[place] = side
                for following in range(place + 1, len(resolved)):
                    if original[following] != "M":
                        break
                    resolved[following] = side
    return "".join(resolved)


def _pairs(text: str, classes: str, brackets: set[str]) -> Iterator[tuple[int, int]]:
    """The places of brackets that belong together (BD16)."""
    waiting: list[tuple[str, int]] = []
    for place, char in enumerate(text):
        if char not in brackets or classes[place] != "O":
            continue
        bracket = _CANONICAL.get(char, char)
        if is_opening_bracket(bracket):
            if len(waiting) == MAX_OPEN_BRACKETS:
                return
            waiting.append((MIRRORED[bracket], place))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            closer, opened_at = waiting[depth]
            if closer == bracket:
                yield opened_at, place
                del waiting[depth:]
                break


def _side_of_pair(
    resolved: list[str], opener: int, closer: int, *, embedding: str, before: str
) -> str | None:
    """L or R for a pair, None when nothing strong is inside."""
    inside = {_DIRECTION.get(letter) for letter in set(resolved[opener + 1 : closer])} - {None}
    if not inside or embedding in inside:
        return embedding if inside else None
    for place in range(opener - 1, -1, -1):
        if resolved[place] in _DIRECTION:
            return _DIRECTION[resolved[place]]
    return before
