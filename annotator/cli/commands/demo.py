"""`annotator demo`: the five seed articles, ready to try everything on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import diagnostics, output
from annotator.cli.commands.agreement import agreement_table
from annotator.cli.options import AsOption

if TYPE_CHECKING:
    from annotator.services.demo import Demo


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

    from annotator.services.demo import prepare_demo
    from annotator.settings import demo_project

    demo = prepare_demo(demo_project(), fresh=fresh, annotator=annotator)
    if headless or not (sys.stdin.isatty() and sys.stdout.isatty()):
        _report(demo, out or demo.path.parent / "exports")
        return
    from annotator.tui.run import run_annotate

    run_annotate(demo.path, named=demo.annotator)


def _report(demo: "Demo", directory: Path) -> None:
    from annotator.services.agreement_report import agreement_of_project
    from annotator.services.demo import LAYERS
    from annotator.services.formats import exporter
    from annotator.services.project import Project
    from annotator.services.suggestion_runs import suggest_missing
    from annotator.services.transfer_out import Destination, export_layer

    made = "made" if demo.created else "reopened"
    output.emit(f"{made} {demo.path}; your layer is {demo.annotator}")
    with Project.open(demo.path) as project:
        for heading in project.headings():
            output.emit(f"  {heading.id}  {heading.title}")
        count = suggest_missing(project, demo.annotator)
        output.emit(f"suggested for {count} documents; open them with: annotator demo")
        output.emit("agreement of the two illustrated layers:")
        agreement_table(agreement_of_project(project, LAYERS))
        for layer in LAYERS:
            for name in ("jsonl", "conll"):
                to = Destination(directory, force=True)
                written = export_layer(project, layer, exporter(name), to)
                output.emit(f"wrote {written.file.path} ({len(written.documents)} documents)")
    diagnostics.note("the screen needs a terminal: run annotator demo in one")
