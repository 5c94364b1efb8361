"""`annotator demo`: the five seed articles, ready to try everything on."""

from pathlib import Path
from typing import Annotated

import typer

from annotator.cli import diagnostics, output
from annotator.cli.commands.agreement import agreement_table
from annotator.cli.options import AsOption
from annotator.wording import marked

_HINT = marked("new here? Ctrl+P, then tutorial: five minutes, and back")


def demo_command(
    *,
    headless: Annotated[
        bool, typer.Option("--headless", help="Show no screen: report, export and end.")
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Make it anew; what you did in the old one is lost.")
    ] = False,
    annotator: AsOption = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="Folder for the exports; beside the demo by default."),
    ] = None,
) -> None:
    """Open the demo project, made on first use in your data folder and kept after that."""
    import sys

    from annotator.model.layer import check_annotator_name
    from annotator.settings import demo_project, login_name

    path, visitor = demo_project(), annotator or login_name()
    check_annotator_name(visitor)
    is_new = fresh or not path.exists()
    if is_new:
        from annotator.services.demo import make_demo  # not to reopen it: half a second

        make_demo(path, annotator=visitor)
    if headless or not (sys.stdin.isatty() and sys.stdout.isatty()):
        output.emit(f"{'made' if is_new else 'reopened'} {path}; your layer is {visitor}")
        _report(path, visitor, out or path.parent / "exports")
        return
    from annotator.tui.run import run_annotate

    told = run_annotate(path, named=visitor, hint=_HINT if is_new else "")
    if told:
        diagnostics.note(told)


def _report(path: Path, visitor: str, directory: Path) -> None:
    from annotator.services.agreement_report import agreement_of_project
    from annotator.services.demo import LAYERS
    from annotator.services.formats import exporter
    from annotator.services.project import Project
    from annotator.services.suggestion_runs import suggest_missing
    from annotator.services.transfer_out import Destination, export_layer

    with Project.open(path) as project:
        project.open_layer(visitor)
        for heading in project.headings():
            output.emit(f"  {heading.id}  {heading.title}")
        count = suggest_missing(project, visitor)
        output.emit(f"suggested for {count} documents; open them with: annotator demo")
        output.emit("agreement of the two illustrated layers:")
        agreement_table(agreement_of_project(project, LAYERS))
        for layer in LAYERS:
            for name in ("jsonl", "conll"):
                to = Destination(directory, force=True)
                written = export_layer(project, layer, exporter(name), to)
                output.emit(f"wrote {written.file.path} ({len(written.documents)} documents)")
    diagnostics.note("the screen needs a terminal: run annotator demo in one")
