"""Rows of a text set before anybody scrolls to them, while no key waits."""

from collections.abc import Sequence
from functools import partial

from textual.widget import Widget

from annotator.arabic.layout import Layout

_BEGIN_S = 0.04
"""What was scrolled to is painted by then."""
_AT_A_TIME = 4
"""Rows; they take half a millisecond, and a key in between is heard before the next ones."""


def look_ahead(widget: Widget, layout: Layout, *, top: int, screen: int) -> None:
    """Set the rows of a screen below and above the one that begins with row `top`."""
    below = range(top + screen, min(top + 2 * screen, layout.row_count))
    above = range(max(0, top - screen), top)
    rows = [*below, *reversed(above)]
    widget.set_timer(_BEGIN_S, partial(_set_rows, widget, layout, rows))


def _set_rows(widget: Widget, layout: Layout, rows: Sequence[int]) -> None:
    for row in rows[:_AT_A_TIME]:
        layout.line(row)
    if rows[_AT_A_TIME:]:
        widget.call_later(_set_rows, widget, layout, rows[_AT_A_TIME:])
