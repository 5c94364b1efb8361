"""Finding words whatever their spelling."""

from annotator.services.finding import find


def test_vowel_signs_alefs_and_tatweel_make_no_difference() -> None:
    text = "قال أحْمَـــد ثم احمد"
    assert [hit.span.of(text) for hit in find(text, "أحمد")] == ["أحْمَـــد", "احمد"]


def test_latin_case_makes_none_either() -> None:
    assert [hit.span.start for hit in find("the Post", "POST")] == [4]


def test_a_hit_shows_what_stands_around_it_on_one_line() -> None:
    (hit,) = find("قبل\nكلمة\nبعد", "كلمة")
    assert hit.context == "قبل كلمة بعد"


def test_blanks_find_nothing() -> None:
    assert list(find("نص", "  ")) == []
    assert list(find("نص", "ًٌ")) == []
