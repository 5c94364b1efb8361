"""The options that many commands share, each declared once."""

from pathlib import Path
from typing import Annotated

import typer


def _default_project() -> Path:
    return Path("annotator.db")


ProjectOption = Annotated[
    Path,
    typer.Option(
        "--project",
        envvar="ANNOTATOR_PROJECT",
        default_factory=_default_project,
        show_default=False,  # Typer would call it dynamic
        help="The project, one SQLite file; ./annotator.db by default.",
    ),
]
"""Give it no default: it has one."""

AsOption = Annotated[
    str | None,
    typer.Option("--as", envvar="ANNOTATOR_AS", metavar="NAME", help="The annotator you work as."),
]

JsonOption = Annotated[bool, typer.Option("--json", help="Answer with JSON on stdout.")]
