"""What is known about a document can be looked at and corrected."""

import pytest

from annotator.errors import NotFoundError, UsageError
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.document_groups import join_documents
from annotator.services.document_meta import set_meta, view_document
from annotator.services.project import Project
from annotator.store import suggestions


def suggest(project: Project) -> None:
    with project.writing() as connection:
        found = (SuggestedMention(Span(0, 3), "DATE", "dates"),)
        suggestions.put(connection, "ana", "d1", found, suggester="dates")


def test_metadata_are_set_and_taken_off(project: Project) -> None:
    set_meta(project, "d1", {"published": "2024-03-09", "source": "المدى"})
    after = set_meta(project, "d1", {"source": "", "title": "عنوان"})
    assert after.meta == {"published": "2024-03-09", "title": "عنوان"}
    assert project.document("d1") == after
    assert next(heading.title for heading in project.headings()) == "عنوان"


def test_another_date_makes_suggestions_anew_and_nothing_else_does(project: Project) -> None:
    suggest(project)
    set_meta(project, "d1", {"title": "عنوان"})
    assert suggestions.documents_with(project.connection, "ana") == {"d1"}
    set_meta(project, "d1", {"published": "2024-03-09"})
    assert suggestions.documents_with(project.connection, "ana") == set()


@pytest.mark.parametrize("value", ["2024-3-9", "09/03/2024", "2024-02-30", "20240309"])
def test_a_date_must_be_a_day(value: str, project: Project) -> None:
    with pytest.raises(UsageError, match="no day"):
        set_meta(project, "d1", {"published": value})


def test_a_name_must_be_one(project: Project) -> None:
    with pytest.raises(UsageError, match="cannot name"):
        set_meta(project, "d1", {"a b": "c"})
    with pytest.raises(NotFoundError):
        set_meta(project, "d9", {"title": "c"})


def test_a_view_tells_everything_but_the_text(project: Project) -> None:
    join_documents(project, ["d1", "d2"])
    view = view_document(project, "d2")
    assert view.document_id == "d2"
    assert view.character_count == len(project.document("d2").text)
    assert view.group == ("d1", "d2")
