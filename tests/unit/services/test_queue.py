"""Queues of a project: shares are exact and the same again, and blind means blind."""

import pytest

from annotator.errors import UsageError
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.services.argument_guesses import guesses_for
from annotator.services.editing import EditingSession
from annotator.services.event_edits import MarkTrigger
from annotator.services.mention_edits import LabelSpan
from annotator.services.progress import documents_to_suggest
from annotator.services.project import Project
from annotator.services.queue import QueueChoices, clear_queue, is_blind, make_queues, queue_of
from annotator.services.suggestion_edits import RejectSuggestion
from annotator.services.suggestion_runs import documents_to_do, suggest_for, suggest_missing
from annotator.store import documents, suggestions


@pytest.fixture
def many(project: Project) -> Project:
    with project.writing() as connection:
        found = [Document(f"m{number:02}", f"زار الوزير بغداد {number}") for number in range(18)]
        documents.add(connection, found, at="")
    return project


def test_without_a_queue_documents_come_as_imported(many: Project) -> None:
    ids = [each.document_id for each in queue_of(many, "ana")]
    assert ids == [heading.id for heading in many.headings()]
    make_queues(many, ["ana"], QueueChoices("shortest"))
    assert [each.document_id for each in queue_of(many, "ana")] != ids
    clear_queue(many, "ana")
    assert [each.document_id for each in queue_of(many, "ana")] == ids


def test_documents_are_dealt_out_and_the_overlap_goes_to_all(many: Project) -> None:
    made = make_queues(many, ["ana", "ben", "eva"], QueueChoices(overlap=0.25))
    own = {name: {q.document_id for q in queue if not q.is_shared} for name, queue in made.items()}
    shared = [{q.document_id for q in queue if q.is_shared} for queue in made.values()]
    assert [len(each) for each in shared] == [5, 5, 5]
    assert shared[0] == shared[1] == shared[2]
    assert [len(keys) for keys in own.values()] == [5, 5, 5]
    assert len(set.union(*own.values(), shared[0])) == 20


def test_the_same_choices_make_the_same_queue(many: Project) -> None:
    choices = QueueChoices("diverse", overlap=0.5, blind=0.3)
    assert make_queues(many, ["ana", "ben"], choices) == make_queues(many, ["ana", "ben"], choices)


def test_what_was_begun_stays_and_comes_first(many: Project) -> None:
    EditingSession(many, "ana", "m17").run(LabelSpan(Span(4, 10), "TTL"))
    made = make_queues(many, ["ben", "ana"], QueueChoices())
    assert (made["ana"][0].document_id, str(made["ana"][0].reason)) == ("m17", "begun before")
    assert "m17" not in {each.document_id for each in made["ben"]}


def test_in_a_blind_document_nothing_is_suggested(many: Project) -> None:
    suggest_missing(many, "ana")
    make_queues(many, ["ana"], QueueChoices(blind=0.5))
    blind = {each.document_id for each in queue_of(many, "ana") if each.is_blind}
    assert len(blind) == 10
    suggest_for(many, "ana", sorted(blind))
    assert documents_to_do(many, "ana") == []
    assert documents_to_suggest(many, "ana", first="d1") == []
    for key in blind:
        assert suggestions.get(many.connection, "ana", key) == ()
    clear_queue(many, "ana")
    assert set(documents_to_do(many, "ana")) == blind


def test_nor_are_arguments_guessed_there(project: Project) -> None:
    make_queues(project, ["ana"], QueueChoices(blind=1.0))
    session = EditingSession(project, "ana", "d2")
    session.run(LabelSpan(Span(6, 12), "TTL"))
    session.run(MarkTrigger(Span(0, 5), "MEET"))
    [event] = session.annotations.events
    assert guesses_for(session, event) == ()
    clear_queue(project, "ana")
    assert guesses_for(session, event) != ()


def test_where_suggestions_were_decided_it_is_too_late_for_blindness(project: Project) -> None:
    suggest_missing(project, "ana")
    session = EditingSession(project, "ana", "d1")
    session.run(RejectSuggestion(session.open_suggestions[0].id))
    make_queues(project, ["ana"], QueueChoices(blind=1.0))
    assert [is_blind(project, "ana", key) for key in ("d1", "d2")] == [False, True]


def test_one_alone_has_no_overlap_and_gold_no_queue(project: Project) -> None:
    with pytest.raises(UsageError, match="--among"):
        make_queues(project, ["ana"], QueueChoices(overlap=0.5))
    with pytest.raises(UsageError):
        make_queues(project, ["gold"], QueueChoices())
