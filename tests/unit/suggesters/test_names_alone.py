"""Where a label schema marks the name alone, class nouns, directions and organs stay outside."""

import pytest

from annotator.suggesters.gazetteer import GazetteerSuggester
from annotator.suggesters.organisations import OrganisationSuggester
from tests.unit.suggesters.readings import mentions, read


def places(text: str) -> list[tuple[str, str]]:
    return mentions(GazetteerSuggester(), read(text, schema="anercorp"))


def bodies(text: str) -> list[tuple[str, str]]:
    return mentions(OrganisationSuggester(), read(text, schema="anercorp"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("في مدينة حلب", "حلب"),
        ("شمال لبنان", "لبنان"),
        ("مطار بغداد الدولي", "بغداد"),
        ("قرب بلدة زنقوطة", "زنقوطة"),
    ],
)
def test_the_noun_before_a_place_is_outside(text: str, name: str) -> None:
    assert places(text) == [(name, "LOC")]


def test_a_facility_without_a_place_in_its_name_has_none() -> None:
    assert places("في قصر العدالة") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ذكرت صحيفة هآرتس ذلك", "هآرتس"),
        ('ذكرت صحيفة "زنقوطة" ذلك', "زنقوطة"),
        ("شركة زنقوطة العالمية", "زنقوطة"),
        ("أعلنت حركة حماس الفلسطينية", "حماس"),
        ("سلاح حزب الله اللبناني", "حزب الله"),
    ],
)
def test_the_noun_before_the_name_of_a_body_is_outside(text: str, name: str) -> None:
    assert bodies(text) == [(name, "ORG")]


@pytest.mark.parametrize("text", ["وزارة الخارجية الأمريكية", "الجيش اللبناني", "لجنة الميزانية"])
def test_organs_and_forces_called_by_a_noun_alone_have_no_name(text: str) -> None:
    assert bodies(text) == []


def test_parties_and_universities_keep_their_noun() -> None:
    assert bodies("حزب التحرير") == [("حزب التحرير", "ORG")]


def test_other_label_schemas_keep_the_noun_inside() -> None:
    reading = read("في مدينة حلب")
    assert mentions(GazetteerSuggester(), reading) == [("مدينة حلب", "GPE")]
