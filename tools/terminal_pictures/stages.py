"""What is shown in the terminal, one stage after another, and how both sides agree on the turn."""

import time
from pathlib import Path
from typing import Literal, get_args

Stage = Literal[
    "corners",  # the first and the last cell in colours of their own: where the cells lie
    "quiet",  # our article widget, highlights in colours that cannot be told from the ground
    "loud",  # the same, highlights in plain sight
    "reference",  # its lines in display order, printed as they are, the terminal's bidi off
    "untouched",  # likewise, the terminal's bidi left as it is
    "glyphs",  # every cell of the lines by itself
    "demo",  # the demo, for the eye
]
STAGES: tuple[Stage, ...] = get_args(Stage)

_POLL_S = 0.03
ROWS_FILE = "rows.json"
TERMINAL_FILE = "terminal.json"
LOG_FILE = "inside.log"


class OutOfTurnError(Exception):
    """The other side did not do its part in time."""


def declare(folder: Path, stage: Stage, what: Literal["shown", "taken"]) -> None:
    """Tell the other side that a stage is on the screen, or that its picture is taken."""
    (folder / f"{stage}.{what}").touch()


def is_declared(folder: Path, stage: Stage, what: Literal["shown", "taken"]) -> bool:
    """Whether the other side has said so."""
    return (folder / f"{stage}.{what}").exists()


def wait_for(
    folder: Path, stage: Stage, what: Literal["shown", "taken"], *, limit_s: float
) -> None:
    """Wait until the other side says so.

    Raises:
        OutOfTurnError: it took longer than `limit_s` seconds.
    """
    end = time.monotonic() + limit_s
    while not is_declared(folder, stage, what):
        if time.monotonic() > end:
            message = f"{stage} was not {what} within {limit_s:.0f} s"
            raise OutOfTurnError(message)
        time.sleep(_POLL_S)
