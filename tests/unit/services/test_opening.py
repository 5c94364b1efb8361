"""What is shown first, and where one goes on."""

from pathlib import Path

import pytest

from annotator.errors import NotFoundError, UsageError
from annotator.services.opening import open_where_left, remember_place
from annotator.services.project import Project
from annotator.services.schemas import find_schema


def test_the_first_document_is_opened_until_somebody_was_somewhere(project: Project) -> None:
    assert open_where_left(project.path, named="ana").document.id == "d1"
    remember_place(project.path, "ana", document_id="d2", offset=5)
    opened = open_where_left(project.path, named="ana")
    assert (opened.document.id, opened.offset) == ("d2", 5)


def test_the_document_asked_for_goes_before_the_one_left(project: Project) -> None:
    remember_place(project.path, "ana", document_id="d2", offset=5)
    opened = open_where_left(project.path, named="ana", document_id="d1")
    assert (opened.document.id, opened.offset) == ("d1", 0)


def test_a_new_annotator_gets_a_layer(project: Project) -> None:
    assert open_where_left(project.path, named="noor").annotator == "noor"
    assert "noor" in [layer.name for layer in project.layers()]


def test_what_is_not_there_is_said(project: Project, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no document"):
        open_where_left(project.path, named="ana", document_id="nowhere")
    with Project.create(tmp_path / "empty.db") as empty:
        empty.open_layer("ana")
    with pytest.raises(NotFoundError, match="no documents yet"):
        open_where_left(tmp_path / "empty.db", named="ana")


def test_an_offset_behind_the_text_is_brought_back(project: Project) -> None:
    remember_place(project.path, "ana", document_id="d2", offset=10_000)
    opened = open_where_left(project.path, named="ana")
    assert opened.offset == len(opened.document.text) - 1


def test_of_several_label_schemas_a_new_annotator_chooses_one(project: Project) -> None:
    project.add_schema(find_schema("anercorp"))
    assert open_where_left(project.path, named="noor").schema_names == ("siyasa", "anercorp")
    assert "noor" not in [layer.name for layer in project.layers()]
    named = open_where_left(project.path, named="noor", schema_name="anercorp")
    assert named.schema_names == ()
    assert project.layer("noor").schema_name == "anercorp"
    with pytest.raises(UsageError, match="uses the label schema anercorp"):
        open_where_left(project.path, named="noor", schema_name="siyasa")
