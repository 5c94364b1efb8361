"""What a document can be laid beside, and the words that differ."""

from annotator.model.document import Document
from annotator.services.comparing import differing_words, versions_of
from annotator.services.document_groups import join_documents
from annotator.services.project import Project
from annotator.store import documents
from tests.unit.services.conftest import NOW, TEXT


def test_words_that_only_one_text_has_are_found_whatever_their_spelling() -> None:
    one, other = "زار وليد بغداد يوم السبت", "زارَ وليد بيروت مساء يوم السبت"
    mine, theirs = differing_words(one, other)
    assert [span.of(one) for span in mine] == ["بغداد"]
    assert [span.of(other) for span in theirs] == ["بيروت مساء"]


def test_equal_texts_differ_nowhere() -> None:
    assert differing_words(TEXT, TEXT) == ([], [])


def test_earlier_texts_come_first_then_the_documents_of_the_group(project: Project) -> None:
    first = project.headings()[0].id
    assert versions_of(project, first) == []
    with project.writing() as connection:
        documents.add(connection, [Document("twin", "خبر آخر.")], at=NOW)
        documents.replace(connection, Document(first, "نص مصحح."), at=NOW)
    join_documents(project, [first, "twin"])
    earlier, twin = versions_of(project, first)
    assert (earlier.text, earlier.why) == (TEXT, "text until 2025-01-01")
    assert (twin.text, twin.why) == ("خبر آخر.", "put together by a person")
