"""Places are found whole, never inside other words, and typed by the label schema."""

import pytest

from annotator.suggesters.gazetteer import GazetteerSuggester
from tests.unit.suggesters.readings import mentions, read


def places(text: str, schema: str = "siyasa") -> list[tuple[str, str]]:
    return mentions(GazetteerSuggester(), read(text, schema=schema))


def test_proclitics_stay_outside_the_name() -> None:
    assert places("سافر إلى تركيا وقطر ثم عاد لليابان") == [
        ("تركيا", "GPE"),
        ("قطر", "GPE"),
        ("ليابان", "GPE"),
    ]


@pytest.mark.parametrize("name", ["برلين", "كييف", "لبنان", "بغداد", "وارسو", "لندن", "فرنسا"])
def test_a_root_letter_is_never_cut(name: str) -> None:
    assert places(f"وصل الوفد إلى {name}") == [(name, "GPE")]


@pytest.mark.parametrize("word", ["ولاية", "باكرا", "كانتا", "كان", "عنه", "منا", "عقبة", "بأنه"])
def test_no_city_is_found_in_or_instead_of_an_ordinary_word(word: str) -> None:
    assert places(f"قيل {word} في الصباح") == []


def test_a_class_noun_joins_the_name_of_its_place() -> None:
    assert places("في مدينة حلب وميناء بيروت وبلدة زنقوطة") == [
        ("مدينة حلب", "GPE"),
        ("ميناء بيروت", "FAC"),
        ("بلدة زنقوطة", "GPE"),
    ]


def test_a_city_named_by_a_common_word_needs_a_class_noun() -> None:
    assert places("فتح الباب") == []
    assert ("مدينة الباب", "GPE") in places("قرب مدينة الباب")


@pytest.mark.parametrize("name", ["شنغهاي", "تايلند", "بيونغ يانغ", "كوستا ريكا", "سيبيريا"])
def test_other_spellings_of_well_known_places_are_found_too(name: str) -> None:
    assert [surface for surface, _ in places(f"عاد من {name} أمس")] == [name]


def test_seas_and_continents_are_locations() -> None:
    assert places("عبر البحر الأحمر نحو آسيا") == [("البحر الأحمر", "LOC"), ("آسيا", "LOC")]


def test_another_schema_gets_its_own_types() -> None:
    assert places("زار روما", schema="anercorp") == [("روما", "LOC")]
