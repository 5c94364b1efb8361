"""`annotator suggest`: suggestions for the documents of a project, many at once."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import diagnostics, output
from annotator.cli.diagnostics import ExitCode
from annotator.cli.options import AsOption, JsonOption, ProjectOption

if TYPE_CHECKING:
    from annotator.services.given_suggestions import GivenReport
    from annotator.services.suggestion_runs import RunReport

MOST_TOLD = 20
"""Refusals that are told one by one."""


def suggest_command(
    project: ProjectOption,
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="DOC…", help="Only these documents, anew.")
    ] = None,
    *,
    annotator: AsOption = None,
    files: Annotated[
        list[Path] | None,
        typer.Option("--from", metavar="FILE", help="Take in suggestions of an interchange file."),
    ] = None,
    url: Annotated[
        str | None, typer.Option("--url", help="Ask the suggester at this address, too.")
    ] = None,
    seconds: Annotated[
        float, typer.Option("--seconds", min=0.1, help="How long it may take for a document.")
    ] = 60.0,
    anew: Annotated[
        bool, typer.Option("--anew", help="Also where there are suggestions already.")
    ] = False,
    processes: Annotated[
        int, typer.Option("--processes", min=0, help="How many at once; 0 is one for each core.")
    ] = 0,
    skip_invalid: Annotated[
        bool, typer.Option("--skip-invalid", help="Take the rest of a file that has errors.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Suggest mentions, events and arguments where there are no suggestions yet.

    Whatever ends a run, Ctrl+C too, the next one goes on where it stopped. The same documents and
    decisions give the same suggestions. Nothing that was decided changes.
    """
    import time

    from annotator.services.given_suggestions import take_suggestions
    from annotator.services.people import choose_annotator
    from annotator.services.project import Project
    from annotator.services.suggestion_runs import RunChoices, documents_to_do, run

    started = time.monotonic()
    with Project.open(project) as opened:
        layer = opened.open_layer(choose_annotator(opened, annotator)).name
        given = [
            take_suggestions(opened, layer, path, skip_invalid=skip_invalid) for path in files or ()
        ]
        every = [heading.id for heading in opened.headings()]
        if documents:
            chosen = [opened.document(key).id for key in documents]
        elif anew:
            chosen = every
        else:
            missing = set(documents_to_do(opened, layer, server_url=url))
            missing.update(key for report in given for key in report.document_ids)
            chosen = [key for key in every if key in missing]
        told = _Told(len(chosen))
        choices = RunChoices(
            process_count=_process_count(processes, len(chosen)),
            server_url=url,
            server_seconds=seconds,
            asks_again=anew,
            report=told.hears,
        )
        try:
            report = run(opened, layer, chosen, choices)
        except KeyboardInterrupt:
            diagnostics.note(
                f"stopped; {told.done_count:,} of {len(chosen):,} documents are done,"
                " the same command goes on with the rest"
            )
            raise
    skipped = 0 if documents else len(every) - len(chosen)
    if json:
        output.emit_json(
            {
                "layer": layer,
                "files": given,
                **{name: getattr(report, name) for name in report.__dataclass_fields__},
                "skipped_count": skipped,
                "seconds": round(time.monotonic() - started, 3),
            }
        )
    else:
        _tell(report, skipped, time.monotonic() - started)
    _end(given, report)


class _Told:
    """Says now and then how far the run is."""

    def __init__(self, total: int) -> None:
        from annotator.cli.progress import Progress

        self.done_count = 0
        self._tell = Progress(f"of {total:,} documents")

    def hears(self, progress: object) -> bool:
        self.done_count = getattr(progress, "done_count", self.done_count)
        self._tell(self.done_count)
        return True


def _process_count(asked_for: int, document_count: int) -> int:
    """As many as asked for; for few documents starting them would take longer than the work."""
    import os

    if asked_for:
        return asked_for
    return 1 if document_count < WORTH_PROCESSES else os.cpu_count() or 1


WORTH_PROCESSES = 40


def _tell(report: "RunReport", skipped: int, seconds: float) -> None:
    output.emit(
        f"suggested {report.mention_count:,} mentions and {report.event_count:,} events in"
        f" {report.document_count:,} documents, {seconds:.1f} s; {skipped:,} had some already"
    )


def _end(given: "list[GivenReport]", report: "RunReport") -> None:
    """Tell what went wrong beside it, and end with the code for that."""
    refused = [f"{r.where}: {reason}" for f in given for r in f.refusals for reason in r.reasons]
    for line in (refused + report.refusals)[:MOST_TOLD]:
        diagnostics.note(line)
    more = len(refused) + len(report.refusals) - MOST_TOLD
    if more > 0:
        diagnostics.note(f"{more:,} more were refused; --json lists all of them")
    for reason in report.failures.values():
        diagnostics.note(reason)
    for file in given:
        if file.refusals and not file.document_ids:
            diagnostics.note(f"{file.path}: nothing taken; mend it, or use --skip-invalid")
    if refused:
        raise typer.Exit(ExitCode.INVALID_DATA)
    if report.failures:
        raise typer.Exit(ExitCode.TRY_AGAIN)
