"""A city's name is a club's where the words beside it say so, each time anew."""

import pytest

from annotator.suggesters.clubs import find_clubs
from annotator.suggesters.words import words_of
from tests.unit.suggesters.readings import read


def clubs(text: str) -> list[str]:
    words = words_of(read(text))
    return [words.surface(found.first, found.end) for found in find_clubs(words)]


@pytest.mark.parametrize(
    "text", ["فاز فريق برشلونة", "خسر برشلونة الإسباني", "سجل لاعب برشلونة هدفا"]
)
def test_a_sports_noun_before_or_a_masculine_adjective_behind_shows_a_club(text: str) -> None:
    assert clubs(text) == ["برشلونه"]


@pytest.mark.parametrize("text", ["زار برشلونة الإسبانية", "مدينة برشلونة", "عاد من برشلونة"])
def test_a_city_is_no_club_by_itself(text: str) -> None:
    assert clubs(text) == []


def test_equal_names_in_one_text_are_each_judged_by_their_own_words() -> None:
    words = words_of(read("فاز فريق ليون. وصل الضيوف إلى ليون. تعادل ليون اليوم."))
    firsts = [found.first for found in find_clubs(words)]
    assert [words[first - 1].full for first in firsts] == ["فريق", "تعادل"]
