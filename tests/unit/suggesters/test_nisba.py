"""Nisba adjectives are found in all forms, and never inside proper names."""

import pytest

from annotator.suggesters.nisba import NisbaSuggester
from tests.unit.suggesters.readings import mentions, read


def nisbas(text: str) -> list[str]:
    return [surface for surface, _ in mentions(NisbaSuggester(), read(text))]


def test_inside_titles_and_bodies_too() -> None:
    assert nisbas("الرئيس الكيني والجيش التشادي") == ["الكيني", "التشادي"]


@pytest.mark.parametrize("word", ["أميركيين", "أمريكية", "بريطانيان", "الروس", "الأكراد", "لأتراك"])
def test_all_forms_and_spellings(word: str) -> None:
    assert nisbas(f"مع {word} اليوم") == [word.removeprefix("ل") if word == "لأتراك" else word]


def test_never_inside_a_proper_name() -> None:
    assert nisbas("عقد الاتحاد الأوروبي قمة") == []


@pytest.mark.parametrize("text", ["في سنة جديدة", "كولومبيا وليبيا", "رئيس الجمهورية"])
def test_other_words_are_left_alone(text: str) -> None:
    assert nisbas(text) == []


def test_the_state_is_the_identity() -> None:
    [suggestion] = NisbaSuggester().suggest(read("الوفد الياباني"), ())
    assert suggestion.kb == "jp"
