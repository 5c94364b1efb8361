"""How far a noun phrase is guessed to go."""

import pytest

from annotator.services.noun_phrases import guessed_phrase
from annotator.services.words import Words


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("وزارة الصحة اللبنانية أعلنت", "وزارة الصحة اللبنانية"),
        ("والرئيس السابق قال", "الرئيس السابق"),
        ("مدينة حلب شمال", "مدينة حلب"),
        ("صحيفة The Daily Post", "صحيفة The"),
        ("The Daily Post نشرت", "The Daily Post"),
        ("المدير، المسؤول", "المدير"),
        ("المدير الذي استقال", "المدير"),
        ("النائب\nالأول", "النائب"),
        ("كمال سافر", "كمال"),
        ("الرئيس السابق الأول الأكبر", "الرئيس السابق الأول الأكبر"),
        ("الرئيس السابق الأول الأكبر الأشهر", "الرئيس"),
    ],
)
def test_a_phrase_ends_where_something_new_begins(text: str, phrase: str) -> None:
    words = Words(text, proclitics_outside=("و", "ف", "ب", "ل", "ك"))
    assert guessed_phrase(words, 0).of(text) == phrase
