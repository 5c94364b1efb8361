"""The figures that show whether suggestions steer annotators, from real decisions in a project."""

import pytest

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.services.anchoring import BlindAgreement, anchoring
from annotator.services.document_edits import MarkDone
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.services.project_memory import memory_of
from annotator.services.queue import QueueChoices, make_queues
from annotator.services.suggestion_edits import (
    AcceptSuggestion,
    CorrectSuggestion,
    RejectSuggestion,
)
from annotator.services.suggestion_runs import suggest_for
from annotator.store import suggestions

PROPOSED: tuple[Suggestion, ...] = (
    SuggestedMention(Span(4, 8), "PER", "names", 0.9),
    SuggestedMention(Span(9, 14), "PER", "names", 0.9),
    SuggestedMention(Span(16, 21), "GPE", "places", 0.9),
    SuggestedMention(Span(22, 31), "DATE", "dates", 0.9),
)


def propose(project: Project, *, layer: str = "ana") -> EditingSession:
    with project.writing() as connection:
        suggestions.put(connection, layer, "d1", PROPOSED, suggester="stack")
    return EditingSession(project, layer, "d1", now=lambda: "2025-01-01T00:00:00Z")


def test_each_source_is_counted_by_type_and_verdict(project: Project) -> None:
    session = propose(project)
    for edit in (
        AcceptSuggestion(PROPOSED[0].id),
        CorrectSuggestion(PROPOSED[1].id, type="GPE"),
        RejectSuggestion(PROPOSED[3].id),
        LabelSpan(Span(36, 40), "PER"),
    ):
        session.run(edit)
    [ana] = anchoring(project).layers
    assert (ana.annotation_count, ana.unchanged_count) == (3, 1)
    assert ana.unchanged_share == pytest.approx(1 / 3)
    assert ana.pace.action_count == 2
    figures = [(s.suggester, s.type, s.accepted, s.corrected, s.rejected) for s in ana.sources]
    assert figures == [("dates", "DATE", 0, 0, 1), ("names", "PER", 1, 1, 0)]
    assert [s.precision for s in ana.sources] == [0.0, 0.5]


def test_undone_decisions_count_no_more(project: Project) -> None:
    session = propose(project)
    session.run(AcceptSuggestion(PROPOSED[0].id))
    session.undo()
    [ana] = anchoring(project).layers
    assert (ana.sources, ana.unchanged_share) == ((), None)


def test_what_people_decided_weighs_on_the_source_and_is_told(project: Project) -> None:
    suggest_for(project, "ana", ["d1", "d2"])
    session = EditingSession(project, "ana", "d1")
    rejected = session.open_suggestions[0]
    session.run(RejectSuggestion(rejected.id))
    by = memory_of(project, "ana").sources[rejected.suggester][rejected.type]
    assert (by.accepted_count, by.decided_count) == (0, 1)
    assert memory_of(project, "ana").sources.keys() == {rejected.suggester}


def test_agreement_is_told_apart_where_both_were_blind(project: Project) -> None:
    project.open_layer("ben")
    make_queues(project, ["ana", "ben"], QueueChoices(overlap=1.0, blind=0.5))
    [pair] = anchoring(project).blind_agreement
    assert pair == BlindAgreement(("ana", "ben"), 0, None, 0, None)
    for layer, label in (("ana", "TTL"), ("ben", "PER")):
        for key, span in (("d1", Span(4, 8)), ("d2", Span(6, 12))):
            session = EditingSession(project, layer, key)
            session.run(LabelSpan(span, "PER" if key == "d1" else label))
            session.run(MarkDone())
    [pair] = anchoring(project, "ben").blind_agreement
    assert (pair.blind_documents, pair.other_documents) == (1, 1)
    assert {pair.blind_f1, pair.other_f1} == {0.0, 1.0}
