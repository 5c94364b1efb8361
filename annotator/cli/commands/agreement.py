"""`annotator agreement`: how far annotators agree."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import output
from annotator.cli.options import JsonOption, ProjectOption
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.services.agreement_report import PairReport


def agreement_command(
    project: ProjectOption,
    *,
    layer: Annotated[
        list[str] | None, typer.Option("--layer", help="A layer to compare; repeat it.")
    ] = None,
    files: Annotated[
        bool, typer.Option("--files", help="Compare the interchange files named, not a project.")
    ] = False,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]…", help="With --files: the files.")
    ] = None,
    schema: Annotated[
        str, typer.Option("--schema", help="With --files: the label schema of lines without one.")
    ] = "siyasa",
    json: JsonOption = False,
) -> None:
    """Report pairwise exact F1 of mentions, triggers and arguments with their roles."""
    from annotator.services.agreement_files import agreement_of_files
    from annotator.services.agreement_report import agreement_of_project, as_json
    from annotator.services.project import Project

    if files or paths:
        if layer:
            message = "--layer chooses layers of a project; with --files leave it out"
            raise UsageError(message)
        reports = agreement_of_files(paths or [], schema=schema)
    else:
        with Project.open(project) as opened:
            reports = agreement_of_project(opened, layer or ())
    if json:
        output.emit_json({"pairs": [as_json(report) for report in reports]})
        return
    agreement_table(reports)


def agreement_table(reports: "list[PairReport]") -> None:
    """The three figures of each pair, with what they were measured on."""
    output.table(
        ["layers", "measure", "documents", "first", "second", "both", "F1"],
        [
            (
                " / ".join(report.layers),
                name,
                len(documents),
                f1.first,
                f1.second,
                f1.matched,
                f1.f1,
            )
            for report in reports
            for name, documents, f1 in (
                ("mentions", report.entity_documents, report.mentions),
                ("triggers", report.event_documents, report.events.trigger_cls),
                ("arguments with role", report.event_documents, report.events.argument_role),
            )
        ],
    )
    if not reports:
        output.emit("agreement needs two layers; this project has fewer")
    if any(report.mentions.f1 is None for report in reports):
        output.emit("– is undefined: no document that both finished holds any")
