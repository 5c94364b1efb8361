"""Learning begins after a finished document, in a pause, and keeps to its share of time."""

from dataclasses import replace

import pytest

from annotator.services.learning_policy import LearningState, is_due

READY = LearningState(
    finished_count=5, learned_count=4, idle_seconds=10, since_last_seconds=100, last_seconds=2
)


def test_a_finished_document_and_a_pause_are_enough() -> None:
    assert is_due(READY)
    assert is_due(replace(READY, learned_count=0, since_last_seconds=None))


@pytest.mark.parametrize(
    "state",
    [
        replace(READY, finished_count=4),  # nothing new
        replace(READY, finished_count=0, learned_count=1),  # nothing to learn from
        replace(READY, idle_seconds=1),  # somebody types
        replace(READY, since_last_seconds=10),  # 2 s of 12: more than a tenth
        replace(READY, finished_count=104, learned_count=100),  # too little new
    ],
)
def test_otherwise_it_waits(state: LearningState) -> None:
    assert not is_due(state)


def test_the_more_there_is_the_more_must_be_new() -> None:
    assert is_due(replace(READY, finished_count=105, learned_count=100))


def test_a_reopened_document_is_unlearned() -> None:
    assert is_due(replace(READY, finished_count=3))
