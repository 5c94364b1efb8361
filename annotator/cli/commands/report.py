"""`annotator report`: how far suggestions steer the people who annotate with them."""

from typing import TYPE_CHECKING, Annotated

import typer

from annotator.cli import output
from annotator.cli.options import JsonOption, ProjectOption

if TYPE_CHECKING:
    from annotator.services.anchoring import BlindAgreement, LayerAnchoring


def report_command(
    project: ProjectOption,
    *,
    layer: Annotated[
        str | None, typer.Option("--layer", metavar="NAME", help="One annotator's figures alone.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Report what became of each source's suggestions, and whether they steer annotators.

    Shares taken as they were, decisions faster than the text before them can be read, and how far
    annotators agree with suggestions and without (see `annotator queue --blind`).
    """
    from annotator.services.anchoring import anchoring
    from annotator.services.project import Project

    with Project.open(project) as opened:
        report = anchoring(opened, layer)
    if json:
        output.emit_json(report)
        return
    for each in report.layers:
        _tell(each)
    for pair in report.blind_agreement:
        _tell_of_blind(pair)


def _tell(layer: "LayerAnchoring") -> None:
    share = "–" if layer.unchanged_share is None else f"{layer.unchanged_share:.0%}"
    output.emit(
        f"{layer.layer}: {layer.annotation_count} mentions and events, {share} of them suggestions"
        f" taken unchanged; {layer.pace.fast_count} of {layer.pace.action_count} decisions came"
        f" faster than the text can be read; {layer.blind_document_count} blind documents"
    )
    if layer.sources:
        output.table(
            ["source", "type", "accepted", "corrected", "rejected", "precision"],
            [
                (s.suggester, s.type, s.accepted, s.corrected, s.rejected, s.precision)
                for s in layer.sources
            ],
        )


def _tell_of_blind(pair: "BlindAgreement") -> None:
    one, other = pair.layers
    figures = [
        f"{'–' if f1 is None else f'{f1:.3f}'} in {count} documents {how}"
        for f1, count, how in (
            (pair.other_f1, pair.other_documents, "with suggestions"),
            (pair.blind_f1, pair.blind_documents, "without"),
        )
    ]
    output.emit(f"{one} and {other} agree on mentions (F1): {', '.join(figures)}")
