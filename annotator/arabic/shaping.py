"""Joined Arabic letters: which presentation form a letter takes between its neighbours.

Forms and ligatures come from the decompositions in the standard library's Unicode data.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, decomposition

from annotator.arabic.characters import TATWEEL, ZWJ, ZWNJ, is_visible_sign

ISOLATED, FINAL, INITIAL, MEDIAL = range(4)
"""The forms; bit 0 says joined to the letter before, bit 1 to the letter after."""

LAM = "ل"
ALEFS = "اأإآ"
"""The letters that melt into one glyph with a lam before them."""

_FORM_TAGS = {"<isolated>": ISOLATED, "<final>": FINAL, "<initial>": INITIAL, "<medial>": MEDIAL}
_NON_JOINING_CONTROLS = f"{ZWNJ}\u2066\u2067\u2068\u2069"
_FARTHEST_MARK = 64
"""No letter is looked for behind more marks than this, which only an attack would heap up."""

_JOINT = re.compile("[DC]T*(?=[DRC])")
_LAM_TO_ALEF = re.compile(f"{LAM}([^\\sء-غف-ي]*)[{ALEFS}]")


def _collect_forms() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    letters: dict[str, list[str]] = {}
    ligatures: dict[str, list[str]] = {}
    for code_point in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        tag, _, composition = decomposition(chr(code_point)).partition(" ")
        if tag not in _FORM_TAGS:
            continue
        composed = "".join(chr(int(part, 16)) for part in composition.split())
        table, letter = (letters, composed) if len(composed) == 1 else (ligatures, composed[-1])
        if len(composed) == 1 or composed[0] == LAM:
            forms = table.setdefault(letter, [""] * 4)
            forms[_FORM_TAGS[tag]] = forms[_FORM_TAGS[tag]] or chr(code_point)
    return letters, ligatures


FORMS, LAM_ALEF_FORMS = _collect_forms()
"""`FORMS[letter][form]` and, for isolated and final, `LAM_ALEF_FORMS[alef][form]`."""


class _JoiningTypes(dict[int, str]):
    """Code point to joining type, filled as characters are met.

    D joins on both sides, R to the letter before only, C causes joining, T is looked past, U does
    not join.
    """

    def __missing__(self, code_point: int) -> str:
        joining = self[code_point] = _joining_type(chr(code_point))
        return joining


def _joining_type(char: str) -> str:
    if char in (TATWEEL, ZWJ):
        return "C"
    if char in FORMS:
        forms = FORMS[char]
        return "D" if forms[INITIAL] else "R" if forms[FINAL] else "U"
    if category(char) in {"Mn", "Me"}:
        return "T"
    is_format = category(char) == "Cf" and char not in _NON_JOINING_CONTROLS
    return "T" if is_format and not is_visible_sign(char) else "U"


_joining_types = _JoiningTypes()


def joined_forms(text: str, start: int, end: int) -> bytes:
    """The form of every character of `text[start:end]`, neighbours outside it taken into account.

    Joining looks past harakat and direction marks. For what is no joining letter the form means
    nothing.
    """
    before = max(0, _past_marks(text, start - 1, -1))
    after = min(len(text), _past_marks(text, end, 1) + 1)
    types = text[before:after].translate(_joining_types)
    forms = bytearray(len(types))
    for joint in _JOINT.finditer(types):
        forms[joint.start()] |= INITIAL
        forms[joint.end()] |= FINAL
    return bytes(forms[start - before : end - before])


def find_lam_alef(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where lam and alef follow each other within `start`-`end`, with only marks between them."""
    for pair in _LAM_TO_ALEF.finditer(text, start, end):
        if not pair.group(1).translate(_joining_types).strip("T"):
            yield pair.start(), pair.end() - 1


def lam_alef_breaks(text: str, borders: Iterable[int]) -> frozenset[int]:
    """The alefs whose lam-alef is cut by one of `borders`, the ends of spans and selections."""
    return frozenset(alef for border in borders if (alef := _alef_cut_at(text, border)) is not None)


def _alef_cut_at(text: str, border: int) -> int | None:
    alef, lam = _past_marks(text, border, 1), _past_marks(text, border - 1, -1)
    if lam < 0 or alef >= len(text):
        return None
    return alef if text[lam] == LAM and text[alef] in ALEFS else None


def _past_marks(text: str, place: int, step: int) -> int:
    """The first place from `place` on, forth or back, that joining does not look past."""
    last = place + step * _FARTHEST_MARK
    while place != last and 0 <= place < len(text) and _joining_types[ord(text[place])] == "T":
        place += step
    return place
