"""`annotator reset-terminal`: the terminal as it was, after the program was killed in it."""

from annotator.cli import diagnostics, output
from annotator.errors import UsageError


def reset_terminal_command() -> None:
    """Bring back a terminal that a killed annotator left without cursor, echo or right order."""
    import sys

    from annotator.tui.restoring import make_line_sane, write_modes

    if not output.is_terminal():
        message = "stdout is no terminal; run annotator reset-terminal in the one to bring back"
        raise UsageError(message)
    descriptor = sys.stdout.fileno()
    is_line_set = make_line_sane(descriptor)
    write_modes(descriptor)
    diagnostics.note(
        "left the alternate screen, showed the cursor, switched mouse and paste reports off"
        " and the terminal's own bidi on"
    )
    if is_line_set:
        diagnostics.note("set the line as `stty sane` does: you see what you type")
