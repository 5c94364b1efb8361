"""How far each document is."""

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.document_edits import MarkDone, SetDocumentAside
from annotator.services.editing import EditingSession
from annotator.services.progress import documents_to_suggest, progress_of_documents
from annotator.services.project import Project
from annotator.services.suggestion_edits import AcceptSuggestion
from annotator.store import suggestions


def test_a_document_is_new_then_begun_then_done(project: Project, session: EditingSession) -> None:
    proposed = tuple(SuggestedMention(Span(n, n + 1), "PER", "test") for n in (0, 2))
    with project.writing() as connection:
        suggestions.put(connection, "ana", "d1", proposed, suggester="test")
    session.reload_suggestions()
    new, other = progress_of_documents(project, "ana")
    assert (new.stage, new.open_count, new.share) == ("new", 2, 0.0)
    assert (other.open_count, other.share) == (0, 0.0)
    session.run(AcceptSuggestion(proposed[0].id))
    begun = progress_of_documents(project, "ana")[0]
    assert (begun.stage, begun.open_count, begun.share, begun.mention_count) == ("begun", 1, 0.5, 1)
    session.run(MarkDone(("entities",)))
    assert progress_of_documents(project, "ana")[0].stage == "begun"
    session.run(MarkDone())
    assert progress_of_documents(project, "ana")[0].stage == "done"


def test_a_document_set_aside_says_so(project: Project, session: EditingSession) -> None:
    session.run(SetDocumentAside("broken"))
    assert progress_of_documents(project, "ana")[0].stage == "aside"


def test_suggesting_begins_with_the_open_document_and_leaves_out_what_is_done(
    project: Project,
) -> None:
    assert documents_to_suggest(project, "ana", first="d2") == ["d2", "d1"]
    with project.writing() as connection:
        suggestions.put(connection, "ana", "d2", (), suggester="test")
    assert documents_to_suggest(project, "ana", first="d2") == ["d2", "d1"], "it is open"
    assert documents_to_suggest(project, "ana", first="d1") == ["d1"]
    EditingSession(project, "ana", "d2").run(MarkDone())
    assert documents_to_suggest(project, "ana", first="d2") == ["d1"]
