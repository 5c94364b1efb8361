"""`annotator train`: learn from the documents an annotator finished."""

from annotator.cli import diagnostics, output
from annotator.cli.options import AsOption, JsonOption, ProjectOption


def train_command(
    project: ProjectOption, *, annotator: AsOption = None, json: JsonOption = False
) -> None:
    """Learn from your finished documents; the screen does the same by itself, while you pause.

    What was learned is kept in the project, the last three versions of it, and used from then on.
    Ctrl+C leaves the version before in its place.
    """
    from annotator.services.learners import installed_learners
    from annotator.services.people import choose_annotator
    from annotator.services.project import Project
    from annotator.services.training import train_layer

    with Project.open(project) as opened:
        layer = opened.layer(choose_annotator(opened, annotator)).name
        try:
            trained = train_layer(
                opened, layer, installed_learners(), tell=lambda name: diagnostics.note(f"{name} …")
            )
        except KeyboardInterrupt:
            diagnostics.note("stopped; what was learned before stays as it was")
            raise
    if json:
        output.emit_json({"layer": layer, "trained": trained})
        return
    output.emit(
        f"{layer}: version {trained.version}, learned from {trained.document_count} documents in"
        f" {trained.seconds:.1f} s, {trained.byte_count / 1000:,.0f} kB;"
        " suggest with it: annotator suggest --anew"
    )
