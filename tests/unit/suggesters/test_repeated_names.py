"""What is plain in one place of a document helps where the same words are not."""

import pytest

from annotator.suggesters.label_layers import Piece
from annotator.suggesters.repeated_names import lifted
from annotator.suggesters.words import words_of
from tests.unit.suggesters.readings import read

WORDS = words_of(read("قال زرياب ولزرياب دار وعند زنقب دار"))
PLAIN, UNCLEAR, OTHER = Piece(1, 2, "PER"), Piece(2, 3, "PER"), Piece(5, 6, "PER")


def test_a_doubtful_mention_is_believed_more_where_the_same_words_are_plain() -> None:
    beliefs = lifted({PLAIN: 0.9, UNCLEAR: 0.2, OTHER: 0.2}, WORDS)
    assert beliefs[UNCLEAR] == pytest.approx(0.2 + 0.9 * 0.7)
    assert beliefs[PLAIN] == pytest.approx(0.9)
    assert beliefs[OTHER] == pytest.approx(0.2)


def test_another_type_elsewhere_is_no_help() -> None:
    beliefs = lifted({PLAIN._replace(type="ORG"): 0.9, UNCLEAR: 0.2}, WORDS)
    assert beliefs[UNCLEAR] == pytest.approx(0.2)
