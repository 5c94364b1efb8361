"""How alike two spellings of a name are."""

import pytest

from annotator.arabic.names import CANDIDATE, blocking_key, similar_names


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("أوميروف", "عمروف"),
        ("عمروف", "عميروف"),
        ("أوميروف", "عميروف"),
        ("ترامب", "ترمب"),
        ("أميركي", "أمريكي"),
        ("غورباتشوف", "جورباتشوف"),
        ("شولتس", "شولتز"),
        ("ويتكوف", "فيتكوف"),
        ("عبد الله", "عبدالله"),
        ("نتنياهو", "نتانياهو"),
    ],
)
def test_spellings_of_one_name_are_candidates_with_one_key(left: str, right: str) -> None:
    assert similar_names(left, right) >= CANDIDATE
    assert similar_names(left, right) == similar_names(right, left)
    assert blocking_key(left) == blocking_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("لبنان", "ليبيا"),
        ("كمال", "جمال"),
        ("فرنسا", "فلسطين"),
        ("محمد", "أحمد"),
        ("كوشنر", "كيسنجر"),
        ("كوشنر", "جاريد كوشنر"),
    ],
)
def test_other_names_are_not(left: str, right: str) -> None:
    assert similar_names(left, right) < CANDIDATE


def test_a_shared_family_name_proves_nothing() -> None:
    assert similar_names("إيفان بتروف", "سيرغي بتروف") < CANDIDATE
    assert similar_names("سيرجي بتروف", "سيرغي بتروف") >= CANDIDATE


def test_a_name_is_like_itself_and_nothing_is_like_no_name() -> None:
    assert similar_names("أحمد", "احمد") == 1.0
    assert similar_names("أحمد", " ") == 0.0


def test_a_name_of_vowels_alone_is_its_own_key() -> None:
    assert blocking_key("آي") == "اي"
