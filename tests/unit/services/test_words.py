"""Walking over words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.services.words import Words

TEXT = "وزار كمال، والوفد 12.5% المدينة. ثم غادر!\nانتهى"
OUTSIDE = ("و", "ف", "ب", "ل", "ك")


@pytest.fixture
def words() -> Words:
    return Words(TEXT, proclitics_outside=OUTSIDE)


def of(span: Span | None) -> str | None:
    return None if span is None else span.of(TEXT)


def test_punctuation_is_no_word(words: Words) -> None:
    walked = []
    word: Span | None = words.at(0)
    while word is not None:
        walked.append(of(word))
        word = words.after(word.start)
    assert walked == ["وزار", "كمال", "والوفد", "12.5", "المدينة", "ثم", "غادر", "انتهى"]


def test_between_words_the_next_one_is_meant_and_none_is_held(words: Words) -> None:
    comma = TEXT.index("،")
    assert words.holding(comma) is None
    assert of(words.at(comma)) == "والوفد"
    assert of(words.before(comma)) == "كمال"
    assert of(words.at(len(TEXT))) == "انتهى"


def test_a_span_touches_words(words: Words) -> None:
    assert [of(w) for w in words.between(Span(2, 8))] == ["وزار", "كمال"]


def test_the_stem_leaves_out_only_what_the_label_schema_wants_outside() -> None:
    word = Words(TEXT).at(TEXT.index("والوفد"))
    assert Words(TEXT, proclitics_outside=OUTSIDE).stem(word).of(TEXT) == "الوفد"
    assert Words(TEXT, proclitics_outside=("ب",)).stem(word).of(TEXT) == "والوفد"
    assert Words(TEXT).stem(word).of(TEXT) == "والوفد"


def test_sentences_are_gone_through_both_ways(words: Words) -> None:
    second, third = TEXT.index("ثم"), TEXT.index("انتهى")
    assert words.sentence_start(0, is_back=False) == second
    assert words.sentence_start(second, is_back=False) == third
    assert words.sentence_start(third, is_back=False) is None
    assert words.sentence_start(third, is_back=True) == second
    assert words.sentence_start(second + 3, is_back=True) == second
    assert words.sentence_at(third).of(TEXT) == "انتهى"


@given(st.text(alphabet="ابو ل.،\n1a\u064b\u0640\u200f", max_size=40))
def test_whatever_the_text_every_walk_ends_and_stays_inside(text: str) -> None:
    words = Words(text)
    place, steps = -1, 0
    while (word := words.after(place)) is not None:
        assert 0 <= word.start < word.end <= len(text)
        assert word.start > place
        assert words.holding(word.start) == word
        place, steps = word.start, steps + 1
    assert steps == len(words)
