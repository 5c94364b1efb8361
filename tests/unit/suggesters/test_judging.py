"""One score of belief and rule."""

import pytest

from annotator.suggesters.judging import Evidence, Judge, fit_judge

SURE, DOUBTFUL = Evidence((0.9, 0.9), 0.8), Evidence((0.1, 0.1), 0.8)


def test_a_fitted_judge_gives_the_shares_that_were_right() -> None:
    judge = fit_judge([SURE] * 100 + [DOUBTFUL] * 100, [True] * 90 + [False] * 10 + [False] * 100)
    assert judge.score(SURE) == pytest.approx(0.9, abs=0.05)
    assert judge.score(DOUBTFUL) < 0.1


def test_after_few_words_a_rule_counts_for_more_than_belief() -> None:
    assert Judge(words_learned=100).score(DOUBTFUL) > 0.6
    assert Judge(words_learned=100_000).score(DOUBTFUL) < 0.2
