"""Arguments are guessed by word order, prepositions and agreement of verbs."""

import pytest

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.suggestion import SuggestedEvent
from annotator.protocols import Memory, Suggester
from annotator.services.schemas import load_schema
from annotator.services.suggesting import suggest_document
from annotator.suggesters.arguments import ArgumentSuggester
from annotator.suggesters.dates import DateSuggester
from annotator.suggesters.gazetteer import GazetteerSuggester
from annotator.suggesters.groups import GroupSuggester
from annotator.suggesters.names import NameSuggester
from annotator.suggesters.nisba import NisbaSuggester
from annotator.suggesters.organisations import OrganisationSuggester
from annotator.suggesters.titles import TitleSuggester
from annotator.suggesters.triggers import TriggerSuggester

STACK: tuple[Suggester, ...] = (
    GazetteerSuggester(),
    OrganisationSuggester(),
    NameSuggester(),
    TitleSuggester(),
    GroupSuggester(),
    NisbaSuggester(),
    DateSuggester(),
    TriggerSuggester(),
    ArgumentSuggester(),
)


def arguments(text: str) -> set[tuple[str, str, str]]:
    """Trigger, role and filler of every argument."""
    found = suggest_document(
        Document("d", text), load_schema("siyasa"), Memory(), Annotations(), STACK
    )
    return {
        (event.trigger.of(text), argument.role, argument.filler.of(text))
        for event in found
        if isinstance(event, SuggestedEvent)
        for argument in event.arguments
    }


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("وأعلنت إيران موقفها.", ("أعلنت", "Agent", "إيران")),
        ("وأكد وزير العدل سامي الدردوري ذلك.", ("أكد", "Agent", "سامي الدردوري")),
        ("قصفت إسرائيل بلدة في لبنان يوم السبت.", ("قصفت", "Time", "يوم السبت")),
        ("جرت محادثات بين روسيا وفرنسا.", ("محادثات", "Participant", "فرنسا")),
        ("وقعت مصر اتفاقا مع فرنسا.", ("اتفاقا", "Participant", "فرنسا")),
        ("بدأت زيارة ماكرون إلى بغداد.", ("زيارة", "Destination", "بغداد")),
        ("عقدت محادثات في جنيف.", ("محادثات", "Place", "جنيف")),
        ("أسفرت عن مقتل 20 شخصا.", ("مقتل", "Patient", "20 شخصا")),
        ("طالب بإنهاء الحرب.", ("إنهاء", "Target", "الحرب")),
        ("استمرت الضربات التركية.", ("الضربات", "Agent", "التركية")),
    ],
)
def test_fillers_by_word_order_and_preposition(text: str, argument: tuple[str, str, str]) -> None:
    assert argument in arguments(text)


def test_a_participle_has_the_subject_of_its_verb() -> None:
    found = arguments("وقال ماكرون إن الأمر انتهى، مؤكدا أن فرنسا جاهزة.")
    assert ("مؤكدا", "Agent", "ماكرون") in found


def test_nothing_fills_a_role_from_another_sentence() -> None:
    assert arguments("وصل ماكرون. انتهت المحادثات.") == {("وصل", "Agent", "ماكرون")}
