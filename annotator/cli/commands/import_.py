"""`annotator import`: documents and annotated layers into the project."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import diagnostics, output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import JsonOption, ProjectOption

if TYPE_CHECKING:
    from annotator.services.transfer_in import FileReport


def import_command(
    project: ProjectOption,
    paths: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Files or folders.")],
    *,
    format_name: Annotated[
        str | None, typer.Option("--format", help="Read every file in this format.")
    ] = None,
    layer: Annotated[
        str, typer.Option("--as", metavar="NAME", help="Put annotations into this layer.")
    ] = "",
    encoding: Annotated[str, typer.Option(help="Of text files that are not UTF-8.")] = "utf-8",
    skip_invalid: Annotated[
        bool, typer.Option("--skip-invalid", help="Import the rest of a file that has errors.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Bring in text files, folders of them, or interchange files with annotations.

    A file with errors is left out whole, unless --skip-invalid; either way the exit code is 4.
    """
    from annotator.services.formats import importers
    from annotator.services.project import Project
    from annotator.services.transfer_in import ImportChoices, import_file, readable_files

    choices = ImportChoices(layer=layer, encoding=encoding, skip_invalid=skip_invalid)
    with Project.open(project) as opened:
        if format_name:
            files = [(path, importers(format_name)[0]) for path in paths]
        else:
            files = readable_files(paths, importers())
        reports = [import_file(opened, path, importer, choices) for path, importer in files]
    if json:
        output.emit_json({"files": reports})
    else:
        _tell(reports)
    if any(report.refusals for report in reports):
        raise typer.Exit(ExitCode.INVALID_DATA)


def _tell(reports: "list[FileReport]") -> None:
    for report in reports:
        for refusal in report.refusals:
            for reason in refusal.reasons:
                diagnostics.note(f"{refusal.where}: {reason}")
        if not report.imported:
            diagnostics.note(f"{report.path}: nothing imported; mend it, or use --skip-invalid")
    added = sum(len(report.added_documents) for report in reports)
    known = sum(len(report.known_documents) for report in reports)
    layers = sum(len(report.added_layers) for report in reports)
    output.emit(
        f"imported {added} new documents and {layers} annotated ones from {len(reports)} files; "
        f"{known} documents were there already"
    )
