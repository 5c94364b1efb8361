"""`annotator status`: how far the project is."""

from annotator.cli import output
from annotator.cli.options import JsonOption, ProjectOption


def status_command(project: ProjectOption, *, json: JsonOption = False) -> None:
    """Show the project's documents and what each layer holds."""
    from annotator.services.project import Project
    from annotator.services.status import project_status

    with Project.open(project) as opened:
        status = project_status(opened)
    if json:
        output.emit_json(status)
        return
    output.emit(
        f"{status.path}: {status.document_count} documents, {status.character_count} characters, "
        f"label schemas: {', '.join(status.schemas)}"
    )
    output.table(
        ["layer", "schema", "started", "done", "aside", "mentions", "events", "arguments"],
        [
            (
                layer.layer,
                layer.schema,
                layer.started_count,
                layer.done_count,
                layer.set_aside_count,
                layer.mention_count,
                layer.event_count,
                layer.argument_count,
            )
            for layer in status.layers
        ],
    )
    for layer in status.layers:
        if layer.note:
            output.emit(f"{layer.layer}: {layer.note}")
