"""Personal names are found by titles, given names and repetition, with right ends."""

import pytest

from annotator.suggesters.names import NameSuggester
from tests.unit.suggesters.readings import mentions, read


def persons(text: str) -> list[str]:
    return [surface for surface, _ in mentions(NameSuggester(), read(text))]


def test_a_name_follows_a_title() -> None:
    assert persons("أعلن وزير المالية رالف بومغارتن الخطة") == ["رالف بومغارتن"]


def test_the_conjunction_stays_outside() -> None:
    assert persons("التقى كوشنر وكوشنر") == ["كوشنر", "كوشنر"]


def test_a_given_name_carries_the_family_name() -> None:
    assert persons("وشاركت ياسمين الدردوري في الندوة") == ["ياسمين الدردوري"]


@pytest.mark.parametrize("name", ["محمد بن سليمان", "صلاح الدين", "عبد الرحمن شاهين", "أبو مازن"])
def test_particles_stay_inside(name: str) -> None:
    assert persons(f"حضر السفير {name}.") == [name]


def test_the_last_name_alone_is_the_same_person() -> None:
    assert persons("قال كلاوس برنكمان ذلك. وغادر برنكمان القاعة") == ["كلاوس برنكمان", "برنكمان"]


@pytest.mark.parametrize(
    "text",
    [
        "أشار إلى أن المفاوضات مستمرة",
        "حضر على عجل",
        "صباح الأربعاء أقفلت المتاجر",
        "قال في مؤتمر صحفي إن الأمر انتهى",
    ],
)
def test_small_words_and_days_are_no_names(text: str) -> None:
    assert persons(text) == []
