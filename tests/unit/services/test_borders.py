"""Where borders go."""

import pytest

from annotator.model.span import Span
from annotator.services.borders import moved_by_letter, moved_by_word, toggled_proclitic
from annotator.services.validation import InvalidEdit
from annotator.services.words import Words

TEXT = "قال الوزير وللمدينة بابٌ كبير"
WORDS = Words(TEXT, proclitics_outside=("و", "ف", "ب", "ل", "ك"))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_a_border_goes_out_and_in_by_words() -> None:
    span = at("الوزير")
    wider = moved_by_word(span, WORDS, "end", "out")
    assert wider.of(TEXT) == "الوزير وللمدينة"
    assert moved_by_word(wider, WORDS, "end", "in") == span
    assert moved_by_word(span, WORDS, "start", "out").of(TEXT) == "قال الوزير"
    assert moved_by_word(at("قال الوزير"), WORDS, "start", "in") == span


def test_a_border_inside_a_word_goes_to_the_words_border_first() -> None:
    assert moved_by_word(at("كبي"), WORDS, "end", "out").of(TEXT) == "كبير"


def test_nothing_leaves_the_text_or_becomes_empty() -> None:
    for span, border, way in (
        (at("قال"), "start", "out"),
        (at("كبير"), "end", "out"),
        (at("قال"), "start", "in"),
        (at("قال"), "end", "in"),
    ):
        with pytest.raises(InvalidEdit):
            moved_by_word(span, WORDS, border, way)  # type: ignore[arg-type]  # from a table
    with pytest.raises(InvalidEdit):
        moved_by_letter(Span(0, 1), TEXT, "end", is_forward=False)
    with pytest.raises(InvalidEdit):
        moved_by_letter(Span(0, 1), TEXT, "start", is_forward=False)


def test_a_letter_takes_its_vowel_signs_with_it() -> None:
    span = at("با")
    wider = moved_by_letter(span, TEXT, "end", is_forward=True)
    assert wider.of(TEXT) == "بابٌ"
    assert moved_by_letter(wider, TEXT, "end", is_forward=False) == span


def test_proclitics_go_one_by_one_and_come_back_together() -> None:
    word = WORDS.at(TEXT.index("ولل"))
    once = toggled_proclitic(word, WORDS)
    assert once.of(TEXT) == "للمدينة"
    twice = toggled_proclitic(once, WORDS)
    assert twice.of(TEXT) == "لمدينة"
    assert toggled_proclitic(twice, WORDS) == word


def test_a_letter_that_cannot_be_a_proclitic_is_not_cut() -> None:
    with pytest.raises(InvalidEdit, match="no proclitic"):
        toggled_proclitic(at("قال"), WORDS)
