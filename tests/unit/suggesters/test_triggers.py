"""Triggers are found in their inflected forms, with their type."""

from dataclasses import replace

import pytest

from annotator.model.document import Zone
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.protocols import Memory, Suggester
from annotator.suggesters.trigger_memory import TriggerMemorySuggester
from annotator.suggesters.triggers import TriggerSuggester
from tests.unit.suggesters.readings import read, triggers


@pytest.mark.parametrize(
    ("text", "trigger", "event_type"),
    [
        ("أجرى الوفد محادثات طويلة", "محادثات", "MEET"),
        ("سيجتمعان غدا", "سيجتمعان", "MEET"),
        ("وأكد الوزير موقفه", "أكد", "STATE"),
        ("انتهى بزيارته الأخيرة", "زيارته", "MOVE"),
        ("قصفت الطائرات الجسر", "قصفت", "ATTACK"),
        ("دعا إلى وقف إطلاق النار", "وقف", "CEASE"),
        ("أطلق سراح المعتقل", "أطلق", "CUSTODY"),
        ("أطلق النار على الحشد", "أطلق", "ATTACK"),
        ("تظاهر الآلاف", "تظاهر", "PROTEST"),
        ("فرض عقوبات جديدة", "عقوبات", "SANCTION"),
    ],
)
def test_the_word_that_names_the_event(text: str, trigger: str, event_type: str) -> None:
    assert (trigger, event_type) in triggers(TriggerSuggester(), read(text))


@pytest.mark.parametrize("text", ["أجرى المدير عملا", "واصلت العمل", "هناك شرطة", "بلغ عدده يبلغ"])
def test_light_verbs_and_look_alikes_are_no_triggers(text: str) -> None:
    assert triggers(TriggerSuggester(), read(text)) == []


def test_opening_fire_inside_a_ceasefire_is_no_attack() -> None:
    found = triggers(TriggerSuggester(), read("اتفاق على وقف إطلاق النار"))
    assert [event_type for _, event_type in found] == ["AGREE", "CEASE"]


def test_words_of_a_name_tell_of_no_event() -> None:
    reading = read("وافقت لجنة العقوبات على ذلك")
    start = reading.document.text.index("لجنة")
    body = SuggestedMention(
        span=type(reading.words[0].word)(start, start + len("لجنة العقوبات")),
        type="ORG",
        suggester="test",
    )
    found = TriggerSuggester().suggest(reading, [body])
    assert [event.type for event in found] == ["AGREE"]


def test_a_schema_without_events_gets_none() -> None:
    assert triggers(TriggerSuggester(), read("قصفت الطائرات", schema="anercorp")) == []


@pytest.mark.parametrize(("kind", "number"), [("headline", 1), ("byline", 0)])
@pytest.mark.parametrize("suggester", [TriggerSuggester(), TriggerMemorySuggester()])
def test_headlines_tell_of_events_and_bylines_do_not(
    suggester: Suggester, kind: str, number: int
) -> None:
    reading = read("وصل الوفد")
    zones = (Zone(Span(0, 9), kind),)
    zoned = replace(
        reading,
        document=replace(reading.document, zones=zones),
        memory=Memory(triggers={"وصل": {"MOVE": 2}}),
    )
    assert len(list(suggester.suggest(zoned, []))) == number
