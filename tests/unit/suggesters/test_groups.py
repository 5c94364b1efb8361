"""Nouns for persons are found with what belongs to them."""

import pytest

from annotator.suggesters.groups import GroupSuggester
from tests.unit.suggesters.readings import mentions, read


def groups(text: str) -> list[tuple[str, str]]:
    return mentions(GroupSuggester(), read(text))


@pytest.mark.parametrize(
    "surface",
    [
        "مسؤولون أتراك وقطريون",
        "الجانبين الليبي والتونسي",
        "مسلحون مجهولون",
        "30 شخصا",
        "نحو مئة امرأة",
        "سكان دمشق",
        "المعتصمين",
    ],
)
def test_persons_in_the_plural(surface: str) -> None:
    assert (surface, "GRP") in groups(f"شوهد {surface} هناك")


def test_one_person_by_noun_and_nisba() -> None:
    assert ("دبلوماسي هندي", "PER") in groups("قال دبلوماسي هندي ذلك")


def test_the_noun_that_completes_a_title_is_no_group() -> None:
    assert groups("قال رئيس الوزراء ذلك") == []
