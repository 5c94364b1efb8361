"""Every violation of the label schemas in a project, with the place to go to."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.annotations import Annotations
from annotator.model.span import Span
from annotator.services.project import Project
from annotator.services.validation import omissions, violations
from annotator.services.violations import Violation
from annotator.store import state


@dataclass(frozen=True, slots=True)
class ListedViolation:
    """A violation and where it stands; without a place in the text, `start` and `end` are None."""

    layer: str
    document_id: str
    start: int | None
    end: int | None
    kind: str
    message: str


def check_project(
    project: Project, layers: Sequence[str] = (), *, expected: bool = False
) -> list[ListedViolation]:
    """What breaks a rule, by layer and document; with `expected` also what is merely missing.

    Raises:
        NotFoundError: the project has no layer of one of the names.
    """
    listed = []
    for name in layers or [layer.name for layer in project.layers()]:
        schema = project.schema_of(name)
        for document_id, annotations in state.layer_annotations(project.connection, name):
            text = project.document(document_id).text
            found = violations(annotations, text=text, schema=schema)
            if expected:
                found += omissions(annotations, text=text, schema=schema)
            listed += [_listed(name, document_id, each, annotations) for each in found]
    return listed


def _listed(
    layer: str, document_id: str, violation: Violation, annotations: Annotations
) -> ListedViolation:
    spans: dict[str, Span] = {mention.id: mention.span for mention in annotations.mentions}
    spans |= {event.id: event.trigger for event in annotations.events}
    place = spans.get(violation.ids[0])
    start, end = (place.start, place.end) if place else (None, None)
    return ListedViolation(layer, document_id, start, end, violation.kind, violation.message)
