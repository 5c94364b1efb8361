"""`annotator check`: where annotations break a rule of their label schema."""

from typing import Annotated

import typer

from annotator.cli import output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import JsonOption, ProjectOption


def check_command(
    project: ProjectOption,
    *,
    layer: Annotated[
        list[str] | None, typer.Option("--layer", help="A layer; repeat it. All by default.")
    ] = None,
    expected: Annotated[
        bool, typer.Option("--expected", help="List events without an expected role as well.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """List violations of the label schema; with any, the exit code is 4."""
    from annotator.services.checking import check_project
    from annotator.services.project import Project

    with Project.open(project) as opened:
        listed = check_project(opened, layer or (), expected=expected)
    if json:
        output.emit_json({"violations": listed})
    else:
        output.table(
            ["layer", "document", "place", "kind", "violation"],
            [
                (
                    each.layer,
                    each.document_id,
                    "" if each.start is None else f"{each.start}-{each.end}",
                    each.kind,
                    each.message,
                )
                for each in listed
            ],
        )
        output.emit(f"{len(listed)} violations")
    if listed:
        raise typer.Exit(ExitCode.INVALID_DATA)
