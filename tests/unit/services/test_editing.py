"""Edits become changes, journalled and stored as one action, and are taken back the same way."""

from pathlib import Path

import pytest

from annotator.model.span import Span
from annotator.services.argument_edits import FillRole
from annotator.services.document_edits import AddNote, LabelDocument, MarkDone, ReopenDocument
from annotator.services.editing import EditingSession, NothingToUndoError
from annotator.services.event_edits import EmptyRole, MarkTrigger, RetypeEvent
from annotator.services.integrity import check_integrity, rebuild
from annotator.services.mention_edits import (
    LabelSpan,
    MoveMention,
    RemoveMention,
    SetIdentity,
    SetMentionAttribute,
)
from annotator.services.project import Project
from annotator.services.validation import InvalidEdit
from annotator.store import search

WALID, BAGHDAD, BEIRUT = Span(4, 8), Span(9, 14), Span(16, 21)


def visit(session: EditingSession) -> str:
    """An event with three arguments; its identifier."""
    session.run(LabelSpan(WALID, "PER"))
    session.run(LabelSpan(BAGHDAD, "GPE"))
    session.run(LabelSpan(BEIRUT, "GPE"))
    session.run(MarkTrigger(Span(0, 3), "MOVE"))
    [event] = session.annotations.events
    walid, baghdad, beirut = session.annotations.mentions
    session.run(FillRole(event.id, "Agent", (walid.id,)))
    session.run(FillRole(event.id, "Destination", (baghdad.id, beirut.id)))
    return event.id


def test_labelling_a_labelled_span_replaces_its_type(session: EditingSession) -> None:
    session.run(LabelSpan(WALID, "PER"))
    session.run(LabelSpan(WALID, "ORG"))
    assert [mention.type for mention in session.annotations.mentions] == ["ORG"]


def test_labelling_with_the_same_type_changes_nothing(session: EditingSession) -> None:
    session.run(LabelSpan(WALID, "PER"))
    assert session.run(LabelSpan(WALID, "PER")).changes == ()


def test_a_mention_that_goes_takes_its_arguments_along(session: EditingSession) -> None:
    visit(session)
    baghdad = session.annotations.mentions[1]
    session.run(RemoveMention(baghdad.id))
    [event] = session.annotations.events
    assert [argument.role for argument in event.arguments] == ["Agent", "Destination"]
    session.undo()
    [event] = session.annotations.events
    assert len(event.arguments) == 3


def test_a_mention_that_goes_takes_its_notes_along(session: EditingSession) -> None:
    session.run(LabelSpan(WALID, "PER"))
    session.run(AddNote("من هو؟", on=session.annotations.mentions[0].id))
    session.run(AddNote("عام"))
    session.run(RemoveMention(session.annotations.mentions[0].id))
    assert [note.text for note in session.annotations.notes] == ["عام"]


def test_a_role_that_takes_one_filler_gets_the_new_one(session: EditingSession) -> None:
    event_id = visit(session)
    _, baghdad, beirut = session.annotations.mentions
    session.run(FillRole(event_id, "Origin", (baghdad.id,)))
    session.run(FillRole(event_id, "Origin", (beirut.id,)))
    [event] = session.annotations.events
    assert event.fillers("Origin") == (beirut.id,)
    session.run(EmptyRole(event_id, "Origin"))
    assert session.annotations.events[0].fillers("Origin") == ()


def test_retyping_an_event_keeps_the_roles_the_new_type_has(session: EditingSession) -> None:
    session.run(RetypeEvent(visit(session), "MEET"))
    [event] = session.annotations.events
    assert [argument.role for argument in event.arguments] == ["Agent"]


def test_what_the_schema_forbids_is_refused_and_nothing_is_written(
    session: EditingSession, project: Project
) -> None:
    event_id = visit(session)
    before = session.annotations
    with pytest.raises(InvalidEdit, match="Time"):
        session.run(FillRole(event_id, "Time", (session.annotations.mentions[0].id,)))
    with pytest.raises(InvalidEdit):
        session.run(LabelSpan(WALID, "NOSUCH"))
    with pytest.raises(InvalidEdit):
        session.run(MoveMention(session.annotations.mentions[0].id, Span(6, 11)))
    assert session.annotations == before == project.annotations("ana", "d1")


def test_an_identity_enters_the_registry_once(session: EditingSession) -> None:
    session.run(LabelSpan(WALID, "PER"))
    session.run(LabelSpan(BAGHDAD, "GPE"))
    first, second = session.annotations.mentions
    session.run(SetIdentity(first.id, "walid"))
    session.run(SetIdentity(second.id, "walid"))
    assert [identity.label for identity in session.identities.values()] == ["وليد"]
    session.undo()
    session.undo()
    assert session.identities == {}


