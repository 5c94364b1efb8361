"""A hundred thousand paragraphs, the same each time and in half a minute."""

import random

import pytest

from tests.oracles.painful_text import PARAGRAPH_CHARS

pytest.importorskip("icu")
pytest.importorskip("bidi")

pytestmark = [pytest.mark.oracle, pytest.mark.slow]

COUNT = 100_000
LONGEST = 40


def test_levels_and_order_equal_those_of_icu_and_python_bidi() -> None:
    from tests.oracles.test_bidi_oracles import (  # noqa: PLC0415 -- it needs both libraries
        MARK_ON_BRACKET,
        assert_levels_equal_icu,
        assert_order_equals_python_bidi,
    )

    draw = random.Random(9)  # noqa: S311 -- texts, not secrets
    for number in range(COUNT):
        text = "".join(draw.choices(PARAGRAPH_CHARS, k=draw.randint(1, LONGEST)))
        base = number & 1
        if not MARK_ON_BRACKET.search(text):
            assert_levels_equal_icu(text, base)
        assert_order_equals_python_bidi(text, base)


def test_letters_are_joined_as_arabic_reshaper_joins_them() -> None:
    pytest.importorskip("arabic_reshaper")
    from tests.oracles.test_shaping_oracle import (  # noqa: PLC0415 -- it needs the library
        LETTERS,
        joined,
        reshaper,
    )

    draw = random.Random(10)  # noqa: S311 -- texts, not secrets
    for _ in range(COUNT):
        text = "".join(draw.choices(LETTERS, k=draw.randint(1, LONGEST)))
        assert joined(text) == reshaper.reshape(text).replace("\u200c", "")
