"""Sketches find copies and shared passages, and nothing where there is none."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.sketches import (
    RUN_WORDS,
    content_words,
    make_sketch,
    resemblance,
    shared_passages,
)

WORDS = st.lists(
    st.sampled_from(["أ", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز"]), max_size=40
)


def test_spelling_and_marks_make_no_difference() -> None:
    assert make_sketch("قال الوَزير: «إنّ اللقاء مفيد» في رأيه أمس.") == make_sketch(
        "قال الوزير ان اللقاء مفيد فى رايه امس"
    )


def test_equal_texts_resemble_each_other_wholly_and_others_not_at_all() -> None:
    words = content_words("اجتمع الوزير مع السفير في العاصمة أمس")
    assert resemblance(words, words) == 1.0
    assert resemblance(words, content_words("نص آخر لا صلة له بما قيل")) == 0.0
    assert resemblance([], []) == 0.0


@given(WORDS, WORDS, st.permutations(["ا", "ه", "و", "ط", "ي", "ك", "ل", "م"]))
def test_a_passage_of_eight_words_is_always_seen(
    before: list[str], behind: list[str], passage: list[str]
) -> None:
    first, second = [*before, *passage], [*passage, *behind]
    pieces = [set(make_sketch(" ".join(words)).pieces) for words in (first, second)]
    assert pieces[0] & pieces[1]
    start, length = shared_passages(first, second)[0]
    assert length >= RUN_WORDS
    run = second[start : start + length]
    assert any(first[n : n + length] == run for n in range(len(first)))


def test_seven_words_in_common_are_no_passage() -> None:
    seven = ["ا", "ه", "و", "ط", "ي", "ك", "ل"]
    assert shared_passages(["س", *seven, "ش"], ["ص", *seven, "ض"]) == []


def test_the_longest_passage_is_told_first() -> None:
    short, long = (
        ["ا", "ب", "ت", "ث", "ج", "ح", "خ", "د"],
        ["ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ"],
    )
    passages = shared_passages([*short, "1", *long], [*long, "2", *short])
    assert passages == [(0, len(long)), (len(long) + 1, len(short))]
