"""How far suggestions steer annotators: what is taken, how fast, how blind documents differ."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.model.layer import GOLD
from annotator.services.agreement_report import agreement_on
from annotator.services.pace import Pace, decision_pace
from annotator.services.project import Project
from annotator.services.source_precision import Verdicts, count_verdicts
from annotator.store import journal, queues, state


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """What became of one source's suggestions of one type."""

    suggester: str
    type: str
    accepted: int
    corrected: int
    rejected: int
    precision: float | None
    """Accepted, of those decided; None while nothing was."""


@dataclass(frozen=True)
class LayerAnchoring:
    """Figures of one annotator."""

    layer: str
    annotation_count: int
    """Mentions and events."""
    unchanged_count: int
    """Of them, suggestions taken as they were."""
    unchanged_share: float | None
    pace: Pace
    blind_document_count: int
    sources: tuple[SourceFigures, ...]


@dataclass(frozen=True, slots=True)
class BlindAgreement:
    """Agreement of two annotators with suggestions and without, over what both finished."""

    layers: tuple[str, str]
    blind_documents: int
    blind_f1: float | None
    """Of mentions, in documents that were blind for both."""
    other_documents: int
    other_f1: float | None
    """Of mentions, in documents that were blind for neither."""


@dataclass(frozen=True)
class Anchoring:
    """Figures of a project."""

    layers: tuple[LayerAnchoring, ...]
    blind_agreement: tuple[BlindAgreement, ...]


def anchoring(project: Project, layer: str | None = None) -> Anchoring:
    """The figures of every annotator, or of one.

    Raises:
        NotFoundError: the project has no layer of that name.
    """
    names = [each.name for each in project.layers() if each.name != GOLD]
    chosen = names if layer is None else [project.layer(layer).name]
    return Anchoring(
        tuple(_of_layer(project, name) for name in chosen),
        tuple(_blind_agreement(project, names, chosen)),
    )


def _of_layer(project: Project, name: str) -> LayerAnchoring:
    connection = project.connection
    verdicts: Verdicts = {}
    total = unchanged = 0
    for _, annotations in state.layer_annotations(connection, name):
        count_verdicts(verdicts, annotations)
        made = [item.provenance for item in annotations.mentions]
        made += [item.provenance for item in annotations.events]
        total += len(made)
        unchanged += sum(provenance.status == "accepted" for provenance in made)
    return LayerAnchoring(
        layer=name,
        annotation_count=total,
        unchanged_count=unchanged,
        unchanged_share=unchanged / total if total else None,
        pace=decision_pace(journal.entries(connection, author=name)),
        blind_document_count=len(queues.blind_documents(connection, name)),
        sources=tuple(_figures(verdicts)),
    )


def _figures(verdicts: Verdicts) -> Iterator[SourceFigures]:
    for suggester, types in sorted(verdicts.items()):
        for type_name, counts in sorted(types.items()):
            decided = counts.total() - counts["skipped"]
            yield SourceFigures(
                suggester,
                type_name,
                counts["accepted"],
                counts["corrected"],
                counts["rejected"],
                counts["accepted"] / decided if decided else None,
            )


def _blind_agreement(
    project: Project, names: list[str], chosen: list[str]
) -> Iterator[BlindAgreement]:
    every = {heading.id for heading in project.headings()}
    blind = {name: queues.blind_documents(project.connection, name) for name in names}
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            if not blind[one] & blind[other] or not {one, other} & set(chosen):
                continue
            without = agreement_on(project, (one, other), blind[one] & blind[other])
            having = agreement_on(project, (one, other), every - blind[one] - blind[other])
            yield BlindAgreement(
                (one, other),
                len(without.entity_documents),
                without.mentions.f1,
                len(having.entity_documents),
                having.mentions.f1,
            )
