"""Joined letters and lam-alef against arabic-reshaper, on random words and the seeds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.cells import logical_cells
from annotator.arabic.display import ARTICLE
from annotator.arabic.shaping import FORMS
from tests.oracles.painful_text import compare_many, seed_paragraphs

arabic_reshaper = pytest.importorskip("arabic_reshaper")
ligatures = pytest.importorskip("arabic_reshaper.ligatures")

pytestmark = pytest.mark.oracle


def is_lam_alef(name: str) -> bool:
    return "LIGATURE LAM WITH ALEF" in name and "MAKSURA" not in name


reshaper = arabic_reshaper.ArabicReshaper(
    {
        "delete_harakat": False,
        **{name: is_lam_alef(name) for name, _ in ligatures.LIGATURES},
    }
)

# a joiner is left out: the other implementation counts its own places wrong after one
LETTERS = [*FORMS, *"لالألإلآ", *"\u064e\u0651\u064b\u0670", *" ـ.1a\u200c"]
words = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=20).map("".join)


def joined(text: str) -> str:
    cells = logical_cells(text, 0, len(text), display=ARTICLE)
    return "".join(cell.text for cell in cells).replace("◌", "")


@compare_many
@given(words)
def test_letters_are_joined_as_arabic_reshaper_joins_them(text: str) -> None:
    assert joined(text) == reshaper.reshape(text).replace("\u200c", "")


def test_the_seeds_are_joined_as_arabic_reshaper_joins_them() -> None:
    for text in seed_paragraphs():
        assert joined(text) == reshaper.reshape(text)
