"""`annotator document`: what is known of documents, corrected texts, what belongs together."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import diagnostics, output
from annotator.cli.options import JsonOption, ProjectOption
from annotator.cli.pairs import pairs
from annotator.cli.progress import Progress

if TYPE_CHECKING:
    from annotator.services.replacing import ReplaceReport

DocumentArgument = Annotated[str, typer.Argument(metavar="DOC", help="A document's identifier.")]

app = typer.Typer(rich_markup_mode=None, help="Show, correct, replace and group documents.")


@app.command("list")
def list_command(project: ProjectOption, *, json: JsonOption = False) -> None:
    """List the documents in the order of import."""
    from annotator.services.project import Project

    with Project.open(project) as opened:
        headings = opened.headings()
    if json:
        output.emit_json({"documents": headings})
    else:
        output.table(
            ["document", "characters", "title"], [(h.id, h.length, h.title) for h in headings]
        )


@app.command("show")
def show_command(
    document: DocumentArgument, project: ProjectOption, *, json: JsonOption = False
) -> None:
    """Show metadata, zones and group of a document."""
    from annotator.services.document_meta import view_document
    from annotator.services.project import Project

    with Project.open(project) as opened:
        view = view_document(opened, document)
    if json:
        output.emit_json(view)
        return
    output.emit(f"{view.document_id}: {view.character_count:,} characters, sha256 {view.sha256}")
    output.table(["known", "value"], [(name, value) for name, value in view.meta.items()])
    if view.zones:
        output.table(
            ["zone", "place", "text"], [(z.kind, f"{z.start}-{z.end}", z.text) for z in view.zones]
        )
    if view.group:
        output.emit(f"belongs together with: {' '.join(view.group)}")


@app.command("set")
def set_command(
    document: DocumentArgument,
    values: Annotated[
        list[str],
        typer.Argument(metavar="NAME=VALUE…", help="published=2025-12-31, title=…, source=…"),
    ],
    project: ProjectOption,
    *,
    json: JsonOption = False,
) -> None:
    """Correct what is known about a document; NAME= takes it off."""
    from annotator.services.document_meta import set_meta
    from annotator.services.project import Project

    found = pairs(values, option="set", may_be_empty=True, has_commas=True)
    with Project.open(project) as opened:
        after = set_meta(opened, document, found)
    if json:
        output.emit_json({"document": after.id, "meta": after.meta})
    else:
        output.table(["known", "value"], [(name, value) for name, value in after.meta.items()])


@app.command("replace")
def replace_command(
    document: DocumentArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The corrected article.")],
    project: ProjectOption,
    *,
    encoding: Annotated[str, typer.Option(help="Of a text file that is not UTF-8.")] = "utf-8",
    json: JsonOption = False,
) -> None:
    """Put a corrected text in a document's place; annotations of all layers go with their words.

    What finds no place in the new text is listed, and the document counts as not done.
    """
    from annotator.services.input_files import read_text
    from annotator.services.project import Project
    from annotator.services.replacing import replace_text

    with Project.open(project) as opened:
        report = replace_text(opened, document, read_text(file, encoding=encoding))
    if json:
        output.emit_json(report)
    else:
        _tell(report)


@app.command("groups")
def groups_command(project: ProjectOption, *, json: JsonOption = False) -> None:
    """Find near copies, shared passages and common stories, and list what belongs together."""
    from annotator.services.document_groups import document_groups
    from annotator.services.duplicates import find_duplicates
    from annotator.services.project import Project
    from annotator.services.story_links import find_stories

    with Project.open(project) as opened:
        find_duplicates(opened, progress=Progress("documents compared"))
        find_stories(opened)
        groups = document_groups(opened)
    if json:
        output.emit_json({"groups": groups})
        return
    for group in groups:
        output.emit(f"{group.key}: {' '.join(group.documents)}")
        output.table(
            ["  first", "second", "signal", "strength", "what"],
            [(f"  {k.first}", k.second, k.signal, k.strength, k.detail[:80]) for k in group.links],
        )
    output.emit(f"{len(groups)} groups of {sum(len(g.documents) for g in groups)} documents")


@app.command("join")
def join_command(
    documents: Annotated[list[str], typer.Argument(metavar="DOC…", help="Two or more.")],
    project: ProjectOption,
) -> None:
    """Say that documents belong together, whatever their texts are."""
    from annotator.services.document_groups import join_documents
    from annotator.services.project import Project

    with Project.open(project) as opened:
        join_documents(opened, documents)
    output.emit(f"{' '.join(documents)} belong together")


def _tell(report: "ReplaceReport") -> None:
    output.emit(
        f"{report.document_id} has the new text; {report.kept_count} annotations of"
        f" {len(report.layers)} layers went over, {len(report.misfits)} did not simply"
    )
    if report.misfits:
        output.table(
            ["layer", "what", "type", "place before", "text before", "now"],
            [
                (m.layer, m.kind, m.type, m.start, m.text, "lost" if m.is_lost else "uncertain")
                for m in report.misfits
            ],
        )
    if report.requeued:
        diagnostics.note(f"no longer done in: {', '.join(report.requeued)}")
