"""`annotator fsck`: prove that the project is sound, or make it so."""

from typing import Annotated

import typer

from annotator.cli import output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import JsonOption, ProjectOption


def fsck_command(
    project: ProjectOption,
    *,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Derive annotations and search index anew.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Check that every layer is exactly what the journal says."""
    from annotator.services import integrity
    from annotator.services.project import Project

    with Project.open(project) as opened:
        if rebuild:
            integrity.rebuild(opened)
        findings = integrity.check_integrity(opened)
    if json:
        output.emit_json({"sound": not findings, "findings": findings})
    elif findings:
        output.table(
            ["layer", "document", "problem"],
            [(each.layer, each.document_id, each.problem) for each in findings],
        )
        output.emit("the journal is the truth; restore from it with: annotator fsck --rebuild")
    else:
        output.emit("sound: every layer is what the journal says")
    if findings:
        raise typer.Exit(ExitCode.INVALID_DATA)
