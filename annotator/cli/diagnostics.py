"""What the command line says on stderr: the only place that writes there."""

import sys
from enum import IntEnum
from types import TracebackType

from annotator import __version__


class ExitCode(IntEnum):
    """What a finished command tells the shell."""

    DONE = 0
    """It did what was asked."""
    FAILED = 1
    """It could not, for a reason that none of the others names."""
    WRONG_USAGE = 2
    """The command line was wrong: an unknown option, a missing choice."""
    NOT_FOUND = 3
    """A project, file, document, layer or label schema that was named does not exist."""
    INVALID_DATA = 4
    """Data broke a rule, layers disagree, or a gate was not met."""
    TRY_AGAIN = 75
    """Something outside failed for now: the disk is full, the file locked, the hub down."""
    INTERRUPTED = 130
    """The person pressed Ctrl+C."""


def note(text: str) -> None:
    """Say something beside the data: progress, a warning, a hint."""
    sys.stderr.write(_harmless_line(text) + "\n")


def is_confirmed(question: str) -> bool:
    """Ask the person at the terminal; no answer at all ends the command."""
    import typer

    return typer.confirm(_harmless_line(question), err=True)


def failure(reason: str) -> None:
    """Say in one line why the command ends without having done what was asked."""
    note(f"annotator: {reason}")


def report_defect(
    kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    """A `sys.excepthook` for what nobody foresaw: one sentence in place of the traceback."""
    failure(
        f"a defect of annotator {__version__} stopped the command ({kind.__name__}: {error});"
        " to see where, run it again with ANNOTATOR_DEBUG=1 and report what it prints"
    )


def _harmless_line(text: str) -> str:
    """One line, whatever a file name or a message of a library holds; for the eye on a terminal."""
    from annotator.arabic.characters import shown

    safe = shown(" ".join(text.split()))
    if safe.isascii() or not sys.stderr.isatty():
        return safe
    from annotator.arabic.visual import visual
    from annotator.tui.printing import does_terminal_reorder

    return safe if does_terminal_reorder() else visual(safe)
