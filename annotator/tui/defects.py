"""A defect of the program that ends the screen: told in one sentence, kept whole in a file."""

import os
from io import StringIO

from rich.console import Console
from textual.app import App

from annotator.errors import AnnotatorError
from annotator.settings import data_directory

_COLUMNS = 120
_FILE = "last-defect.txt"


class ScreenDefectError(AnnotatorError):
    """The screen ended through no fault of the person at it; what they did is stored."""


def collect_defects(app: App[None]) -> StringIO:
    """Where Textual's report goes in place of the terminal, to which it would be raw text."""
    told = StringIO()
    app.error_console = Console(file=told, width=_COLUMNS, markup=False, highlight=False)
    return told


def raise_defect(told: str) -> None:
    """Keep the report and end with a sentence; nothing happens without a report.

    Raises:
        ScreenDefectError: there was one.
    """
    lines = [line for line in told.splitlines() if line.strip()]
    if not lines:
        return
    path = data_directory() / _FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # it holds pieces of the project's texts
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(told)
        where = f"what happened is told in {path}"
    except OSError as error:
        where = f"the report could not be written: {error}"
    message = f"a defect stopped the screen ({lines[-1]}); all you did is stored; {where}"
    raise ScreenDefectError(message)
