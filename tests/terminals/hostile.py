"""Strings that would harm a terminal or deceive a reader, and the search for them."""

import os
import re

from hypothesis import strategies as st

PAYLOADS = (
    "\x1b]52;c;aGFja2Vk\x07",  # writes to the clipboard
    "\x1b]0;title\x1b\\",
    "\x1b[2J\x1b[?1049l",
    "\x1b[6n",  # asks: the answer would be typed
    "\x1bP+q544e\x1b\\",
    "\x1bc",
    "\x9b31m",
    "\x9d52;c;aGFja2Vk\x9c",
    "\x90q\x9c",
    "\x00",
    "\x07",
    "\x08\x08\x08",
    "\x7f",
    "\x85",
    "\r",
    "\n",
    "\t",
    "\x0e",
    "\u202eabc",
    "\u202d",
    "\u202c",
    "\u2066",
    "\u2069",
    "\u061c",
    "\u2028",
    "\ufeff",
    "[red]",
    "[@click=app.quit]",
    "[/]",
    "%s{0}",
    "=1+1",
    "وصل وفد",
    "لأ",
    "َّ",
)
"""Each alone is an attack, or would hide the end of one."""

HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no text may bring onto a terminal; the end of a line is ours."""

_OWN = re.compile("\x1b\\[(?:1|22)m")
"""What commands write by themselves on a terminal: the found words stand out."""


def attack_count(*, strings_each: int, otherwise: int) -> int:
    """How many attacks to make: for ANNOTATOR_FUZZ strings in all, if that is set."""
    asked_for = os.environ.get("ANNOTATOR_FUZZ")
    return int(asked_for) // strings_each if asked_for else otherwise


def hostile_texts(*, max_pieces: int = 5) -> st.SearchStrategy[str]:
    """Payloads with anything Unicode has between them; never empty."""
    piece = st.one_of(
        st.sampled_from(PAYLOADS),
        st.sampled_from(PAYLOADS),
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
    )
    return st.lists(piece, min_size=1, max_size=max_pieces).map("".join)


def harm_in(said: str) -> list[str]:
    """The harmful characters of what was said, each with what stands around it."""
    rest = _OWN.sub("", said)
    return [
        ascii(rest[max(0, match.start() - 20) : match.end() + 20])
        for match in HARMFUL.finditer(rest)
    ]
