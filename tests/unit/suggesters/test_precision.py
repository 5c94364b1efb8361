"""A source that people keep correcting is shown as unsure, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.protocols import Tried
from annotator.suggesters.precision import TRUSTED, precision, tempered, with_experience

COUNTS = st.integers(0, 200).flatmap(
    lambda decided: st.builds(Tried, st.integers(0, decided), st.just(decided))
)


@pytest.mark.parametrize(
    ("by", "score"),
    [
        (None, 0.9),
        (Tried(0, 4), 0.9),  # too few to judge
        (Tried(9, 10), 0.9),
        (Tried(7, 10), 0.9),  # just trusted
        (Tried(5, 10), (5 + 1.4) / 12),
        (Tried(0, 50), 0.4),  # still shown
    ],
)
def test_an_untrusted_source_bounds_its_scores(by: Tried | None, score: float) -> None:
    assert tempered(0.9, by, lowest=0.4) == pytest.approx(score)


@given(by=COUNTS, score=st.floats(0.4, 1))
def test_a_score_only_falls_and_is_sure_only_of_a_trusted_source(by: Tried, score: float) -> None:
    after = tempered(score, by, lowest=0.4)
    assert 0.4 <= after <= score
    if by.decided_count >= 5 and precision(by) < TRUSTED:
        assert after < TRUSTED


def test_the_person_is_told_how_often_it_was_right() -> None:
    assert str(with_experience("a number", Tried(3, 5))) == "a number; right 3 of 5 times here"
    assert with_experience("a number", Tried(3, 4)) == "a number"
