"""`annotator init`: make a new project."""

from typing import Annotated

import typer

from annotator.cli import output
from annotator.cli.options import JsonOption, ProjectOption


def init_command(
    project: ProjectOption,
    *,
    schema: Annotated[
        str, typer.Option("--schema", help="A shipped label schema, or a YAML file of your own.")
    ] = "siyasa",
    json: JsonOption = False,
) -> None:
    """Make a new, empty project with a label schema."""
    from annotator.services.project import Project

    with Project.create(project, schema=schema) as made:
        name = made.schema().name
    if json:
        output.emit_json({"project": str(project), "schema": name})
    else:
        output.emit(f"made {project} with the label schema {name}")
        output.emit("next: annotator import FILE … , then: annotator annotate")
