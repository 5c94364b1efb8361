"""How far a project is: its documents, and what each layer holds of them."""

from dataclasses import dataclass

from annotator.services.project import Project
from annotator.store import documents, state


@dataclass(frozen=True)
class LayerStatus:
    """What one layer holds; the counts are over all documents."""

    layer: str
    schema: str
    started_count: int
    """Documents with anything in them."""
    done_count: int
    """Documents finished on every level, each in whichever round."""
    set_aside_count: int
    mention_count: int
    event_count: int
    argument_count: int
    rejected_count: int
    note: str


@dataclass(frozen=True)
class ProjectStatus:
    """A project at a glance."""

    path: str
    document_count: int
    character_count: int
    schemas: tuple[str, ...]
    layers: tuple[LayerStatus, ...]


def project_status(project: Project) -> ProjectStatus:
    """Count what there is."""
    headings = documents.headings(project.connection)
    layers = tuple(_layer_status(project, layer.name) for layer in project.layers())
    return ProjectStatus(
        path=str(project.path),
        document_count=len(headings),
        character_count=sum(heading.length for heading in headings),
        schemas=tuple(project.schema_names()),
        layers=layers,
    )


def _layer_status(project: Project, name: str) -> LayerStatus:
    layer = project.layer(name)
    started = done = aside = mentions = events = arguments = rejected = 0
    for _, annotations in state.layer_annotations(project.connection, name):
        started += 1
        done += annotations.is_done(layer.levels)
        aside += annotations.set_aside is not None
        mentions += len(annotations.mentions)
        events += len(annotations.events)
        arguments += sum(len(event.arguments) for event in annotations.events)
        rejected += sum(decision.verdict == "rejected" for decision in annotations.decisions)
    return LayerStatus(
        name, layer.schema_name, started, done, aside, mentions, events, arguments, rejected,
        layer.note,
    )  # fmt: skip
