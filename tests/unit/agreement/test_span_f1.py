"""Exact agreement of spans: what counts as the same, and what is undefined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement.span_f1 import F1, boundary_f1, span_f1, span_f1_by_label

SPANS = st.sets(
    st.tuples(
        st.sampled_from(["d1", "d2"]),
        st.integers(0, 5),
        st.integers(6, 9),
        st.sampled_from(["PER", "GPE"]),
    )
)


def test_only_equal_document_span_and_label_match() -> None:
    a = [("d1", 0, 4, "PER"), ("d1", 5, 9, "GPE"), ("d2", 0, 4, "PER")]
    b = [("d1", 0, 4, "PER"), ("d1", 5, 9, "ORG"), ("d2", 0, 5, "PER"), ("d2", 7, 8, "PER")]
    assert span_f1(a, b) == F1(matched=1, first=3, second=4)
    assert span_f1(a, b).f1 == pytest.approx(2 / 7)


def test_labels_play_no_part_in_boundary_agreement() -> None:
    assert boundary_f1([("d", 0, 4, "PER")], [("d", 0, 4, "ORG")]).f1 == 1.0


def test_two_empty_layers_leave_agreement_undefined() -> None:
    empty = span_f1([], [])
    assert (empty.precision, empty.recall, empty.f1) == (None, None, None)


def test_one_empty_layer_is_total_disagreement_not_undefined() -> None:
    scores = span_f1([("d", 0, 1, "PER")], [])
    assert (scores.precision, scores.recall, scores.f1) == (None, 0.0, 0.0)


@given(SPANS, SPANS)
def test_agreement_is_symmetric_and_its_labels_add_up(
    a: set[tuple[str, int, int, str]], b: set[tuple[str, int, int, str]]
) -> None:
    forth, back = span_f1(a, b), span_f1(b, a)
    assert forth.f1 == back.f1
    assert sum(span_f1_by_label(a, b).values(), F1(0, 0, 0)) == forth


@given(SPANS)
def test_a_layer_agrees_with_itself_fully(a: set[tuple[str, int, int, str]]) -> None:
    assert span_f1(a, a).f1 == (1.0 if a else None)
