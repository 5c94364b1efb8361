"""Folding of spellings, and the way back to what was printed."""

import pytest

from annotator.arabic.normalize import EVERYTHING, Folding, fold, fold_key
from annotator.model.span import Span

NOTHING = Folding(
    diacritics=False,
    tatweel=False,
    invisibles=False,
    alefs=False,
    hamza_seats=False,
    ya=False,
    ta_marbuta=False,
    persian=False,
    presentation_forms=False,
    digits=False,
)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("رُسْتُمٌ", "رستم"),
        ("محمــد", "محمد"),
        ("أحمد إلى آخر ٱلأمر", "احمد الي اخر الامر"),
        ("مسؤول بيئة شيء", "مسوول بييه شيء"),
        ("مستشفى", "مستشفي"),
        ("مدينة", "مدينه"),
        ("ڤیینا پکین گ", "فيينا بكين ك"),
        ("ﻻ ﷲ ﺑﻴﺖ", "لا الله بيت"),
        ("١٢ ۳۴", "12 34"),
        ("ب\u200fيت \u2067نص\u2069", "بيت نص"),
        ("ا\u0654حمد و\u0654", "احمد و"),
        ("NATO ß", "NATO ß"),
    ],
)
def test_spellings_of_one_word_are_folded_together(printed: str, folded: str) -> None:
    assert fold(printed).text == folded
    assert fold_key(printed) == folded


@pytest.mark.parametrize(
    ("folding", "printed", "folded"),
    [
        (NOTHING, "أُؤىةکﻻ٣ـ\u200f", "أُؤىةکﻻ٣ـ\u200f"),
        (Folding(alefs=False), "أحمدٌ", "أحمد"),
        (Folding(hamza_seats=False), "مسؤول ا\u0654", "مسؤول ا\u0654"),
        (Folding(ya=False), "منى", "منى"),
        (Folding(ta_marbuta=False), "غزة", "غزة"),
        (Folding(persian=False), "پکین", "پکین"),
        (Folding(digits=False), "٣", "٣"),
        (Folding(diacritics=False), "رُستمـ", "رُستم"),
        (Folding(tatweel=False), "لـِ", "لـ"),
        (Folding(presentation_forms=False), "ﻻً", "ﻻ"),
    ],
)
def test_each_difference_can_be_kept(folding: Folding, printed: str, folded: str) -> None:
    assert fold(printed, folding).text == folded


def test_a_folded_word_is_found_with_its_marks_and_tatweel() -> None:
    text = "قال رُسْـتُمٌ هنا"
    folded = fold(text)
    start = folded.text.index("رستم")
    assert folded.to_source(Span(start, start + 4)).of(text) == "رُسْـتُمٌ"


def test_direction_marks_stay_outside_the_word_that_is_found() -> None:
    text = "\u200fكييف\u200f."
    folded = fold(text)
    assert folded.text == "كييف."
    assert folded.to_source(Span(0, 4)).of(text) == "كييف"


def test_a_printed_word_is_found_in_the_folded_text() -> None:
    text = "في مـدينة كييف"
    start = text.index("كييف")
    found = fold(text).to_folded(Span(start, start + 4))
    assert found is not None
    assert found.of(fold(text).text) == "كييف"


def test_a_ligature_is_one_printed_character_of_two_letters() -> None:
    folded = fold("ﻻ")
    assert folded.to_source(Span(1, 2)) == Span(0, 1)
    assert folded.to_folded(Span(0, 1)) == Span(0, 2)


def test_nothing_is_left_of_a_span_of_marks_alone() -> None:
    assert fold("\u200fب").to_folded(Span(0, 1)) is None


def test_the_default_folds_everything() -> None:
    assert fold("أُ").text == fold("أُ", EVERYTHING).text == "ا"
