"""Suggesting for the documents of a project: what is proposed is stored, decisions are kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from annotator.model.annotations import Annotations
from annotator.model.suggestion import Suggestion
from annotator.protocols import Memory
from annotator.services.memory import build_memory
from annotator.services.project import Project
from annotator.services.suggestion_stack import Stack, make_stack
from annotator.store import state, suggestions

STACK = "stack"
"""The name under which the combined suggestions of all suggesters are stored."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    document_id: str
    done_count: int
    total_count: int


def suggest_missing(
    project: Project, layer: str, *, report: Callable[[Progress], bool] | None = None
) -> int:
    """Suggest for every document of the layer that was never suggested for.

    `report` hears of each document and may end the run by answering False; what was made by then
    stays. Returns the number of documents suggested for.
    """
    have = suggestions.documents_with(project.connection, layer)
    missing = [heading.id for heading in project.headings() if heading.id not in have]
    return suggest_for(project, layer, missing, report=report)


def suggest_for(
    project: Project,
    layer: str,
    document_ids: Sequence[str],
    *,
    report: Callable[[Progress], bool] | None = None,
    failures: dict[str, str] | None = None,
) -> int:
    """Suggest anew for these documents, from what the layer's annotator decided so far.

    Nobody else's decisions are looked at: double annotation stays blind. `failures` takes the
    names of suggesters that could not work, and why; the others did.
    """
    if not document_ids:
        return 0
    stack = make_stack(memory_of(project, layer))
    number = 0
    for number, document_id in enumerate(document_ids, start=1):
        _suggest(project, layer, document_id, stack)
        if report and not report(Progress(document_id, number, len(document_ids))):
            break
    if failures is not None:
        failures |= stack.failures
    return number


def memory_of(project: Project, layer: str) -> Memory:
    """What the layer's annotator confirmed and rejected in all documents."""
    return build_memory(
        (project.document(document_id), annotations)
        for document_id, annotations in state.layer_annotations(project.connection, layer)
    )


def _suggest(project: Project, layer: str, document_id: str, stack: Stack) -> None:
    document = project.document(document_id)
    annotations = project.annotations(layer, document_id)
    made = stack.suggest(document, project.schema_of(layer), annotations)
    with project.writing() as connection:
        decided = _decided(
            suggestions.get(connection, layer, document_id),
            project.annotations(layer, document_id),  # as it is now: it took time to suggest
        )
        kept = {suggestion.id: suggestion for suggestion in (*made, *decided)}
        suggestions.put(connection, layer, document_id, tuple(kept.values()), suggester=STACK)


def _decided(before: Iterable[Suggestion], annotations: Annotations) -> list[Suggestion]:
    """What was proposed before and decided on: an undo must find it again."""
    ids = {decision.id for decision in annotations.decisions}
    return [suggestion for suggestion in before if suggestion.id in ids]
