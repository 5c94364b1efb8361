"""Arabic strings of one line, for everything on screen that is not the article.

Labels, table cells, titles, options and inputs come through here: made safe to print, cut in the
order of the text, then joined and put in display order.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from annotator.arabic.cells import Cell
from annotator.arabic.characters import shown
from annotator.arabic.columns import measure, with_breaks
from annotator.arabic.display import Direction, Display, is_order_left_to_terminal
from annotator.arabic.lines import Line
from annotator.arabic.paragraph import base_level, resolve_paragraph
from annotator.arabic.shaping import lam_alef_breaks
from annotator.arabic.typesetting import Typesetter
from annotator.model.span import Span

Tag = TypeVar("Tag")

ELLIPSIS = "…"

LABEL = Display(base="auto")
"""How strings of the interface are drawn: each in its own direction."""


class Run(NamedTuple, Generic[Tag]):
    """Neighbouring cells that look alike."""

    text: str
    tags: tuple[Tag, ...]
    """The tags of all spans that cover it, in the order they were given."""


def visual(
    text: str,
    *,
    width: int | None = None,
    base: Direction = "auto",
    marks: bool = True,
    is_raw: bool | None = None,
) -> str:
    """What to print for `text`: safe, joined, in display order, at most `width` columns.

    What does not fit is cut at the end of the text, where an ellipsis shows it: on the left when
    the text runs from right to left. The result is for printing only; it is not searched, stored,
    copied or passed here again. Without `is_raw`, it is raw where the terminal orders text.
    """
    raw = is_order_left_to_terminal() if is_raw is None else is_raw
    return _drawn(text, width, Display(base=base, marks=marks, is_raw=raw))


@lru_cache(maxsize=4096)
def _drawn(text: str, width: int | None, display: Display) -> str:
    return visual_line(text, width=width, display=display).text


def visual_line(
    text: str,
    *,
    width: int | None = None,
    display: Display = LABEL,
    breaks: frozenset[int] = frozenset(),
) -> Line:
    """`text` as one row whose cells know their offsets, for inputs and pointers.

    With a `width` it is cut to it, the ellipsis standing for what was cut, and aligned within it.
    Controls and line ends are shown as one sign each, so offsets are those of `text`. To leave a
    place for a cursor behind the text, give it with a blank at its end.
    """
    safe = shown(text)
    if is_order_left_to_terminal():
        display = replace(display, is_raw=True)
    base = base_level(safe, display.base, default=0)
    columns = with_breaks(measure(safe, display), breaks)
    if width is None:
        width = columns[-1]
    else:
        safe = _cut(safe, columns, width)
    paragraph = resolve_paragraph(safe, start=0, base=base)
    typesetter = Typesetter(safe, display, width, breaks)
    return typesetter.set_line(0, len(safe), paragraph=paragraph)


def shortened(text: str, *, width: int) -> str:
    """`text` in its own order, cut so that at most `width` columns are printed for it.

    For a value inside a sentence, which is put in display order as a whole.
    """
    safe = shown(text)
    return _cut(safe, measure(safe, LABEL), width)


def _cut(safe: str, columns: Sequence[int], width: int) -> str:
    if columns[-1] <= width:
        return safe
    kept = bisect_right(columns, width - 1) - 1
    return safe[:kept].rstrip() + ELLIPSIS if width > 0 else ""


def visual_runs(
    text: str,
    spans: Sequence[tuple[Span, Tag]],
    *,
    width: int | None = None,
    display: Display = LABEL,
) -> list[Run[Tag]]:
    """What to print for `text` from left to right, cut where the tags of `spans` change."""

    def tags_of(cell: Cell) -> tuple[Tag, ...]:
        return tuple(tag for span, tag in spans if span.start < cell.end and cell.start < span.end)

    borders = [border for span, _ in spans for border in (span.start, span.end)]
    breaks = lam_alef_breaks(text, borders)
    line = visual_line(text, width=width, display=display, breaks=breaks)
    printed = [cell for cell in line.cells if cell.width]
    return [
        Run("".join([cell.text for cell in cells]), tags)
        for tags, cells in groupby(printed, key=tags_of)
    ]
