"""The chain model: sums checked against all labellings one by one, learning, and its bytes."""

from itertools import pairwise, product

import numpy as np
import pytest
from numpy.typing import NDArray

from annotator.errors import InvalidDataError
from annotator.suggesters.chain_inference import infer
from annotator.suggesters.chain_model import Head, Sentence, sums
from annotator.suggesters.chain_training import Effort, Stopped, train_chain
from annotator.suggesters.judging import Judge
from annotator.suggesters.model_file import LearnedModel, pack_model, unpack_model
from annotator.suggesters.span_beliefs import likely_pieces

LABELS = ("O", "B-A", "I-A")
WORDS = {"the": 1, "red": 2, "house": 3, "sea": 4}
RED_HOUSE = (("the", "O"), ("red", "B-A"), ("house", "I-A"), ("the", "O"))
SEA = (("the", "O"), ("sea", "B-A"), ("the", "O"))


def sentence(*words: tuple[str, str]) -> Sentence:
    features = [np.array([0, WORDS[word]], dtype=np.uint32) for word, _ in words]
    floats = np.zeros((len(words), 0), dtype=np.float32)
    return Sentence(features, floats, (tuple(label for _, label in words),))


def learned(rounds: int = 40) -> LearnedModel:
    chain = train_chain(
        [sentence(*RED_HOUSE), sentence(*SEA)] * 3, [LABELS], Effort(rounds=rounds, fewest=1)
    )
    return LearnedModel(chain, "learned", 21, Judge((1.0,)), Judge(words_learned=5))


def said(model: LearnedModel, *words: tuple[str, str]) -> list[tuple[int, int]]:
    beliefs = model.chain.believe([sentence(*words)])
    found = likely_pieces(beliefs[0], model.chain.heads[0], [range(len(words))])
    return [(piece.first, piece.end) for piece, likely in found if likely > 0.5]


def test_sums_are_those_over_all_labellings() -> None:
    chance = np.random.default_rng(1)
    head = Head(LABELS, 0, chance.normal(size=(3, 3)))
    scores = chance.normal(size=(1, 3, 3))
    beliefs = infer(scores, np.array([3]), head.exp_moves, head.first)
    weight = {
        labelling: float(
            head.first[labelling[0]]
            * np.exp(sum(scores[0, place, label] for place, label in enumerate(labelling)))
            * np.prod([head.exp_moves[a, b] for a, b in pairwise(labelling)])
        )
        for labelling in product(range(3), repeat=3)
    }
    total = sum(weight.values())
    for place, label in product(range(3), range(3)):
        share = sum(w for labelling, w in weight.items() if labelling[place] == label) / total
        assert beliefs.marginals[0, place, label] == pytest.approx(share)
    pieces = {(p.first, p.end): x for p, x in likely_pieces(beliefs, head, [range(3)])}
    starts_and_ends = {(1, 2): (1, {0, 1}), (0, 2): (0, {0, 1}), (2, 3): (2, None)}
    for (first, end), (begin, following) in starts_and_ends.items():
        share = sum(
            w
            for labelling, w in weight.items()
            if labelling[begin] == 1
            and all(label == 2 for label in labelling[first + 1 : end])
            and (following is None or labelling[end] in following)
        )
        assert pieces[first, end] == pytest.approx(share / total)


def test_sentences_of_other_lengths_beside_it_change_nothing() -> None:
    model = learned().chain
    alone = model.believe([sentence(*SEA)])[0].marginals[0]
    beside = model.believe([sentence(*RED_HOUSE), sentence(*SEA)])[0].marginals[1]
    assert beside[:3] == pytest.approx(alone)


def test_what_was_shown_is_learned() -> None:
    assert said(learned(), *RED_HOUSE) == [(1, 3)]
    assert said(learned(), *SEA) == [(1, 2)]


def test_the_same_examples_give_the_same_bytes() -> None:
    assert pack_model(learned()) == pack_model(learned())


def test_a_model_of_several_rounds_is_the_mean_of_what_was_known_after_each() -> None:
    def weights(rounds: int, averaged: int = 1) -> NDArray[np.float32]:
        effort = Effort(rounds=rounds, fewest=1, averaged=averaged)
        chain = train_chain([sentence(*RED_HOUSE), sentence(*SEA)], [LABELS], effort)
        return np.concatenate([chain.weights.ravel(), chain.heads[0].moves.ravel()])

    mean = (weights(4) + weights(5) + weights(6)) / 3
    assert weights(6, averaged=3) == pytest.approx(mean)
    assert weights(2, averaged=9) == pytest.approx((weights(1) + weights(2)) / 2)


def test_learning_stops_when_it_is_told_to() -> None:
    with pytest.raises(Stopped):
        train_chain([sentence(*SEA)], [LABELS], Effort(), cancelled=lambda: True)


def test_a_model_survives_its_bytes() -> None:
    again = unpack_model(pack_model(learned()))
    assert said(again, *RED_HOUSE) == [(1, 3)]
    assert (again.name, again.words_learned) == ("learned", 21)
    assert again.mentions.weights == (1.0,)


def test_refining_keeps_what_was_known_and_adds_a_type() -> None:
    labels = (*LABELS, "B-C", "I-C")
    start = learned().chain
    chain = train_chain(
        [sentence(("house", "B-C"), ("the", "O"))] * 3,
        [labels],
        Effort(rounds=30, fewest=1),
        start=start,
    )
    model = LearnedModel(chain, "learned", 0)
    assert said(model, *SEA) == [(1, 2)]
    found = likely_pieces(
        chain.believe([sentence(("house", "O"), ("the", "O"))])[0], chain.heads[0], [range(2)]
    )
    assert max(found, key=lambda pair: pair[1])[0].type == "C"


def test_refining_leaves_alone_what_is_not_met() -> None:
    start = unpack_model(pack_model(learned())).chain
    chain = train_chain([sentence(*SEA)], [LABELS], Effort(rounds=3), start=start)
    house, sea = chain.row_numbers(np.array([WORDS["house"], WORDS["sea"]], dtype=np.uint32))
    known, _ = start.row_numbers(np.array([WORDS["house"], WORDS["sea"]], dtype=np.uint32))
    assert chain.weights[house].tolist() == pytest.approx(start.weights[known] * start.step)
    assert chain.weights[sea].any()


def test_rows_are_summed_by_their_counts() -> None:
    values = np.array([[1, 2], [3, 4], [-5, 6]], dtype=np.int8)
    assert sums(values, [2, 1]).tolist() == [[4.0, 6.0], [-5.0, 6.0]]


@pytest.mark.parametrize("data", [b"", b"no model", b"{}\n", b'{"annotator-model": 99}\n'])
def test_bytes_that_are_no_model_are_refused(data: bytes) -> None:
    with pytest.raises(InvalidDataError, match="cannot be read"):
        unpack_model(data)
