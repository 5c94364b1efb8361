"""Titles take their complement and stop before the name."""

import pytest

from annotator.suggesters.titles import TitleSuggester
from tests.unit.suggesters.readings import mentions, read


def titles(text: str) -> list[str]:
    return [surface for surface, _ in mentions(TitleSuggester(), read(text))]


def test_a_title_stops_before_the_name() -> None:
    assert titles("استقبل الرئيس المصري عادل منصور الوفد") == ["الرئيس المصري"]


def test_a_title_takes_its_complement_and_the_title_inside_it() -> None:
    text = "وصل المبعوث الخاص للرئيس الفرنسي أمس"
    assert titles(text) == ["المبعوث الخاص للرئيس الفرنسي", "لرئيس الفرنسي"]


@pytest.mark.parametrize(
    "title",
    [
        "وزير الخارجية",
        "المتحدث باسم وزارة الدفاع",
        "الأمين العام للأمم المتحدة",
        "رئيس الوزراء السوداني",
        "وزير التربية والتعليم",
    ],
)
def test_complements_belong_to_the_title(title: str) -> None:
    assert titles(f"صرح {title} بذلك")[0] == title


def test_in_front_of_is_no_imam() -> None:
    assert titles("وقف أمام المبنى") == []


def test_a_schema_without_titles_gets_none() -> None:
    assert mentions(TitleSuggester(), read("قال الرئيس ذلك", schema="anercorp")) == []
