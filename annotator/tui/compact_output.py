"""Styles as a terminal needs them: only what differs from the style before is sent."""

import re
from functools import lru_cache
from typing import NamedTuple

_STYLE = re.compile(r"\x1b\[([0-9;]*)m")
_MOVE = re.compile(r"\x1b\[[0-9]+;[0-9]+H|\n")
"""What draws nothing, and so has no style."""
_CODE = re.compile(r"[34]8;(?:5;[0-9]+|2;[0-9]+;[0-9]+;[0-9]+)|[0-9]+")
_OFF = {
    **dict.fromkeys(("1", "2"), "22"),
    **dict.fromkeys(("4", "21"), "24"),
    **dict.fromkeys(("5", "6"), "25"),
    **dict.fromkeys(("51", "52"), "54"),
    "3": "23",
    "7": "27",
    "8": "28",
    "9": "29",
    "53": "55",
}
"""What switches an attribute off again."""
_INKS = frozenset(map(str, (*range(30, 39), *range(90, 98))))
_GROUNDS = frozenset(map(str, (*range(40, 49), *range(100, 108))))
_RESET = "\x1b[0m"


class _Look(NamedTuple):
    """Everything a style sets, as codes."""

    ink: str = ""
    ground: str = ""
    attributes: frozenset[str] = frozenset()


_PLAIN = _Look()


def compacted(data: str) -> str:
    """A drawing that looks the same in fewer bytes.

    Each style of `data` is written from plain, as Rich does; the result changes from one to the
    next. It begins and ends plain, and whatever is neither text, style nor move is met plain.
    """
    parts = _STYLE.split(data)
    if len(parts) == 1:
        return data
    out: list[str] = []
    shown = wanted = _PLAIN
    for number, part in enumerate(parts):
        if number % 2:
            wanted = _look(part, wanted)
            continue
        if not part:
            continue
        if "\x1b" in part and "\x1b" in _MOVE.sub("", part):
            out.append(_between(shown, _PLAIN))
            shown = _PLAIN
        elif wanted != shown and _MOVE.sub("", part):
            out.append(_between(shown, wanted))
            shown = wanted
        out.append(part)
    out.append(_between(shown, wanted))
    return "".join(out)


@lru_cache(maxsize=4096)
def _look(codes: str, before: _Look) -> _Look:
    """The style after an escape sequence with these codes."""
    ink, ground, attributes = before
    for code in _CODE.findall(codes) or ["0"]:
        if code == "0":
            ink, ground, attributes = _PLAIN
        elif code.split(";")[0] in _INKS:
            ink = code
        elif code.split(";")[0] in _GROUNDS:
            ground = code
        elif code in {"39", "49"}:
            ink, ground = ("", ground) if code == "39" else (ink, "")
        elif code in _OFF:
            attributes |= {code}
        else:
            attributes = frozenset(one for one in attributes if _OFF[one] != code)
    return _Look(ink, ground, attributes)


@lru_cache(maxsize=4096)
def _between(before: _Look, after: _Look) -> str:
    """The shortest sequence from one style to another."""
    if before == after:
        return ""
    plain = [*sorted(after.attributes), *filter(None, (after.ink, after.ground))]
    from_plain = f"\x1b[0;{';'.join(plain)}m" if plain else _RESET
    off = {_OFF[code] for code in before.attributes - after.attributes}
    left = {code for code in before.attributes & after.attributes if _OFF[code] not in off}
    codes = [*sorted(off), *sorted(after.attributes - left)]
    if before.ink != after.ink:
        codes.append(after.ink or "39")
    if before.ground != after.ground:
        codes.append(after.ground or "49")
    return min(f"\x1b[{';'.join(codes)}m", from_plain, key=len)
