"""Acting on hits: in all documents at once, by the rules, and taken back by one undo."""

import pytest

from annotator.errors import UsageError
from annotator.model.change import WHOLE_LAYER
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.editing import EditingSession
from annotator.services.integrity import check_integrity
from annotator.services.project import Project
from annotator.services.search_edits import (
    BulkStoppedError,
    BulkWatch,
    act_in_project,
    act_on_hits,
    flag_hits,
    label_hits,
    reject_hits,
)
from annotator.services.search_query import Query
from annotator.services.searching import SearchHit, search_project
from annotator.store import journal, suggestions


def found(project: Project, pattern: str) -> list[SearchHit]:
    return list(search_project(project, Query(pattern)))


def marks(project: Project, document_id: str) -> list[tuple[str, str, str]]:
    text = project.document(document_id).text
    return [
        (m.span.of(text), m.type, m.provenance.status)
        for m in project.annotations("ana", document_id).mentions
    ]


def propose(project: Project, document_id: str, words: str, kind: str, kb: str) -> None:
    start = project.document(document_id).text.index(words)
    proposed = SuggestedMention(Span(start, start + len(words)), kind, "test", kb=kb)
    with project.writing() as connection:
        suggestions.put(connection, "ana", document_id, (proposed,), suggester="test")


def test_labelling_is_one_action_in_all_documents(project: Project) -> None:
    hits = [*found(project, "بغداد"), *found(project, "عمان"), *found(project, "بيروت")]
    outcome = act_on_hits(project, "ana", hits, label_hits("GPE"))
    assert (outcome.changed, outcome.document_ids) == (3, ("d1", "d2"))
    assert marks(project, "d1") == [("بغداد", "GPE", "added"), ("بيروت", "GPE", "added")]
    assert marks(project, "d2") == [("عمان", "GPE", "added")]
    assert len(journal.actions(project.connection, "ana")) == 1
    EditingSession(project, "ana", "d1").undo()
    assert marks(project, "d1") == marks(project, "d2") == []
    EditingSession(project, "ana", "d2").redo()
    assert len(marks(project, "d1")) == 2
    assert check_integrity(project) == []


def test_what_is_marked_already_gets_the_new_type(project: Project) -> None:
    for kind in ("LOC", "GPE"):
        act_on_hits(project, "ana", found(project, "بغداد"), label_hits(kind))
    assert marks(project, "d1") == [("بغداد", "GPE", "added")]
    again = act_on_hits(project, "ana", found(project, "بغداد"), label_hits("GPE"))
    assert (again.action, again.changed) == (None, 0)


def test_a_suggestion_at_a_hit_is_taken_or_corrected(project: Project) -> None:
    propose(project, "d1", "بغداد", "GPE", "baghdad")
    propose(project, "d2", "عمان", "LOC", "amman")
    hits = [*found(project, "بغداد"), *found(project, "عمان")]
    act_on_hits(project, "ana", hits, label_hits("GPE"))
    assert marks(project, "d1") == [("بغداد", "GPE", "accepted")]
    assert marks(project, "d2") == [("عمان", "GPE", "corrected")]


def test_an_identity_that_two_suggestions_bring_is_entered_once(project: Project) -> None:
    propose(project, "d1", "بغداد", "GPE", "place")
    propose(project, "d2", "عمان", "GPE", "place")
    hits = [*found(project, "بغداد"), *found(project, "عمان")]
    act_on_hits(project, "ana", hits, label_hits("GPE"))
    assert list(project.identities("ana")) == ["place"]
    entries = journal.entries(project.connection, author="ana", document_id=WHOLE_LAYER)
    assert len(list(entries)) == 1
    assert check_integrity(project) == []


def test_a_trigger_type_makes_events(project: Project) -> None:
    act_on_hits(project, "ana", found(project, "اجتمع"), label_hits("MEET"))
    assert [event.type for event in project.annotations("ana", "d2").events] == ["MEET"]


def test_rejecting_turns_suggestions_down_and_takes_marks_off(project: Project) -> None:
    propose(project, "d1", "بغداد", "GPE", "baghdad")
    act_on_hits(project, "ana", found(project, "عمان"), label_hits("GPE"))
    hits = [*found(project, "بغداد"), *found(project, "عمان"), *found(project, "مهم")]
    outcome = act_on_hits(project, "ana", hits, reject_hits)
    assert outcome.changed == 2
    [decision] = project.annotations("ana", "d1").decisions
    assert decision.verdict == "rejected"
    assert marks(project, "d2") == []


def test_flagging_marks_what_stands_there_as_uncertain(project: Project) -> None:
    act_on_hits(project, "ana", found(project, "عمان"), label_hits("GPE"))
    outcome = act_on_hits(
        project, "ana", [*found(project, "عمان"), *found(project, "مهم")], flag_hits
    )
    assert outcome.changed == 1
    assert [m.uncertain for m in project.annotations("ana", "d2").mentions] == [True]


def test_a_hit_where_the_rules_forbid_it_is_passed_by_and_told(project: Project) -> None:
    act_on_hits(project, "ana", found(project, "الوزير مع"), label_hits("TTL"))
    hits = [*found(project, "مع السفير"), *found(project, "بغداد")]
    outcome = act_on_hits(project, "ana", hits, label_hits("GPE"))
    assert outcome.changed == 1
    [refused] = outcome.refused
    assert refused.hit.document_id == "d2"
    assert "cross" in refused.reason
    assert marks(project, "d1") == [("بغداد", "GPE", "added")]


def test_an_unknown_type_changes_nothing(project: Project) -> None:
    with pytest.raises(UsageError, match="no type 'XYZ'"):
        act_on_hits(project, "ana", found(project, "بغداد"), label_hits("XYZ"))
    assert marks(project, "d1") == []


def test_an_action_on_all_that_a_query_finds_tells_how_far_it_is(project: Project) -> None:
    told: list[tuple[int, int]] = []
    watch = BulkWatch(tell=lambda done, count: told.append((done, count)))
    query = Query(pattern="في")
    count = len(list(search_project(project, query)))
    act_in_project(project.path, "ana", query, label_hits("GPE"), watch=watch)
    assert told[-1] == (count, count)


def test_an_action_that_is_stopped_leaves_nothing_behind(project: Project) -> None:
    answers = iter([False, True])
    hits = [*found(project, "بغداد"), *found(project, "عمان")]
    with pytest.raises(BulkStoppedError, match="nothing was changed"):
        act_on_hits(
            project,
            "ana",
            hits,
            label_hits("GPE"),
            watch=BulkWatch(is_stopped=lambda: next(answers)),
        )
    assert not any(project.annotations("ana", heading.id).items for heading in project.headings())
