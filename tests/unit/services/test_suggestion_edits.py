"""Deciding suggestions: what is stored, what is remembered, and what comes along."""

import pytest

from annotator.model.span import Span
from annotator.model.suggestion import (
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
)
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import RelabelMention
from annotator.services.project import Project
from annotator.services.suggestion_edits import (
    AcceptAll,
    AcceptSuggestion,
    CorrectSuggestion,
    RejectSuggestion,
    ReopenSuggestion,
)
from annotator.services.validation import InvalidEdit
from annotator.store import suggestions

WALID = SuggestedMention(Span(4, 8), "PER", "names", 0.9, kb="walid")
BAGHDAD = SuggestedMention(Span(9, 14), "GPE", "gazetteer", 0.97)
SAID = SuggestedEvent(Span(33, 36), "STATE", "triggers", 0.8)
VISIT = SuggestedEvent(
    Span(0, 3),
    "MOVE",
    "triggers",
    0.8,
    arguments=(
        SuggestedArgument("Agent", WALID.span),
        SuggestedArgument("Destination", BAGHDAD.span),
        SuggestedArgument("Time", WALID.span),
    ),
)


@pytest.fixture(autouse=True)
def _proposed(project: Project, session: EditingSession) -> None:
    made: tuple[Suggestion, ...] = (WALID, BAGHDAD, VISIT, SAID)
    with project.writing() as connection:
        suggestions.put(connection, "ana", "d1", made, suggester="stack")
    session.reload()


def test_an_accepted_mention_says_who_proposed_and_who_decided(session: EditingSession) -> None:
    session.run(AcceptSuggestion(BAGHDAD.id))
    [mention] = session.annotations.mentions
    assert (mention.span, mention.type) == (BAGHDAD.span, "GPE")
    assert (mention.provenance.status, mention.provenance.suggester) == ("accepted", "gazetteer")
    assert (mention.provenance.score, mention.provenance.decided_by) == (0.97, "ana")
    assert BAGHDAD not in session.open_suggestions


def test_an_accepted_identity_enters_the_registry(session: EditingSession) -> None:
    session.run(AcceptSuggestion(WALID.id))
    assert session.identities["walid"].label == "وليد"


def test_an_accepted_event_takes_its_open_fillers_along(session: EditingSession) -> None:
    session.run(AcceptSuggestion(VISIT.id))
    [event] = session.annotations.events
    walid, baghdad = session.annotations.mentions
    assert [(a.role, a.target) for a in event.arguments] == [
        ("Agent", walid.id),
        ("Destination", baghdad.id),
    ]
    assert session.open_suggestions == [SAID]
    session.undo()
    assert session.annotations.items == {}
    assert len(session.open_suggestions) == 4


def test_accepting_a_sentence_is_one_action(session: EditingSession) -> None:
    session.run(AcceptAll((VISIT.id, SAID.id, WALID.id, BAGHDAD.id)))
    assert len(session.annotations.mentions) == 2
    assert len(session.annotations.events) == 2
    session.undo()
    assert session.annotations.items == {}


def test_a_rejected_suggestion_leaves_nothing_but_the_decision(session: EditingSession) -> None:
    session.run(RejectSuggestion(WALID.id))
    assert session.annotations.mentions == []
    assert [decision.verdict for decision in session.annotations.decisions] == ["rejected"]
    assert WALID not in session.open_suggestions
    session.run(ReopenSuggestion(WALID.id))
    assert WALID in session.open_suggestions


def test_taking_one_with_another_type_is_a_correction(session: EditingSession) -> None:
    session.run(CorrectSuggestion(WALID.id, type="ORG"))
    [mention] = session.annotations.mentions
    assert (mention.type, mention.provenance.status) == ("ORG", "corrected")
    assert session.annotations.decisions[0].verdict == "corrected"
    assert session.annotations.decisions[0].type == "PER"


def test_changing_an_accepted_mention_makes_it_a_corrected_one(session: EditingSession) -> None:
    session.run(AcceptSuggestion(BAGHDAD.id))
    session.run(RelabelMention(session.annotations.mentions[0].id, "ORG"))
    [mention] = session.annotations.mentions
    assert (mention.provenance.status, mention.provenance.suggester) == ("corrected", "gazetteer")


def test_what_is_decided_is_not_decided_twice(session: EditingSession) -> None:
    session.run(AcceptSuggestion(BAGHDAD.id))
    assert session.run(AcceptSuggestion(BAGHDAD.id)).changes == ()


def test_a_suggestion_that_is_gone_is_refused_in_a_sentence(session: EditingSession) -> None:
    with pytest.raises(InvalidEdit, match="gone"):
        session.run(AcceptSuggestion("nowhere"))
