"""Whether the terminal puts Arabic in display order by itself, for what is printed line by line.

The screen switches that off while it is open. A printed line stays when the command has ended, so
it is left to a terminal that does it, and drawn by us for one that does not.
"""

import os
from functools import cache

from annotator.errors import AnnotatorError
from annotator.tui.probe import find_terminal

_REORDERING = frozenset({"vte", "konsole", "mlterm", "terminal-does-it"})
_BETWEEN = frozenset({"tmux", "screen"})
_VARIABLES = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
"""Of terminals that do it; all there is to go by where something lies between them and us."""


@cache
def does_terminal_reorder() -> bool:
    """Whether lines are to be printed in the order of the text.

    Asks the terminal once, which takes milliseconds; see `find_terminal`.
    """
    try:
        terminal = find_terminal()
    except AnnotatorError:
        return False  # a wrong setting is told by what needs it
    name = terminal.profile.name
    is_known = name not in _BETWEEN and bool(terminal.said or terminal.is_asked_for)
    return name in _REORDERING or (not is_known and any(map(os.environ.get, _VARIABLES)))
