"""The orders: what comes first, why, and that nothing is lost or said twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.reason import because
from annotator.services.queue_orders import NEVER_ASKED, ORDERS, Candidate, Order, in_order

WORDS = {name: frozenset(text.split()) for name, text in {
    "flood": "مطر سيل غرق سد نهر قرية",
    "flood-2": "مطر سيل غرق سد نهر جسر",
    "vote": "اقتراع صندوق نتيجة حزب مقعد دائرة",
    "mix": "مطر سيل اقتراع صندوق كرة هدف",
}.items()}  # fmt: skip


def ids(order: Order, *candidates: Candidate) -> list[str]:
    return [key for key, _ in in_order(order, candidates)]


def test_the_shortest_comes_first_and_ties_stay_as_imported() -> None:
    assert ids("shortest", Candidate("a", 9), Candidate("b", 3), Candidate("c", 3)) == [
        "b", "c", "a",
    ]  # fmt: skip


def test_doubt_is_largest_halfway_and_what_has_no_suggestions_comes_last() -> None:
    placed = in_order(
        "uncertain",
        [
            Candidate("none", 1),
            Candidate("empty", 1, scores=()),
            Candidate("sure", 1, scores=(0.99, 0.95)),
            Candidate("doubtful", 1, scores=(0.5, 0.6)),
            Candidate("unlikely", 1, scores=(0.05,)),
        ],
    )
    assert [key for key, _ in placed] == ["doubtful", "unlikely", "sure", "none", "empty"]
    assert str(placed[0][1]) == "doubtful: 0.98 over 2 suggestions"
    assert placed[3][1] == NEVER_ASKED


def test_each_time_the_most_different_document_comes() -> None:
    candidates = [Candidate(name, 1, words) for name, words in WORDS.items()]
    placed = in_order("diverse", candidates)
    assert [key for key, _ in placed] == ["flood", "vote", "mix", "flood-2"]
    assert str(placed[-1][1]) == "different: 17% of its words are new"


def test_stories_stay_together_by_shared_words_and_by_links() -> None:
    assert ids(
        "story",
        Candidate("flood", 1, WORDS["flood"], published="2025-01-03"),
        Candidate("vote", 1, WORDS["vote"], group="g"),
        Candidate("flood-2", 1, WORDS["flood-2"], published="2025-01-02"),
        Candidate("other", 1, frozenset({"غير"}), group="g"),
    ) == ["flood-2", "flood", "vote", "other"]


def test_what_lies_weeks_apart_is_another_story() -> None:
    placed = in_order(
        "story",
        [
            Candidate("flood", 1, WORDS["flood"], published="2025-01-03"),
            Candidate("vote", 1, WORDS["vote"]),
            Candidate("flood-2", 1, WORDS["flood-2"], published="2025-02-03"),
        ],
    )
    assert placed == [(key, because("a story alone")) for key in ("flood", "vote", "flood-2")]


CANDIDATES = st.lists(
    st.builds(
        Candidate,
        st.text(max_size=3),
        st.integers(0, 9),
        st.frozensets(st.sampled_from("ابتثجح"), max_size=6),
        st.none() | st.lists(st.floats(0, 1), max_size=3).map(tuple),
        st.sampled_from(["", "2025-01-01", "2025-02-01", "soon"]),
        st.sampled_from(["", "g", "h"]),
    ),
    unique_by=lambda each: each.document_id,
    max_size=8,
)


@pytest.mark.parametrize("order", ORDERS)
@given(candidates=CANDIDATES)
def test_every_document_comes_once_with_a_reason(order: Order, candidates: list[Candidate]) -> None:
    placed = in_order(order, candidates)
    assert sorted(key for key, _ in placed) == sorted(each.document_id for each in candidates)
    assert all(reason for _, reason in placed)
    assert placed == in_order(order, candidates)


@given(candidates=CANDIDATES)
def test_nothing_that_waits_is_more_different_than_what_comes(candidates: list[Candidate]) -> None:
    words = {each.document_id: each.words for each in candidates}
    order = ids("diverse", *candidates)
    seen: set[str] = set()
    for place, key in enumerate(order):
        shares = [len(words[k] - seen) / max(1, len(words[k])) for k in order[place:]]
        assert shares[0] == max(shares)
        seen |= words[key]
