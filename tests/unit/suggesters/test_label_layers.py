"""Nested mentions as two layers of labels."""

from annotator.suggesters.label_layers import Piece, innermost, label_set, labels_of, outermost

NESTED = [Piece(0, 4, "TTL"), Piece(2, 3, "NORP"), Piece(5, 6, "PER")]


def test_the_outermost_hold_the_others() -> None:
    assert outermost(NESTED) == [NESTED[0], NESTED[2]]


def test_the_innermost_hold_none() -> None:
    assert innermost(NESTED) == [NESTED[1], NESTED[2]]


def test_a_label_says_where_a_piece_begins() -> None:
    labels = labels_of([Piece(1, 3, "PER"), Piece(3, 4, "PER")], 5)
    assert labels == ["O", "B-PER", "I-PER", "B-PER", "O"]


def test_outside_is_the_first_label() -> None:
    assert label_set({"B", "A"}) == ("O", "B-A", "I-A", "B-B", "I-B")
