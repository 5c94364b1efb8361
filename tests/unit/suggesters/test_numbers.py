"""Numbers are found with their units, outside of dates."""

import pytest

from annotator.suggesters.numbers import NumberSuggester
from tests.unit.suggesters.readings import mentions, read


def numbers(text: str) -> list[tuple[str, str]]:
    return mentions(NumberSuggester(), read(text))


@pytest.mark.parametrize(
    ("surface", "entity_type"),
    [
        ("80", "NUM"),
        ("١٢٥", "NUM"),
        ("ثلاثة ملايين", "NUM"),
        ("30 في المئة", "NUM"),
        ("12,5%", "NUM"),
        ("نحو 70 كيلومترا", "NUM"),
        ("5 مليارات دولار", "MON"),
        ("200 دينار كويتي", "MON"),
    ],
)
def test_numbers_with_their_units(surface: str, entity_type: str) -> None:
    assert numbers(f"بلغ ذلك {surface}.") == [(surface, entity_type)]


def test_numbers_of_dates_are_left_to_the_date() -> None:
    assert numbers("في 5 يونيو 2024 وقبل ثلاثة أيام") == []
