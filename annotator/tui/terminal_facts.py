"""All that can be told of the terminal one sits at, for a person who looks for a fault."""

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.errors import AnnotatorError
from annotator.tui.probe import Terminal, find_terminal
from annotator.tui.terminal import PLAIN

LEAST_COLUMNS, LEAST_ROWS = 80, 24

_BETWEEN = {
    "TMUX": "tmux",
    "STY": "GNU screen",
    "SSH_CONNECTION": "SSH",
    "WSL_DISTRO_NAME": "WSL",
    "WT_SESSION": "Windows Terminal",
    "TERM_PROGRAM": "",
}
"""Variables that say what lies between the program and the screen, or what the screen is."""


@dataclass(frozen=True)
class TerminalFacts:
    """What is known; without a terminal only the environment's part of it."""

    is_terminal: bool
    said: str
    """Its name and version as it gives them; empty from one that does not."""
    profile: str
    """How it is kept from reordering Arabic."""
    is_asked_for: bool
    """Whether a person named the profile, by setting or variable; else it was recognised."""
    hint: str
    term: str
    colors: str
    columns: int
    rows: int
    between: tuple[str, ...]
    problems: tuple[str, ...]
    """Each with its remedy."""


def terminal_facts() -> TerminalFacts:
    """Ask the terminal, and look at the environment; a wrong setting is a problem, not raised."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    problems = []
    try:
        terminal = find_terminal()
    except AnnotatorError as error:
        terminal = Terminal(PLAIN, draws_every_color=False)
        problems.append(str(error))
    size = shutil.get_terminal_size()
    if is_terminal and (size.columns < LEAST_COLUMNS or size.lines < LEAST_ROWS):
        problems.append(
            f"the terminal has {size.columns} columns and {size.lines} rows; make it at least"
            f" {LEAST_COLUMNS} by {LEAST_ROWS}"
        )
    return TerminalFacts(
        is_terminal=is_terminal,
        said=terminal.said,
        profile=terminal.profile.name,
        is_asked_for=terminal.is_asked_for,
        hint=terminal.profile.hint,
        term=os.environ.get("TERM", ""),
        colors=_colors(terminal, os.environ),
        columns=size.columns,
        rows=size.lines,
        between=tuple(
            name or os.environ[variable]
            for variable, name in _BETWEEN.items()
            if os.environ.get(variable)
        ),
        problems=tuple(problems),
    )


def _colors(terminal: Terminal, environment: Mapping[str, str]) -> str:
    if environment.get("NO_COLOR"):
        return "none, as NO_COLOR says"
    if terminal.draws_every_color or environment.get("COLORTERM") in {"truecolor", "24bit"}:
        return "24 bit"
    return "256" if environment.get("TERM", "").endswith("256color") else "16"
