"""What is held likely of one event: by what the layer learned, silent where nothing is shown."""

import pytest

from annotator.model.change import Added, Item
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.remark import LEVELS, Done
from annotator.model.span import Span
from annotator.services import event_guesses
from annotator.services.editing import EditingSession
from annotator.services.event_edits import MarkTrigger, SetEventAttributes
from annotator.services.event_guesses import likely_fillers, other_attributes
from annotator.services.learners import installed_learners
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.services.training import train_layer
from annotator.store import documents

NOW = "2025-01-01T00:00:00Z"
VISIT, WALID, BAGHDAD = Span(0, 3), Span(4, 8), Span(9, 14)


@pytest.fixture
def visit(session: EditingSession) -> Event:
    session.run(LabelSpan(WALID, "PER"))
    session.run(LabelSpan(BAGHDAD, "GPE"))
    session.run(MarkTrigger(VISIT, "MOVE"))
    return next(iter(session.annotations.events))


def test_every_filler_of_the_sentence_has_a_likelihood_for_each_role_it_may_have(
    session: EditingSession, visit: Event
) -> None:
    likely = likely_fillers(session, visit.trigger)
    assert likely["Agent", WALID] > likely["Agent", BAGHDAD]
    assert likely["Destination", BAGHDAD] > likely["Origin", BAGHDAD]
    assert ("Destination", WALID) not in likely, "the label schema forbids it"


def test_the_other_attributes_come_likeliest_first_and_what_holds_is_none_of_them(
    session: EditingSession, visit: Event
) -> None:
    others = other_attributes(session, visit)
    assert {} not in others
    session.run(SetEventAttributes(visit.id, others[0]))
    changed = next(iter(session.annotations.events))
    assert changed.attributes == others[0]
    assert others[0] not in other_attributes(session, changed)
    assert {} in other_attributes(session, changed), "and back"


def test_nothing_is_held_likely_in_a_document_without_suggestions(
    session: EditingSession, visit: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_guesses, "is_blind", lambda *_: True)
    assert likely_fillers(session, visit.trigger) == {}
    assert other_attributes(session, visit) == []


def test_what_the_layer_learned_counts(
    project: Project, session: EditingSession, visit: Event
) -> None:
    before = likely_fillers(session, visit.trigger)["Origin", BAGHDAD]
    for number in range(8):
        document = Document(f"more{number}", session.document.text)
        with project.writing() as connection:
            documents.add(connection, [document], at=NOW)
        items: list[Item] = [
            Mention(f"w{number}", WALID, "PER"),
            Mention(f"b{number}", BAGHDAD, "GPE"),
            Event(f"e{number}", VISIT, "MOVE", arguments=()),
            *(Done(level) for level in LEVELS),
        ]
        project.record("ana", tuple(Added(document.id, item) for item in items))
    train_layer(project, "ana", installed_learners())
    after = likely_fillers(session, visit.trigger)
    assert after["Origin", BAGHDAD] != before
