"""Suggesting for a project: only what is missing, and never losing what was decided."""

from annotator.model.document import Document
from annotator.model.span import Span
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.services.project_memory import memory_of
from annotator.services.suggestion_edits import AcceptSuggestion, RejectSuggestion
from annotator.services.suggestion_runs import Progress, suggest_for, suggest_missing
from annotator.store import documents


def test_each_document_is_suggested_for_once(project: Project) -> None:
    assert suggest_missing(project, "ana") == 2
    assert suggest_missing(project, "ana") == 0


def test_a_run_that_is_told_to_stop_keeps_what_it_made(project: Project) -> None:
    heard: list[Progress] = []

    def stop(progress: Progress) -> bool:
        heard.append(progress)
        return False

    assert suggest_missing(project, "ana", report=stop) == 1
    assert [(progress.done_count, progress.total_count) for progress in heard] == [(1, 2)]
    assert suggest_missing(project, "ana") == 1


def test_what_was_accepted_comes_back_open_when_it_is_undone_after_a_new_run(
    project: Project,
) -> None:
    suggest_for(project, "ana", ["d1"])
    session = EditingSession(project, "ana", "d1")
    taken = session.open_suggestions[0]
    session.run(AcceptSuggestion(taken.id))
    suggest_for(project, "ana", ["d1"])
    session.reload()
    assert taken.id not in {suggestion.id for suggestion in session.open_suggestions}
    session.undo()
    assert taken.id in {suggestion.id for suggestion in session.open_suggestions}


def test_what_was_rejected_does_not_come_back(project: Project) -> None:
    suggest_for(project, "ana", ["d1"])
    session = EditingSession(project, "ana", "d1")
    rejected = session.open_suggestions[0]
    session.run(RejectSuggestion(rejected.id))
    suggest_for(project, "ana", ["d1"])
    session.reload()
    assert rejected.id not in {suggestion.id for suggestion in session.open_suggestions}


def test_memory_is_the_annotators_own(project: Project) -> None:
    with project.writing() as connection:
        documents.add(connection, [Document("d3", "وصل وليد")], at="")
    project.open_layer("ben")
    EditingSession(project, "ben", "d1").run(LabelSpan(Span(4, 8), "PER"))
    assert memory_of(project, "ana").mentions == {}
    assert list(memory_of(project, "ben").mentions.values()) == [{"PER": 1}]
