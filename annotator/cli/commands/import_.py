"""`annotator import`: documents and annotated layers into the project."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import diagnostics, output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import JsonOption, ProjectOption
from annotator.cli.pairs import pairs
from annotator.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.services.document_groups import Link
    from annotator.services.import_report import FileReport

MOST_TOLD = 100
"""Refusals of one file that are told one by one."""


def import_command(
    project: ProjectOption,
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Files, folders, .gz and .zip files.")
    ],
    *,
    format_name: Annotated[
        str | None, typer.Option("--format", help="Read every file in this format.")
    ] = None,
    layer: Annotated[
        str, typer.Option("--as", metavar="NAME", help="Put annotations into this layer.")
    ] = "",
    encoding: Annotated[str, typer.Option(help="Of text files that are not UTF-8.")] = "utf-8",
    fields: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="PART=FIELD,…",
            help="The columns or keys of articles: text=body,title=headline,published=date.",
        ),
    ] = None,
    skip_invalid: Annotated[
        bool, typer.Option("--skip-invalid", help="Import the rest of a file that has errors.")
    ] = False,
    no_groups: Annotated[
        bool, typer.Option("--no-groups", help="Do not look for copies and shared passages.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Bring in articles, or interchange files with annotations.

    Articles come as text files, web pages, tables (CSV, TSV) or JSON lines. A file with errors is
    left out whole, unless --skip-invalid; either way the exit code is 4.
    """
    from annotator.services.duplicates import find_duplicates
    from annotator.services.input_files import files_of_format, readable_files
    from annotator.services.project import Project
    from annotator.services.transfer_in import ImportChoices, import_files

    choices = ImportChoices(
        layer=layer,
        encoding=encoding,
        fields=pairs(fields or [], option="--map"),
        skip_invalid=skip_invalid,
    )
    reports: list[FileReport] = []
    with Project.open(project) as opened:
        files = files_of_format(paths, format_name) if format_name else readable_files(paths)
        try:
            for report in import_files(opened, files, choices, progress=Progress("records read")):
                reports.append(report)  # noqa: PERF402 -- kept as they come, for an interruption
        except KeyboardInterrupt:
            diagnostics.note(f"stopped; {len(reports)} of {len(files)} files are imported")
            raise
        links = [] if no_groups else find_duplicates(opened, progress=Progress("compared"))
    if json:
        output.emit_json({"files": reports, "links": links})
    else:
        _tell(reports)
        _tell_of_links(links)
    if any(report.refusals for report in reports):
        raise typer.Exit(ExitCode.INVALID_DATA)


def _tell(reports: "list[FileReport]") -> None:
    from annotator.services.import_report import total_counts

    for report in reports:
        for refusal in report.refusals[:MOST_TOLD]:
            for reason in refusal.reasons:
                diagnostics.note(f"{refusal.where}: {reason}")
        if len(report.refusals) > MOST_TOLD:
            more = len(report.refusals) - MOST_TOLD
            diagnostics.note(f"{report.path}: {more:,} more records refused; --json lists all")
        if not report.imported:
            diagnostics.note(f"{report.path}: nothing imported; mend it, or use --skip-invalid")
    others = sum(len(report.other_schema_layers) for report in reports)
    if others:
        diagnostics.note(
            f"{others} annotated documents come from another state of their label schema; they are"
            " checked against the project's own: see annotator check"
        )
    counts = total_counts(reports)
    known = sum(len(report.known_documents) for report in reports)
    layers = sum(len(report.added_layers) for report in reports)
    output.emit(
        f"imported {counts.documents} new documents ({counts.characters:,} characters) and"
        f" {layers} annotated ones from {len(reports)} files; {known} documents were there already"
    )
    for hint in counts.hints():
        output.emit(f"  {hint}")


def _tell_of_links(links: "Sequence[Link]") -> None:
    copies = sum(link.signal == "copy" for link in links)
    passages = sum(link.signal == "passage" for link in links)
    if links:
        output.emit(
            f"  {copies} pairs of near copies, {passages} pairs that share a passage;"
            " list them with: annotator document groups"
        )
