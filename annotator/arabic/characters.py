"""What is shown in place of characters that a terminal must not be given, one for one.

Control characters can command a terminal and bidi controls can disguise a text: on screen each is
replaced by a visible character, so that offsets stay. Joiners and direction marks are part of
Arabic spelling: they are let through, counted, and drawn only on request.
"""

import re
from collections.abc import Iterable, Mapping
from unicodedata import category

TATWEEL = "\u0640"
ZWNJ = "\u200c"
ZWJ = "\u200d"
LRM = "\u200e"
RLM = "\u200f"

REPLACEMENT = "\ufffd"
"""Shown for what is no character at all, such as a lone surrogate."""

BIDI_CONTROLS: Mapping[str, str] = {
    "\u061c": "⇠",  # ALM
    "\u202a": "↦",  # LRE
    "\u202b": "↤",  # RLE
    "\u202c": "↥",  # PDF
    "\u202d": "⇉",  # LRO
    "\u202e": "⇇",  # RLO
    "\u2066": "↣",  # LRI
    "\u2067": "↢",  # RLI
    "\u2068": "↭",  # FSI
    "\u2069": "↨",  # PDI
}
"""Characters that reorder the text around them, each with what is always shown for it."""

_C0_C1 = (*range(0x20), *range(0x7F, 0xA0))
_LINE_ENDS = "\t\n\r"
_SHOWN: Mapping[int, str] = {
    **dict.fromkeys(_C0_C1, "·"),
    0x00: "␀",
    0x09: "⇥",
    0x0A: "↵",
    0x1B: "␛",
    0x2028: "↵",
    0x2029: "↵",
    **{ord(control): placeholder for control, placeholder in BIDI_CONTROLS.items()},
    **dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT),
}
_UNSAFE = re.compile(  # every key of _SHOWN
    "[\x00-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_HIDDEN_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Hangul fillers: letters by category, without any ink."""


def shown(text: str, *, newlines: bool = False, tabs: bool = False) -> str:
    """`text` safe to print: every character that could do harm replaced by one visible character.

    Every untrusted string passes through here before it reaches a terminal. `newlines` and `tabs`
    are let through when asked for; carriage returns never are.
    """
    if not _UNSAFE.search(text):
        return text
    kept = {0x0A: "\n"} if newlines else {}
    if tabs:
        kept[0x09] = "\t"
    return text.translate({**_SHOWN, **kept})


def is_invisible(char: str) -> bool:
    """Whether `char` leaves no ink by itself and is no bidi control: joiners, marks, selectors."""
    return (
        (category(char) == "Cf" and char not in BIDI_CONTROLS and not is_visible_sign(char))
        or is_variation_selector(char)
        or char in _HIDDEN_FILLERS
    )


def is_variation_selector(char: str) -> bool:
    """Whether `char` only picks a variant of the character before it."""
    return (
        "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
        or "\u180b" <= char <= "\u180f"
    )


def is_visible_sign(char: str) -> bool:
    """Whether `char` is a sign written around numbers, as U+06DD the end of an ayah.

    Unicode files them under format characters, but they are drawn.
    """
    return (
        "\u0600" <= char <= "\u0605"
        or char in "\u06dd\u070f\u0890\u0891\u08e2"
        or char in "\U000110bd\U000110cd"
    )


def count_controls(text: str) -> int:
    """How many control characters `text` holds, besides tabs and line ends."""
    return _count(text, {chr(code_point) for code_point in _C0_C1} - set(_LINE_ENDS))


def count_bidi_controls(text: str) -> int:
    """How many characters of `text` reorder what is around them; for the import report."""
    return _count(text, BIDI_CONTROLS)


def count_invisibles(text: str) -> int:
    """How many characters of `text` are invisible, bidi controls not among them."""
    return _count(text, {char for char in set(text) if is_invisible(char)})


def _count(text: str, chars: Iterable[str]) -> int:
    return sum(text.count(char) for char in chars)
