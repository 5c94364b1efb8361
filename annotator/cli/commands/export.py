"""`annotator export`: layers of the project into files that others read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from annotator.cli import diagnostics, output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import JsonOption, ProjectOption
from annotator.cli.pairs import pairs
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.services.transfer_out import ExportReport


def export_command(
    project: ProjectOption,
    *,
    format_name: Annotated[str, typer.Option("--format", help="jsonl or conll.")] = "jsonl",
    layer: Annotated[
        list[str] | None, typer.Option("--layer", help="A layer; repeat it, or say all.")
    ] = None,
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write below.")] = Path(
        "exports"
    ),
    subtoken: Annotated[
        Literal["split", "widen", "drop"],
        typer.Option(help="What becomes of a span that begins or ends inside a word."),
    ] = "split",
    level: Annotated[
        Literal["entities", "triggers"], typer.Option(help="What CoNLL labels hold.")
    ] = "entities",
    label_map: Annotated[
        list[str] | None,
        typer.Option("--label-map", metavar="TYPE=LABEL", help="Write LABEL for TYPE; repeat it."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files there already.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 4 if the format lost anything.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Write layers as files, and beside each what its format could not hold."""
    from annotator.protocols import ExportOptions
    from annotator.services.formats import exporter
    from annotator.services.project import Project
    from annotator.services.transfer_out import Destination, export_layer

    options = ExportOptions(
        subtoken, level, pairs(label_map or [], option="--label-map", may_be_empty=True)
    )
    with Project.open(project) as opened:
        every = [known.name for known in opened.layers()]
        names = every if not layer or "all" in layer else layer
        if not names:
            message = "the project has no layer yet; annotate or import one first"
            raise UsageError(message)
        reports = [
            export_layer(opened, name, exporter(format_name), Destination(out, force), options)
            for name in names
        ]
    if json:
        output.emit_json({"files": [_summary(report) for report in reports]})
    else:
        for report in reports:
            lost = ", ".join(f"{count} {kind}" for kind, count in report.loss_counts.items())
            output.emit(
                f"{report.file.path}: {len(report.documents)} documents; lost: {lost or 'nothing'}"
            )
            if lost:
                diagnostics.note(f"each loss is listed in {report.losses_path}")
    if strict and any(report.losses for report in reports):
        raise typer.Exit(ExitCode.INVALID_DATA)


def _summary(report: "ExportReport") -> dict[str, str | int | dict[str, int]]:
    return {
        "path": str(report.file.path),
        "format": report.format_name,
        "layer": report.layer,
        "documents": len(report.documents),
        "sha256": report.file.sha256,
        "losses": report.loss_counts,
        "losses_path": str(report.losses_path),
    }
