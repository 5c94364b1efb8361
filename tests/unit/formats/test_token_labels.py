"""Spans become labels of tokens: exactly, over whole words, or not at all, and never silently."""

import pytest

from annotator.arabic.tokenize import tokenize
from annotator.formats.token_labels import LabelledSpan, Subtoken, cut, label_tokens
from annotator.model.span import Span


def labelled(
    text: str, *spans: tuple[str, str], subtoken: Subtoken = "split"
) -> tuple[str, list[tuple[str, str]]]:
    """Tokens with labels, and the words of every span that is not told exactly."""
    found = label_tokens(
        text,
        tokenize(text),
        [LabelledSpan(Span(text.index(w), text.index(w) + len(w)), label) for w, label in spans],
        subtoken=subtoken,
    )
    pairs = zip(found.tokens, found.labels, strict=True)
    lost: list[tuple[str, str]] = [(kind, span.of(text)) for kind, (span, _) in found.lost]
    return " ".join(f"{text[start:end]}/{label}" for (start, end), label in pairs), lost


def test_a_span_of_whole_words_begins_with_b_and_goes_on_with_i() -> None:
    told = labelled("زار وليد حسن بيروت", ("وليد حسن", "PER"), ("بيروت", "GPE"))
    assert told == ("زار/O وليد/B-PER حسن/I-PER بيروت/B-GPE", [])


def test_split_cuts_the_word_at_the_border_of_the_span() -> None:
    assert labelled("وبسام زار", ("بسام", "PER")) == ("و/O بسام/B-PER زار/O", [])


def test_widen_takes_the_whole_word_and_tells_it() -> None:
    told = labelled("وبسام زار", ("بسام", "PER"), subtoken="widen")
    assert told == ("وبسام/B-PER زار/O", [("widened", "بسام")])


def test_drop_leaves_the_span_out_and_tells_it() -> None:
    told = labelled("وبسام زار", ("بسام", "PER"), ("زار", "X"), subtoken="drop")
    assert told == ("وبسام/O زار/B-X", [("dropped", "بسام")])


def test_a_word_that_two_widened_spans_share_goes_to_the_first() -> None:
    told = labelled("هنا عربيأمريكي", ("هنا عربي", "A"), ("أمريكي", "B"), subtoken="widen")
    assert told[0] == "هنا/B-A عربيأمريكي/I-A"
    assert told[1] == [("widened", "هنا عربي"), ("dropped", "أمريكي")]


def test_the_outermost_span_is_told_and_what_lies_in_it_is_lost() -> None:
    told = labelled("وزير الخارجية هنا", ("الخارجية", "ORG"), ("وزير الخارجية", "TTL"))
    assert told == ("وزير/B-TTL الخارجية/I-TTL هنا/O", [("nested", "الخارجية")])


def test_of_two_spans_on_the_same_words_the_first_is_told() -> None:
    assert labelled("بيروت", ("بيروت", "A"), ("بيروت", "B")) == ("بيروت/B-A", [("nested", "بيروت")])


def test_of_two_spans_that_overlap_the_first_is_told() -> None:
    told = labelled("أ ب ج", ("أ ب", "A"), ("ب ج", "B"))
    assert told == ("أ/B-A ب/I-A ج/O", [("overlapping", "ب ج")])


def test_a_span_inside_a_lost_one_is_told() -> None:
    text = "أ ب ج د"
    spans = [
        LabelledSpan(Span(0, 3), "A"),
        LabelledSpan(Span(2, 7), "B"),
        LabelledSpan(Span(4, 5), "C"),
    ]
    found = label_tokens(text, tokenize(text), spans, subtoken="split")
    assert list(found.labels) == ["B-A", "I-A", "B-C", "O"]


def test_a_span_without_any_token_is_lost() -> None:
    assert labelled("أ  ب", ("  ", "A")) == ("أ/O ب/O", [("no token", "  ")])


def test_white_space_and_marks_at_the_ends_of_a_span_widen_nothing() -> None:
    told = labelled("زار بيروت\u200f .", (" بيروت\u200f ", "GPE"), subtoken="drop")
    assert told == ("زار/O بيروت/B-GPE ./O", [])


def test_two_spans_in_one_word_cut_it_in_three() -> None:
    assert labelled("وبسامهم", ("و", "A"), ("بسام", "B"))[0] == "و/B-A بسام/B-B هم/O"


@pytest.mark.parametrize(
    ("border", "parts"),
    [(2, ["مي", "خواهم"]), (3, ["مي", "خواهم"]), (1, ["م", "ي\u200cخواهم"])],
)
def test_a_joiner_at_a_cut_belongs_to_neither_side(border: int, parts: list[str]) -> None:
    text = "مي\u200cخواهم"
    pieces = cut(text, tokenize(text), [Span(0, border)])
    assert [text[start:end] for start, end in pieces] == parts


def test_marks_on_a_letter_are_counted_as_the_text_has_them() -> None:
    assert labelled("وَكُتُبٌ", ("كُتُبٌ", "A")) == ("وَ/O كُتُبٌ/B-A", [])
