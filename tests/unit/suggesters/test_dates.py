"""Expressions of time are found whole, and valued by the publication date."""

import pytest

from annotator.suggesters.dates import DateSuggester
from tests.unit.suggesters.readings import mentions, read


def dates(text: str) -> list[str]:
    return [surface for surface, _ in mentions(DateSuggester(), read(text))]


@pytest.mark.parametrize(
    "expression",
    [
        "يوم السبت",
        "مساء الجمعة",
        "2 ديسمبر/كانون الأول الجاري",
        "14 جويلية 2011",
        "تشرين الأول (أكتوبر) الماضي",
        "الأسابيع الأخيرة",
        "قبل نحو ثلاثة أسابيع",
        "عام 2019",
        "2021-03-04",
        "الثامنة من مساء أمس",
        "السابع عشر من مايو الماضي",
        "السنوات الخمس الأخيرة",
    ],
)
def test_the_whole_expression(expression: str) -> None:
    assert dates(f"حدث ذلك {expression}.") == [expression]


@pytest.mark.parametrize("preposition", ["في", "منذ", "خلال", "بحلول", "حتى"])
def test_prepositions_stay_outside(preposition: str) -> None:
    assert dates(f"جرى {preposition} يوم الأحد") == ["يوم الأحد"]


def test_a_count_after_a_day_is_no_part_of_it() -> None:
    assert dates("خطف مساء الثلاثاء ثلاثة عمال") == ["مساء الثلاثاء"]


@pytest.mark.parametrize("text", ["قبل الاجتماع", "الأمين العام", "مارس الضغط", "ثلاثة رجال"])
def test_no_date(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("يوم السبت", "2025-12-06"),
        ("السبت المقبل", "2025-12-13"),
        ("أمس", "2025-12-06"),
        ("5 شباط/فبراير 2022", "2022-02-05"),
        ("28 ديسمبر", "2024-12-28"),
        ("أيلول 2023", "2023-09"),
        ("عام 2022", "2022"),
        ("31 فبراير 2020", None),
    ],
)
def test_the_publication_date_settles_the_value(expression: str, value: str | None) -> None:
    reading = read(f"حدث {expression}.", published="2025-12-07")
    [suggestion] = DateSuggester().suggest(reading, ())
    assert suggestion.kb == value
