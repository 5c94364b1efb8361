"""The first thing that runs: the screen at once where nothing else is asked for, else the commands.

Typer takes half as long to load as Textual. Whoever comes back to work does not wait for it.
"""

import os
import sys
from pathlib import Path

from annotator.cli import diagnostics
from annotator.errors import AnnotatorError


def main() -> None:
    """Run `annotator` with this process's arguments, and end it with the command's exit code."""
    project = project_to_open(sys.argv[1:])
    if project is None:
        from annotator.cli.main import main as run_command

        run_command()
    else:
        sys.excepthook = diagnostics.report_defect
        open_screen(*project)


def project_to_open(arguments: list[str]) -> tuple[Path, str | None] | None:
    """Project and annotator of a command line that only opens the screen on a project that exists.

    None for every other command line, and without a terminal.
    """
    from annotator.settings import demo_project, login_name

    if "ANNOTATOR_DEBUG" in os.environ or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    named = os.environ.get("ANNOTATOR_AS")
    if arguments == ["demo"]:
        path, named = demo_project(), named or login_name()
    elif arguments in ([], ["annotate"]):
        path = Path(os.environ.get("ANNOTATOR_PROJECT", "annotator.db"))
    else:
        return None
    return (path, named) if path.is_file() else None


def open_screen(path: Path, named: str | None) -> None:
    """Annotate; a failure is one line, as with every command."""
    from annotator.tui.run import run_annotate

    try:
        told = run_annotate(path, named=named)
    except AnnotatorError as error:
        diagnostics.failure(str(error))
        sys.exit(error.exit_code)
    if told:
        diagnostics.note(told)
