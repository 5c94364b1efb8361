"""Draw keywords in their context for a terminal, one under the other."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from annotator.arabic.cells import Cell
from annotator.arabic.characters import shown
from annotator.arabic.display import Display
from annotator.arabic.shaping import lam_alef_breaks
from annotator.arabic.visual import visual_line
from annotator.services.searching import SearchHit

_RIGHT_TO_LEFT = Display(base="rtl")
_WIDEST_HIT_SHARE = 3
"""A hit takes at most one part in so many of the width; of a longer one the rest is cut."""
_LEAST_CONTEXT = 8
"""Columns on each side, however narrow the terminal is."""


_Parts: TypeAlias = tuple[list[Cell], list[Cell], list[Cell]]


class Row(NamedTuple):
    """A drawn row in three parts, from left to right; in Arabic the last part is read first."""

    left: str
    found: str
    right: str


def draw_concordance(hits: Sequence[SearchHit], *, width: int) -> list[Row]:
    """A row for every hit: its number and document, then the context, aligned where hits begin.

    Safe to print: nothing in a text steers the terminal. `width` is in columns.
    """
    if not hits:
        return []
    names = [f"{number} {shown(hit.document_id)}" for number, hit in enumerate(hits, start=1)]
    longest = min(max(map(len, names)), width // _WIDEST_HIT_SHARE)
    drawn = [_parts(hit) for hit in hits]
    room = width - longest - 2
    widest = min(max(_width(found) for _, found, _ in drawn), room // _WIDEST_HIT_SHARE)
    before = max(_LEAST_CONTEXT, (room - widest) // 2)
    behind = max(_LEAST_CONTEXT, room - widest - before)
    return [
        _row(f"{name[:longest]:<{longest}}  ", parts, before=before, behind=behind, widest=widest)
        for name, parts in zip(names, drawn, strict=True)
    ]


def _row(label: str, parts: _Parts, *, before: int, behind: int, widest: int) -> Row:
    """The parts cut to their columns, so that hits end at one column, where they are read first."""
    found = _last(parts[1], widest)
    left = _last(parts[0], behind + widest - _width(found))
    gap = " " * (behind + widest - _width(found) - _width(left))
    return Row(label + gap + _text(left), _text(found), _text(_first(parts[2], before)))


def _parts(hit: SearchHit) -> _Parts:
    """The cells left of the hit, of the hit and right of it, in the order they are drawn in."""
    start, end = len(hit.left), len(hit.left) + len(hit.text)
    text = shown(hit.left + hit.text + hit.right)
    breaks = lam_alef_breaks(text, (start, end))
    cells = visual_line(text, display=_RIGHT_TO_LEFT, breaks=breaks).cells
    inside = [number for number, cell in enumerate(cells) if cell.start < end and start < cell.end]
    if not inside:
        return [], [], list(cells)
    first, after = inside[0], inside[-1] + 1
    return list(cells[:first]), list(cells[first:after]), list(cells[after:])


def _first(cells: Iterable[Cell], width: int) -> list[Cell]:
    """As many cells from the left as the columns hold."""
    kept: list[Cell] = []
    for cell in cells:
        width -= cell.width
        if width < 0:
            break
        kept.append(cell)
    return kept


def _last(cells: Sequence[Cell], width: int) -> list[Cell]:
    """As many cells from the right as the columns hold."""
    return _first(reversed(cells), width)[::-1]


def _width(cells: Iterable[Cell]) -> int:
    return sum(cell.width for cell in cells)


def _text(cells: Iterable[Cell]) -> str:
    return "".join(cell.text for cell in cells)