def test_an_attribute_goes_back_to_its_default(session: EditingSession) -> None:
    session.run(LabelSpan(WALID, "PER"))
    [mention] = session.annotations.mentions
    session.run(SetMentionAttribute(mention.id, "level", "NOM"))
    assert session.annotations.mentions[0].attributes == {"level": "NOM"}
    session.run(SetMentionAttribute(mention.id, "level", None))
    assert session.annotations.mentions[0].attributes == {}


def test_done_is_marked_once_and_taken_back(session: EditingSession) -> None:
    session.run(MarkDone())
    assert session.run(MarkDone()).changes == ()
    assert {done.level for done in session.annotations.done} == {"entities", "identity", "events"}
    session.run(ReopenDocument())
    assert session.annotations.done == []


def test_undo_goes_back_to_nothing_and_redo_brings_all_back(
    session: EditingSession, project: Project
) -> None:
    visit(session)
    session.run(AddNote("انظر"))
    all_of_it = session.annotations
    for _ in range(7):
        session.undo()
        assert check_integrity(project) == []
    assert session.annotations.items == {}
    with pytest.raises(NothingToUndoError):
        session.undo()
    for _ in range(7):
        session.redo()
    assert session.annotations.items == all_of_it.items
    with pytest.raises(NothingToUndoError):
        session.redo()


def test_undo_survives_a_restart_and_reaches_the_other_document(project: Project) -> None:
    EditingSession(project, "ana", "d1").run(LabelSpan(WALID, "PER"))
    EditingSession(project, "ana", "d2").run(LabelSpan(Span(6, 12), "TTL"))
    path = Path(project.path)
    project.close()
    with Project.open(path) as reopened:
        session = EditingSession(reopened, "ana", "d1")
        assert session.undo().document_ids == ("d2",)
        assert len(session.annotations.mentions) == 1
        assert session.undo().document_ids == ("d1",)
        assert session.annotations.items == {}
        assert check_integrity(reopened) == []


def test_one_annotators_undo_leaves_the_others_alone(project: Project) -> None:
    project.open_layer("ben")
    EditingSession(project, "ben", "d1").run(LabelSpan(WALID, "PER"))
    with pytest.raises(NothingToUndoError):
        EditingSession(project, "ana", "d1").undo()


def test_a_damaged_state_is_found_and_rebuilt_from_the_journal(
    session: EditingSession, project: Project
) -> None:
    visit(session)
    project.connection.execute("delete from state where kind = 'Event'")
    [finding] = check_integrity(project)
    assert (finding.layer, finding.document_id) == ("ana", "d1")
    rebuild(project)
    assert check_integrity(project) == []
    assert project.annotations("ana", "d1").items == session.annotations.items


def test_a_rebuilt_project_finds_its_words_again(project: Project) -> None:
    project.connection.execute("insert into search (search) values ('delete-all')")
    rebuild(project)
    word = project.document("d1").text.split()[0]
    assert [each for each, _ in search.documents_with(project.connection, [[word]])] == ["d1"]


def test_a_label_of_the_document_must_be_in_the_schema(session: EditingSession) -> None:
    with pytest.raises(InvalidEdit):
        session.run(LabelDocument("weather", "fine"))


def test_two_windows_of_one_annotator_never_damage_the_journal(project: Project) -> None:
    with Project.open(project.path) as other_project:
        mine = EditingSession(project, "ana", "d1")
        other = EditingSession(other_project, "ana", "d1")
        mine.run(LabelSpan(WALID, "PER"))
        other.run(LabelSpan(WALID, "ORG"))  # relabels what the first window made
        [mention] = other.annotations.mentions
        mine.run(RemoveMention(mention.id))
        with pytest.raises(InvalidEdit, match="gone"):
            other.run(SetMentionAttribute(mention.id, "level", "NOM"))
        mine.run(MarkDone())
        assert other.run(MarkDone()).changes == ()
        mine.run(LabelSpan(Span(4, 14), "PER"))
        with pytest.raises(InvalidEdit, match="cross"):
            other.run(LabelSpan(Span(9, 21), "GPE"))
        other.undo()
        other.undo()
        assert mine.undo().document_ids == ("d1",)
        assert [m.type for m in mine.annotations.mentions] == ["ORG"]
        assert check_integrity(project) == []


def test_what_was_added_comes_back_in_order_after_a_restart(
    session: EditingSession, project: Project
) -> None:
    session.run(SetIdentity(add_mention(session), "walid"))
    for text in ("أولا", "ثانيا", "ثالثا"):
        session.run(AddNote(text))
    rebuild(project)
    stored = project.annotations("ana", "d1")
    assert [note.text for note in stored.notes] == ["أولا", "ثانيا", "ثالثا"]


def add_mention(session: EditingSession) -> str:
    session.run(LabelSpan(WALID, "PER"))
    return session.annotations.mentions[0].id
