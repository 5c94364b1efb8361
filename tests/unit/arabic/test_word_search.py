"""Words are found whatever their spelling and proclitics, and nothing else is found for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.normalize import fold
from annotator.arabic.search_words import fold_text, index_text, word_key
from annotator.arabic.word_forms import forms_of
from annotator.arabic.word_matching import WordFinder, words_of

PAINFUL = st.text(
    st.one_of(
        st.sampled_from("ابولكفسـَُّىيةهؤئأإآکگیﻻ٣3 _#-.،؟«»\u200c\u200f\u202e\u00adAzÉ\n"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
)


def finder(pattern: str) -> WordFinder:
    wanted = [{form.letters: form for form in forms_of(word)} for word in words_of(pattern)]
    return WordFinder(wanted)


def places(pattern: str, text: str) -> list[str]:
    return [span.of(text) for span in finder(pattern)(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("كوشنر", "التقى وكوشنر بكوشنر", ["كوشنر", "كوشنر"]),
        ("كُوشْنَر", "كـوشنر", ["كـوشنر"]),
        ("رئيس", "للرئيس والرئيس رئيسا", ["لرئيس", "الرئيس"]),
        ("الرئيس", "رئيس الرئيس للرئيس", ["الرئيس", "لرئيس"]),
        ("لد", "ولد وبلد ولد", []),
        ("ويتكوف", "وويتكوف وصل", ["ويتكوف"]),
        ("موسكو", "فيموسكو", ["موسكو"]),
        ("يلتقي", "وسيلتقي", ["سيلتقي"]),
        ("28", "الـ28 دولة", ["الـ28"]),
        ("رويترز", 'لـ"رويترز"', ["رويترز"]),
        ("غزة", "#غزة_الان", ["غزة"]),
        ("وزير خارجية", "لوزير الخارجية، ووزيرة خارجية", ["وزير الخارجية"]),
        ("ميامي ولاية", "ميامي (بولاية)", ["ميامي (بولاية"]),
        ("كان كان", "كان كان كان كان", ["كان كان", "كان كان"]),
        ("usa", "USA", ["USA"]),
    ],
)
def test_words_are_found_as_a_reader_would(pattern: str, text: str, expected: list[str]) -> None:
    assert places(pattern, text) == expected


@given(PAINFUL, PAINFUL)
def test_two_words_in_a_text_are_found_there(before: str, behind: str) -> None:
    text = f"{before} اجتمع الوزيران {behind}"
    assert "اجتمع الوزيران" in places("اجتمع الوزيران", text)


@given(PAINFUL)
def test_the_index_holds_every_word_that_could_be_found(text: str) -> None:
    # As SQLite parts it: at ASCII characters that are no letter or digit, case ignored.
    indexed = "".join(c if c.isalnum() or not c.isascii() else " " for c in index_text(text))
    assert {word.lower() for word in words_of(text)} <= {word.lower() for word in indexed.split()}


@given(PAINFUL)
def test_the_quick_way_to_fold_comes_to_the_same(text: str) -> None:
    assert fold_text(text).text == fold(text).text


@given(
    st.lists(
        st.sampled_from(["كان", "وكان", "للكان", "مكان", "كانت", "،", ".", "_", "#", "A"]),
        max_size=12,
    ),
    st.sampled_from(["كان", "كان كان", "a"]),
    st.sampled_from(["", " "]),
)
def test_the_quick_way_to_find_comes_to_the_same(
    words: list[str], pattern: str, between: str
) -> None:
    text, find = between.join(words), finder(pattern)
    assert list(find(text)) == list(find.among_words(text))


def test_a_key_is_folded_and_small() -> None:
    assert word_key("إِلـى") == word_key("الي")
    assert word_key("Reuters") == "reuters"
    assert word_key("\u064e") == ""


def test_forms_are_those_of_the_word_only() -> None:
    letters = {form.letters for form in forms_of("رييس")}
    assert {"رييس", "الرييس", "للرييس", "وبالرييس", "ورييس"} <= letters
    assert "ولد" not in {form.letters for form in forms_of("لد")}
