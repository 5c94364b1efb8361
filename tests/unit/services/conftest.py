"""A small project to work in, and a session in its one document."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.document import Document
from annotator.services.editing import EditingSession
from annotator.services.project import Project
from annotator.store import documents

TEXT = "زار وليد بغداد وبيروت يوم السبت. قال وليد إن الاجتماع مهم."
NOW = "2025-01-01T00:00:00Z"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.db") as made:
        with made.writing() as connection:
            documents.add(
                connection,
                [Document("d1", TEXT), Document("d2", "اجتمع الوزير مع السفير في عمان.")],
                at=NOW,
            )
        made.open_layer("ana")
        yield made


@pytest.fixture
def session(project: Project) -> EditingSession:
    return EditingSession(project, "ana", "d1", now=lambda: NOW)
