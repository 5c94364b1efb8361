"""The memory of a project follows every decision, and is gathered anew only where one was made."""

import pytest

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.protocols import Memory
from annotator.services import project_memory
from annotator.services.document_edits import MarkDone
from annotator.services.editing import EditingSession
from annotator.services.memory import MemoryBuilder, build_memory
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.services.project_memory import memory_of
from annotator.store import state


def all_anew(project: Project) -> Memory:
    held = state.layer_annotations(project.connection, "ana")
    return build_memory((project.document(key), annotations) for key, annotations in held)


def test_it_is_what_a_fresh_look_at_everything_gives(project: Project) -> None:
    first, second = (EditingSession(project, "ana", key) for key in ("d1", "d2"))
    assert memory_of(project, "ana") == all_anew(project)
    first.run(LabelSpan(Span(4, 8), "PER"))
    first.run(MarkDone())
    assert memory_of(project, "ana") == all_anew(project)
    assert memory_of(project, "ana").unmarked
    second.run(LabelSpan(Span(6, 12), "TTL"))
    first.undo()
    assert memory_of(project, "ana") == all_anew(project)


def test_only_documents_that_changed_are_gathered_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("d1", "d2"):
        EditingSession(project, "ana", key).run(LabelSpan(Span(4, 8), "PER"))
    memory_of(project, "ana")
    gathered: list[str] = []

    class Watched(MemoryBuilder):
        def add(self, document: Document, annotations: Annotations) -> None:
            gathered.append(document.id)
            super().add(document, annotations)

    monkeypatch.setattr(project_memory, "MemoryBuilder", Watched)
    EditingSession(project, "ana", "d2").run(LabelSpan(Span(0, 3), "GPE"))
    memory_of(project, "ana")
    assert gathered == ["d2"]
