"""A choice between classes by signs: what is learned, and the bytes of it."""

import pytest

from annotator.suggesters.choice_learning import Example, learn
from annotator.suggesters.choice_model import (
    Weights,
    no_weights,
    packed,
    probabilities,
    unpacked,
)

CLASSES = ("none", "sun", "rain")
EVERY = (0, 1, 2)
TAUGHT = [
    Example(["all", "warm"], EVERY, 1),
    Example(["all", "grey"], EVERY, 2),
    Example(["all", "grey", "grey"], EVERY, 2),
    Example(["all"], EVERY, 0),
]


def likeliest(weights: Weights, *signs: str, among: tuple[int, ...] = EVERY) -> str:
    [scores] = weights.scores([signs]).tolist()
    likely = probabilities(scores, among)
    assert sum(likely.values()) == pytest.approx(1.0)
    return weights.classes[max(likely, key=lambda number: likely[number])]


def test_signs_speak_for_the_class_they_were_seen_with() -> None:
    weights = learn(TAUGHT, CLASSES)
    assert likeliest(weights, "all", "warm") == "sun"
    assert likeliest(weights, "all", "grey") == "rain"


def test_a_class_that_is_not_open_is_not_chosen() -> None:
    assert likeliest(learn(TAUGHT, CLASSES), "all", "warm", among=(0, 2)) != "sun"


def test_signs_never_met_say_nothing() -> None:
    weights = learn(TAUGHT, CLASSES)
    assert weights.scores([["warm", "unheard of"]]).tolist() == weights.scores([["warm"]]).tolist()
    assert no_weights(CLASSES).scores([["warm"]]).tolist() == [[0.0, 0.0, 0.0]]


def test_things_are_scored_together_as_each_alone() -> None:
    weights = learn(TAUGHT, CLASSES)
    things = [["all", "warm"], ["grey"], ["all", "grey", "grey"]]
    alone = [weights.scores([signs])[0].tolist() for signs in things]
    assert weights.scores(things).tolist() == alone
    assert weights.scores([]).tolist() == []


def test_what_was_known_before_is_kept_where_nothing_new_is_taught() -> None:
    before = learn(TAUGHT, CLASSES)
    after = learn([Example(["all", "wind"], (*EVERY, 3), 3)], (*CLASSES, "storm"), start=before)
    assert likeliest(after, "grey") == "rain"
    assert likeliest(after, "wind", among=(*EVERY, 3)) == "storm"


def test_weights_come_back_from_their_bytes_rounded() -> None:
    weights = learn(TAUGHT, CLASSES)
    again = unpacked(packed(weights))
    assert list(again.classes) == list(CLASSES)
    assert packed(again) == packed(weights)
    assert abs(again.scores([["warm"]]) - weights.scores([["warm"]])).max() <= 0.5


def test_damaged_bytes_are_noticed() -> None:
    with pytest.raises(ValueError, match=r"reshape|buffer"):
        unpacked(packed(learn(TAUGHT, CLASSES)).replace(b'"signs": 3', b'"signs": 9'))
