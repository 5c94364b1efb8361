"""Whether an event is denied, planned, wished for or going on is read off the words around it."""

from dataclasses import replace

import pytest

from annotator.suggesters.attributes import (
    AttributeSuggester,
    class_of,
    learn_attributes,
    with_attributes,
)
from annotator.suggesters.triggers import TriggerSuggester
from tests.unit.suggesters.readings import read


def attributes_of_first(text: str, schema: str = "siyasa") -> dict[str, str | bool]:
    """What is guessed about the first event of a text."""
    reading = read(text, schema=schema)
    found = list(TriggerSuggester().suggest(reading, ()))
    return dict(next(AttributeSuggester().suggest(reading, found)).attributes)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("لم يعلن الوزير موقفه.", {"polarity": "neg"}),
        ("سيعلن الوزير موقفه.", {"modality": "future", "tense": "future"}),
        (
            "من المقرر عقد اجتماع في بيروت الأسبوع المقبل.",
            {"modality": "future", "tense": "future"},
        ),
        ("سعى لإنهاء الحرب.", {"modality": "hypothetical", "tense": "unspecified"}),
    ],
)
def test_cues_around_the_trigger_set_attributes(text: str, told: dict[str, str]) -> None:
    assert attributes_of_first(text) == told


def test_learning_takes_up_what_was_annotated() -> None:
    reading = read("أعلن الوزير موقفه. أعلن الوزير موقفه.")
    events = list(TriggerSuggester().suggest(reading, ()))
    denied = [replace(event, attributes={"polarity": "neg"}) for event in events]
    weights = learn_attributes([replace(reading, known_events=tuple(denied))] * 3)
    again = with_attributes(reading, events, weights)
    assert {class_of(event) for event in again} == {"neg asserted past"}


def test_defaults_are_not_told() -> None:
    assert attributes_of_first("وأعلن الوزير موقفه أمس.") == {}


def test_events_that_begin_inside_words_are_left_alone() -> None:
    reading = read("وأعلن الوزير موقفه.")
    [event] = TriggerSuggester().suggest(reading, ())
    inside = replace(event, trigger=type(event.trigger)(2, 5))
    assert list(AttributeSuggester().suggest(reading, [inside])) == []
