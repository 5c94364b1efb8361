"""What the command line answers on stdout: the only place that writes there."""

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, ClassVar, Protocol, TypeAlias


class Report(Protocol):
    """A dataclass whose fields JSON can hold."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | Report | None"
"""What `emit_json` can write; a figure that is undefined is None, never NaN."""

Cell: TypeAlias = str | int | float | None
"""One entry of a table; None is a figure that is undefined."""

# Characters that may steer a terminal or reorder a line, beyond those JSON escapes by itself.
_STEERING = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)

_LRM = "\u200e"
_BOLD, _NOT_BOLD = "\x1b[1m", "\x1b[22m"


def emit(text: str) -> None:
    """Answer in lines for a person, safe on a terminal whatever the text holds."""
    for line in text.splitlines() or [""]:
        sys.stdout.write(_displayed(line) + "\n")


def emit_json(value: Json) -> None:
    """Answer with one JSON value.

    Raises:
        ValueError: it holds NaN or an infinity.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2, default=_fields)
    sys.stdout.write(_STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")


def table(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Answer with aligned columns: numbers to the right, all else to the left."""
    body = list(rows)
    columns = [
        _column(heading, [row[index] for row in body]) for index, heading in enumerate(headings)
    ]
    # a terminal that reorders must not take neighbouring columns together
    between = f"{_LRM}  {_LRM}" if is_terminal() and not is_drawing() else "  "
    for cells in zip(*columns, strict=True):
        sys.stdout.write(between.join(cells).rstrip(f"{_LRM} ") + "\n")


def emit_drawn(rows: Iterable[tuple[str, str, str]]) -> None:
    """Answer with rows made for a terminal, drawn already, the middle of each standing out."""
    for before, found, after in rows:
        sys.stdout.write(f"{before}{_BOLD}{found}{_NOT_BOLD}{after}".rstrip() + "\n")


def is_terminal() -> bool:
    """Whether the answer is read on a terminal, and not by a file or another program."""
    return sys.stdout.isatty()


def is_drawing() -> bool:
    """Whether Arabic is put in display order here: on a terminal that does not do it itself."""
    if not is_terminal():
        return False
    from annotator.tui.printing import does_terminal_reorder

    return not does_terminal_reorder()


def discard_the_rest() -> None:
    """Send what stdout still holds nowhere; for when its reader, such as `head`, has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fields(report: Report) -> dict[str, Json]:
    return {field.name: getattr(report, field.name) for field in fields(report)}


def _column(heading: str, cells: Sequence[Cell]) -> list[str]:
    """The heading and its cells as they are displayed, padded to one width."""
    is_numeric = bool(cells) and not any(isinstance(cell, str) for cell in cells)
    texts = [_displayed(heading), *(_displayed(_formatted(cell)) for cell in cells)]
    widths = [_width(text) for text in texts]
    widest = max(widths)
    gaps = [" " * (widest - width) for width in widths]
    if is_numeric:
        return [gap + text for gap, text in zip(gaps, texts, strict=True)]
    return [text + gap for gap, text in zip(gaps, texts, strict=True)]


def _formatted(cell: Cell) -> str:
    if cell is None:
        return "–"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)


def _displayed(line: str) -> str:
    """One line for the eye: drawn where we draw, in logical order anywhere else."""
    from annotator.arabic.characters import shown

    safe = shown(line)
    if safe.isascii() or not is_drawing():
        return safe
    from annotator.arabic.visual import visual

    return visual(safe)


def _width(text: str) -> int:
    """The columns of a terminal that a displayed line takes."""
    if text.isascii():
        return len(text)
    from annotator.arabic.columns import measure
    from annotator.arabic.visual import LABEL

    return measure(text, LABEL)[-1]
