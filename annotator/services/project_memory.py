"""What an annotator decided in a whole project; of each document it is gathered once."""

import threading
from pathlib import Path
from typing import TypeAlias

from annotator.model.change import WHOLE_LAYER
from annotator.protocols import Memory
from annotator.services.memory import MemoryBuilder
from annotator.services.project import Project
from annotator.store import journal

_Gathered: TypeAlias = dict[str, tuple[int, MemoryBuilder]]
"""Document -> the revision it was gathered at, and what was."""

_gathered: dict[tuple[Path, int, str], _Gathered] = {}
"""By file, which another may have replaced since, and layer."""
_gathering = threading.Lock()
"""Threads that suggest share what was gathered."""


def memory_of(project: Project, layer: str) -> Memory:
    """What the layer's annotator confirmed and rejected in all documents.

    Cutting a finished document into words takes 10 ms and more: only those that changed since the
    last time are cut again.
    """
    with _gathering:
        path = project.path.resolve()
        known = _gathered.setdefault((path, path.stat().st_ino, layer), {})
        whole = MemoryBuilder()
        revisions = journal.revisions(project.connection, layer)
        for document_id, revision in revisions.items():
            if document_id == WHOLE_LAYER:
                continue
            found = known.get(document_id)
            if found is None or found[0] != revision:
                builder = MemoryBuilder()
                document = project.document(document_id)
                builder.add(document, project.annotations(layer, document_id))
                found = known[document_id] = (revision, builder)
            whole.merge(found[1])
        return whole.memory()
