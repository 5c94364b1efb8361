"""The documents an annotator finished: what is learned from."""

from annotator.model.layer import Layer
from annotator.model.record import Record
from annotator.services.project import Project
from annotator.store import state

LEARNED_LEVELS = {"entities", "events"}
"""Finished on both, a document also teaches what is no mention and no trigger."""


def finished_records(project: Project, layer: str) -> list[Record]:
    """The layer's finished documents with their annotations, in the order of import."""
    signature: Layer = project.layer(layer)
    found = {
        key: annotations
        for key, annotations in state.layer_annotations(project.connection, layer)
        if {done.level for done in annotations.done} >= LEARNED_LEVELS
        and annotations.set_aside is None
    }
    return [
        Record(project.document(heading.id), signature, found[heading.id])
        for heading in project.headings()
        if heading.id in found
    ]
