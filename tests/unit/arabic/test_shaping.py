"""Joining forms, lam-alef, and the borders that cut it."""

import pytest

from annotator.arabic.shaping import (
    ALEFS,
    FINAL,
    FORMS,
    INITIAL,
    ISOLATED,
    LAM_ALEF_FORMS,
    MEDIAL,
    find_lam_alef,
    joined_forms,
    lam_alef_breaks,
)


def joined(text: str) -> str:
    """Every letter in its form, ligatures left out."""
    forms = joined_forms(text, 0, len(text))
    return "".join(
        FORMS[char][form] if char in FORMS else char for char, form in zip(text, forms, strict=True)
    )


def test_letters_join_on_both_sides_on_the_right_only_or_not_at_all() -> None:
    assert list(joined_forms("ببب", 0, 3)) == [INITIAL, MEDIAL, FINAL]
    assert list(joined_forms("باب", 0, 3)) == [INITIAL, FINAL, ISOLATED]
    assert list(joined_forms("بءب", 0, 3)) == [ISOLATED, ISOLATED, ISOLATED]


@pytest.mark.parametrize("between", ["\u064e", "\u0651\u064e", "\u200f", "\u0670"])
def test_joining_looks_past_marks_and_direction_marks(between: str) -> None:
    forms = joined_forms(f"ب{between}ب", 0, len(between) + 2)
    assert (forms[0], forms[-1]) == (INITIAL, FINAL)


@pytest.mark.parametrize("between", ["\u200c", " ", "a", "2", "\u06dd", "\n", "\u2067"])
def test_joining_ends_at_what_does_not_join(between: str) -> None:
    forms = joined_forms(f"ب{between}ب", 0, 3)
    assert (forms[0], forms[-1]) == (ISOLATED, ISOLATED)


@pytest.mark.parametrize("causing", ["\u200d", "ـ"])
def test_tatweel_and_joiner_make_letters_reach_out(causing: str) -> None:
    assert list(joined_forms(f"ب{causing}", 0, 1)) == [INITIAL]
    assert list(joined_forms(f"{causing}ب", 1, 2)) == [FINAL]


def test_a_stretch_is_shaped_with_its_neighbours_in_mind() -> None:
    text = "كتـَبنا"
    whole = joined_forms(text, 0, len(text))
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            assert joined_forms(text, start, end) == whole[start:end]


def test_persian_letters_have_forms_too() -> None:
    assert joined("گپچ") == "ﮔﭙﭻ"


def test_every_dual_joining_letter_has_all_four_forms() -> None:
    dual = {letter: forms for letter, forms in FORMS.items() if forms[INITIAL]}
    assert {"ب", "ع", "ى", "ئ", "گ"} <= set(dual)
    assert [letter for letter, forms in dual.items() if not all(forms)] == []


def test_each_alef_melts_with_lam_in_two_forms() -> None:
    assert set(LAM_ALEF_FORMS) == set(ALEFS)
    assert LAM_ALEF_FORMS["ا"][ISOLATED] == "ﻻ"
    assert LAM_ALEF_FORMS["أ"][FINAL] == "ﻸ"


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("سلام", [(1, 2)]),
        ("لأن لا", [(0, 1), (4, 5)]),
        ("ل\u064e\u0651ا", [(0, 3)]),
        ("للا", [(1, 2)]),
        ("ل ا", []),
        ("لـا", []),
        ("ل\u200cا", []),
        ("ل.ا", []),
    ],
)
def test_lam_alef_is_found_across_marks_only(text: str, pairs: list[tuple[int, int]]) -> None:
    assert list(find_lam_alef(text, 0, len(text))) == pairs


def test_a_border_inside_lam_alef_names_the_alef() -> None:
    text = "قالَ لأوكرانيا ل\u064eا"
    assert lam_alef_breaks(text, [6]) == {6}
    assert lam_alef_breaks(text, [16, 17]) == {17}


def test_borders_elsewhere_cut_nothing() -> None:
    text = "قالَ لأوكرانيا ل\u064eا"
    assert lam_alef_breaks(text, [0, 2, 3, 5, 7, 15, len(text), len(text) + 5]) == frozenset()
