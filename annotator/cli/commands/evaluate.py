"""`annotator evaluate`: how good suggestions are on what was annotated, fairly measured."""

from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import output
from annotator.cli.options import AsOption, JsonOption, ProjectOption

if TYPE_CHECKING:
    from annotator.services.evaluation import Evaluation


def evaluate_command(
    project: ProjectOption,
    *,
    annotator: AsOption = None,
    folds: Annotated[int, typer.Option(min=2, max=20, help="Parts, each held out once.")] = 5,
    json: JsonOption = False,
) -> None:
    """Measure suggestions on your finished documents, each held out from what is learned.

    By type and by source, with how far scores can be believed, and how it grows with the number
    of documents learned from. Documents that belong together are held out together.
    """
    from annotator.cli.progress import Progress
    from annotator.services.evaluation import evaluate
    from annotator.services.people import choose_annotator
    from annotator.services.project import Project

    told = Progress("documents suggested for")
    with Project.open(project) as opened:
        layer = opened.layer(choose_annotator(opened, annotator)).name
        found = evaluate(opened, layer, fold_count=folds, report=lambda done, _: told(done))
    if json:
        output.emit_json(found)
    else:
        _tell(found)


def _tell(found: "Evaluation") -> None:
    output.emit(f"{found.layer}: {found.document_count} documents in {found.fold_count} parts")
    rows = [(name, "all", s) for name, s in found.totals.items()]
    rows += [(name, label, s) for name, t in found.by_type.items() for label, s in t.items()]
    output.table(
        ["", "type", "annotated", "suggested", "precision", "recall", "F1"],
        [(n, t, s.annotated, s.suggested, s.precision, s.recall, s.f1) for n, t, s in rows],
    )
    output.emit("")
    output.table(
        ["source", "type", "suggested", "precision"],
        [(s.suggester, s.type, s.suggested, s.precision) for s in found.by_source],
    )
    if found.calibration_error is not None:
        output.emit(f"\nscores are off by {found.calibration_error:.3f} on average:")
        output.table(
            ["score", "right", "suggestions"],
            [(b.mean_score, b.right_share, b.count) for b in found.calibration],
        )
    output.emit("\nF1 after so many documents:")
    output.table(
        ["documents", "mentions", "triggers", "arguments"],
        [(p.document_count, p.mentions_f1, p.triggers_f1, p.arguments_f1) for p in found.curve],
    )
