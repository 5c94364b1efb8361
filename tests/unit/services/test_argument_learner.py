"""What a layer's events teach about roles: used in place of what ships, the same bytes again."""

import pytest

from annotator.errors import InvalidDataError
from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document
from annotator.model.event import Argument, Event
from annotator.model.layer import Layer
from annotator.model.mention import Mention
from annotator.model.record import Record
from annotator.model.span import Span
from annotator.protocols import Memory
from annotator.services.argument_learner import ArgumentLearner, LearnedArgumentSuggester
from annotator.services.learners import installed_learners
from annotator.services.model_file import pack
from annotator.services.schemas import load_schema
from annotator.services.suggesting import suggest_arguments
from annotator.services.suggestion_stack import Seed, make_stack
from annotator.settings import Settings

SCHEMA = load_schema("siyasa")
TEXT = "اجتمع وليد في بغداد أمس"
LEARNER = ArgumentLearner()


def record(role: str) -> Record:
    """The place of a meeting, annotated with some role."""
    items: list[Item] = [
        Mention("m", Span(14, 19), "GPE"),
        Event("e", Span(0, 5), "MEET", arguments=(Argument(role, "m"),)),
    ]
    annotations = Annotations({key_of(item): item for item in items})
    return Record(Document("d", TEXT), Layer("ana", "siyasa"), annotations)


def role_of_place(content: bytes) -> list[str]:
    items: list[Item] = [Mention("m", Span(14, 19), "GPE"), Event("e", Span(0, 5), "MEET")]
    annotations = Annotations({key_of(item): item for item in items})
    document = Document("new", TEXT)
    suggesters = LEARNER.load(content)
    [event] = suggest_arguments(document, SCHEMA, Memory(), annotations, suggesters)
    return [argument.role for argument in event.arguments]


def test_what_a_project_does_differently_is_learned() -> None:
    assert role_of_place(LEARNER.train([record("Place")] * 10, SCHEMA)) == ["Place"]
    assert role_of_place(LEARNER.train([record("Participant")] * 40, SCHEMA)) == ["Participant"]


def test_the_same_documents_give_the_same_bytes() -> None:
    assert LEARNER.train([record("Place")], SCHEMA) == LEARNER.train([record("Place")], SCHEMA)


@pytest.mark.parametrize("length", [0, 1, -9])
def test_damage_is_one_sentence(length: int) -> None:
    content = LEARNER.train([], SCHEMA)[:length]
    with pytest.raises(InvalidDataError, match="annotator train"):
        LEARNER.load(content)


def test_it_is_installed_and_takes_the_place_of_what_ships() -> None:
    assert "arguments" in {learner.name for learner in installed_learners()}
    model = pack({"arguments": LEARNER.train([record("Place")], SCHEMA)})
    stack = make_stack(Seed(Memory(), SCHEMA, Settings(), model=model))
    [arguments] = [each for each in stack.suggesters if each.name == "arguments"]
    assert isinstance(arguments, LearnedArgumentSuggester)
    assert stack.failures == {}
