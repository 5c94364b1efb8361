"""`annotator annotate`: open a project on the screen."""

from typing import Annotated

import typer

from annotator.cli import diagnostics
from annotator.cli.options import AsOption, ProjectOption
from annotator.errors import NotFoundError, UsageError


def annotate_command(
    project: ProjectOption,
    document: Annotated[str | None, typer.Argument(help="The document to open.")] = None,
    *,
    schema: Annotated[
        str | None,
        typer.Option("--schema", help="A new annotator's label schema; the project has it."),
    ] = None,
    annotator: AsOption = None,
) -> None:
    """Annotate: open the project where you left it, or at a document."""
    import sys

    if not project.is_file():
        message = (
            f"no project at {project}; make one with: annotator init --project {project}, "
            "or look around first with: annotator demo"
        )
        raise NotFoundError(message)
    if not sys.stdout.isatty():
        message = "annotate needs a terminal; for the project in figures use: annotator status"
        raise UsageError(message)
    from annotator.tui.run import run_annotate

    told = run_annotate(project, named=annotator, document_id=document, schema_name=schema)
    if told:
        diagnostics.note(told)
