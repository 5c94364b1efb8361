"""The table of word vectors that ships, and its bytes."""

import numpy as np

from annotator.suggesters.word_vectors import pack_vectors, unpack_vectors, word_vectors


def likeness(one: str, other: str) -> float:
    table = word_vectors()
    rows = [table.row(word) for word in (one, other)]
    assert None not in rows
    first, second = table.vectors([row for row in rows if row is not None])
    return float(first @ second)


def test_words_of_like_meaning_lie_close() -> None:
    assert likeness("باريس", "لندن") > 0.5 > likeness("باريس", "قصف")


def test_a_word_with_a_suffix_is_its_stem() -> None:
    table = unpack_vectors(
        pack_vectors(["زياره"], np.ones((1, 4), dtype=np.int8), np.zeros((1, 3), dtype=np.uint16))
    )
    assert table.row("زيارات") == table.row("زياره") == 0
    assert table.row("كرسي") is None


def test_vectors_have_length_one() -> None:
    lengths = np.linalg.norm(word_vectors().vectors(range(1000)), axis=1)
    assert abs(lengths - 1).max() < 1e-3
