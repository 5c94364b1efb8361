"""A corrected text: annotations of all layers go with their words, and what does not is told."""

import pytest

from annotator.errors import InvalidDataError, NotFoundError
from annotator.model.remark import Note
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.document_edits import AddNote, MarkDone
from annotator.services.editing import EditingSession, NothingToUndoError
from annotator.services.event_edits import MarkTrigger
from annotator.services.integrity import check_integrity
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.services.replacing import replace_text
from annotator.services.search_query import Query
from annotator.services.searching import search_project
from annotator.services.suggestion_edits import RejectSuggestion
from annotator.store import suggestions

OLD = "زار وليد بغداد وبيروت يوم السبت. قال وليد إن الاجتماع مهم."


def span(project: Project, words: str) -> Span:
    start = project.document("d1").text.index(words)
    return Span(start, start + len(words))


def annotate(project: Project, layer: str) -> EditingSession:
    project.open_layer(layer)
    session = EditingSession(project, layer, "d1")
    session.run(LabelSpan(span(project, "وليد"), "PER"))
    session.run(LabelSpan(span(project, "بغداد"), "GPE"))
    session.run(MarkTrigger(span(project, "قال"), "STATE"))
    session.run(MarkDone())
    return session


def marks(project: Project, layer: str) -> list[tuple[str, str, bool]]:
    text = project.document("d1").text
    held = project.annotations(layer, "d1")
    return [
        *((m.span.of(text), m.type, m.uncertain) for m in held.mentions),
        *((e.trigger.of(text), e.type, e.uncertain) for e in held.events),
    ]


def test_annotations_of_every_layer_go_with_their_words(project: Project) -> None:
    annotate(project, "ana")
    annotate(project, "ben")
    report = replace_text(project, "d1", f"تصحيح: {OLD}")
    assert (report.kept_count, report.misfits, report.requeued) == (6, (), ())
    for layer in ("ana", "ben"):
        assert marks(project, layer) == [
            ("وليد", "PER", False), ("بغداد", "GPE", False), ("قال", "STATE", False),
        ]  # fmt: skip
        assert len(project.annotations(layer, "d1").done) == 3
    assert check_integrity(project) == []


def test_what_lost_its_words_is_taken_off_told_and_requeued(project: Project) -> None:
    session = annotate(project, "ana")
    [_, baghdad] = session.annotations.mentions
    session.run(AddNote("انظر هنا", on=baghdad.id))
    report = replace_text(project, "d1", OLD.replace("بغداد", "القاهرة").replace("قال", "قالت"))
    assert [(m.type, m.text, m.is_lost) for m in report.misfits] == [
        ("GPE", "بغداد", True), ("STATE", "قال", True),
    ]  # fmt: skip
    assert report.requeued == ("ana",)
    held = project.annotations("ana", "d1")
    assert marks(project, "ana") == [("وليد", "PER", False)]
    assert held.done == []
    told, kept = sorted(held.all(Note), key=lambda note: note.by != "annotator document replace")
    assert "GPE «بغداد»" in told.text
    assert (kept.text, kept.on) == ("انظر هنا", "")
    assert check_integrity(project) == []


def test_a_corrected_spelling_stays_marked_and_uncertain(project: Project) -> None:
    annotate(project, "ana")
    report = replace_text(project, "d1", OLD.replace("بغداد", "بغدادد"))
    assert marks(project, "ana")[1] == ("بغدادد", "GPE", True)
    assert [m.is_lost for m in report.misfits] == [False]


def test_a_rejected_suggestion_stays_rejected_at_its_new_place(project: Project) -> None:
    proposed = SuggestedMention(span(project, "بيروت"), "GPE", "test")
    with project.writing() as connection:
        suggestions.put(connection, "ana", "d1", (proposed,), suggester="test")
    EditingSession(project, "ana", "d1").run(RejectSuggestion(proposed.id))
    replace_text(project, "d1", f"تصحيح: {OLD}")
    [decision] = project.annotations("ana", "d1").decisions
    assert decision.span == span(project, "بيروت")
    assert suggestions.get(project.connection, "ana", "d1") == ()


def test_undo_does_not_go_behind_a_replaced_text(project: Project) -> None:
    session = annotate(project, "ana")
    session.undo()  # what was undone must not come back at its old place either
    replace_text(project, "d1", f"تصحيح: {OLD}")
    session = EditingSession(project, "ana", "d1")
    for step in (session.undo, session.redo):
        with pytest.raises(NothingToUndoError):
            step()
    session.run(LabelSpan(span(project, "بيروت"), "GPE"))
    session.undo()
    assert check_integrity(project) == []


def test_search_finds_the_new_text_and_not_the_old(project: Project) -> None:
    replace_text(project, "d1", "نص آخر تماما.")
    assert [hit.text for hit in search_project(project, Query("تماما"))] == ["تماما"]
    assert list(search_project(project, Query("بغداد"))) == []


def test_a_headline_found_in_the_text_is_found_anew(project: Project) -> None:
    body = "أعلن الوزير في مؤتمر صحافي أن المفاوضات ستستأنف الأسبوع المقبل في العاصمة.\n"
    replace_text(project, "d1", f"عنوان أول\n{body}")
    replace_text(project, "d1", f"عنوان ثان\n{body}")
    document = project.document("d1")
    assert document.meta["title"] == "عنوان ثان"
    assert [zone.kind for zone in document.zones] == ["headline"]


def test_the_same_text_and_that_of_another_document_are_refused(project: Project) -> None:
    with pytest.raises(InvalidDataError, match="nothing to replace"):
        replace_text(project, "d1", OLD)
    with pytest.raises(InvalidDataError, match="document d2"):
        replace_text(project, "d1", project.document("d2").text)
    with pytest.raises(NotFoundError):
        replace_text(project, "d9", "نص")
    assert project.document("d1").text == OLD
