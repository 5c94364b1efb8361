"""Mirrored partners and the brackets that pair."""

import pytest

from annotator.arabic.mirroring import MIRRORED, is_closing_bracket, is_opening_bracket


@pytest.mark.parametrize(
    "pair", ["()", "[]", "{}", "<>", "«»", "‹›", "≤≥", "⊂⊃", "〈〉", "⦍⦐", "༺༻"]
)
def test_partners_are_each_other_s_mirror_image(pair: str) -> None:
    assert MIRRORED[pair[0]] + MIRRORED[pair[1]] == pair[::-1]


@pytest.mark.parametrize("char", ["ا", "a", "-", "“", "”", "∫", "∉", "\ud800", "\U0010ffff"])
def test_what_has_no_partner_is_its_own(char: str) -> None:
    assert MIRRORED[char] == char


def test_brackets_pair_but_quotation_marks_do_not() -> None:
    assert is_opening_bracket("(")
    assert is_closing_bracket(")")
    assert not is_opening_bracket(")")
    assert not is_closing_bracket("(")
    assert not is_opening_bracket("«")
    assert not is_closing_bracket("»")
