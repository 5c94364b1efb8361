"""The argument ranker learns from annotated events, the same each time, and from where it was."""

from dataclasses import replace

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.protocols import Memory, Reading
from annotator.services.reading import make_reading
from annotator.services.schemas import load_schema
from annotator.suggesters.argument_learning import learn_arguments
from annotator.suggesters.argument_ranker import rank, shipped_argument_weights
from annotator.suggesters.argument_sentences import ruled_sentences
from annotator.suggesters.choice_model import Weights, packed, unpacked

ROLES = list(load_schema("siyasa").roles)
TEXT = "قصفت تيرانيا كوردانيا."
TRIGGER, FIRST, SECOND = Span(0, 4), Span(5, 12), Span(13, 21)


def reading(*arguments: tuple[str, Span]) -> Reading:
    """A sentence with an attack and two countries, in roles."""
    made = make_reading(Document("d", TEXT), load_schema("siyasa"), Memory(), Annotations())
    event = SuggestedEvent(
        trigger=TRIGGER,
        type="ATTACK",
        suggester="person",
        arguments=tuple(SuggestedArgument(role, filler) for role, filler in arguments),
    )
    countries = tuple(SuggestedMention(span, "GPE", "person") for span in (FIRST, SECOND))
    return Reading(
        document=made.document,
        schema=made.schema,
        words=made.words,
        sentences=made.sentences,
        known_mentions=countries,
        known_events=(event,),
    )


def moving() -> Reading:
    """The same words as a journey, which has one origin."""
    [event] = reading().known_events
    return replace(reading(), known_events=(replace(event, type="MOVE"),))


def ranked(weights: Weights) -> set[tuple[str, Span]]:
    [sentence] = ruled_sentences(reading(), ())
    rank(sentence, weights)
    [frame] = sentence.frames
    return {(argument.role, argument.filler) for argument in frame.arguments}


def test_what_was_shipped_knows_who_attacks_whom() -> None:
    assert ranked(shipped_argument_weights()) == {("Agent", FIRST), ("Target", SECOND)}


def test_roles_are_given_as_they_were_in_what_was_learned() -> None:
    turned = [reading(("Target", FIRST), ("Agent", SECOND))] * 3
    assert ranked(learn_arguments(turned, ROLES)) == {("Target", FIRST), ("Agent", SECOND)}


def test_learning_begins_where_another_learning_ended() -> None:
    turned = learn_arguments([reading(("Target", FIRST), ("Agent", SECOND))] * 3, ROLES)
    again = learn_arguments([reading(("Target", FIRST), ("Agent", SECOND))], ROLES, start=turned)
    assert ranked(again) == {("Target", FIRST), ("Agent", SECOND)}
    assert ranked(learn_arguments([], ROLES, start=turned)) == ranked(turned)


def test_what_nothing_was_learned_about_gets_no_role() -> None:
    assert ranked(learn_arguments([reading()] * 3, ROLES)) == set()


def test_the_same_readings_give_the_same_bytes() -> None:
    first, second = (learn_arguments([reading(("Agent", FIRST))], ROLES) for _ in range(2))
    assert packed(first) == packed(second)


def test_weights_come_back_from_their_bytes_as_they_act() -> None:
    weights = learn_arguments([reading(("Target", FIRST), ("Agent", SECOND))] * 3, ROLES)
    assert ranked(unpacked(packed(weights))) == ranked(weights)


def test_a_role_gets_no_more_fillers_than_the_label_schema_allows() -> None:
    [sentence] = ruled_sentences(moving(), ())
    [frame] = sentence.frames
    frame.arguments.clear()
    for span, score in ((FIRST, 0.5), (SECOND, 0.6)):
        frame.fill("Origin", span, score, "a test")
    frame.fill("Destination", FIRST, 0.5, "a test")
    assert [(a.role, a.filler) for a in frame.allowed()] == [
        ("Origin", SECOND),
        ("Destination", FIRST),
    ]
