"""What a layer teaches about attributes: used in place of what ships, the same bytes again."""

import pytest

from annotator.errors import InvalidDataError
from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.layer import Layer
from annotator.model.mention import Mention
from annotator.model.record import Record
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from annotator.protocols import Memory
from annotator.services.attribute_learners import AttributeLearner, MentionAttributeLearner
from annotator.services.learners import installed_learners
from annotator.services.reading import make_reading
from annotator.services.schemas import load_schema

SCHEMA = load_schema("siyasa")
TEXT = "اجتمع وليد في بغداد أمس"
MEETING, BAGHDAD = Span(0, 5), Span(14, 19)
LEARNERS = AttributeLearner(), MentionAttributeLearner()


def record(modality: str, *, metonym: bool) -> Record:
    """A meeting in Baghdad, with attributes."""
    items: list[Item] = [
        Mention("m", BAGHDAD, "GPE", attributes={"metonym": metonym}),
        Event("e", MEETING, "MEET", attributes={"modality": modality}),
    ]
    annotations = Annotations({key_of(item): item for item in items})
    return Record(Document("d", TEXT), Layer("ana", "siyasa"), annotations)


def guessed(learner: AttributeLearner | MentionAttributeLearner, content: bytes) -> list[object]:
    """The attributes that the suggester of what was learned gives both."""
    reading = make_reading(Document("new", TEXT), SCHEMA, Memory(), Annotations({}))
    found: list[Suggestion] = [
        SuggestedMention(BAGHDAD, "GPE", "test"),
        SuggestedEvent(MEETING, "MEET", "test"),
    ]
    [suggester] = learner.load(content)
    return [dict(each.attributes) for each in suggester.suggest(reading, found)]


def test_what_a_project_says_of_its_events_is_learned() -> None:
    learner = AttributeLearner()
    content = learner.train([record("generic", metonym=False)] * 40, SCHEMA)
    [attributes] = guessed(learner, content)
    assert attributes == {"modality": "generic"}


def test_what_a_project_says_of_its_mentions_is_learned() -> None:
    learner = MentionAttributeLearner()
    [attributes] = guessed(learner, learner.train([record("asserted", metonym=True)] * 40, SCHEMA))
    assert attributes == {"metonym": True}


@pytest.mark.parametrize("learner", LEARNERS, ids=lambda learner: learner.name)
def test_the_same_documents_give_the_same_bytes_and_damage_is_one_sentence(
    learner: AttributeLearner | MentionAttributeLearner,
) -> None:
    records = [record("generic", metonym=True)]
    content = learner.train(records, SCHEMA)
    assert content == learner.train(records, SCHEMA)
    with pytest.raises(InvalidDataError, match="annotator train"):
        learner.load(content[:-9])


def test_they_are_installed() -> None:
    names = {learner.name for learner in installed_learners()}
    assert {learner.name for learner in LEARNERS} <= names
