"""Where sentences end, and where they only seem to."""

import pytest

from annotator.arabic.sentences import sentences
from annotator.arabic.tokenize import tokenize
from annotator.model.span import Span


def pieces(text: str, keep_whole: list[Span] | None = None) -> list[str]:
    return [span.of(text) for span in sentences(text, keep_whole=keep_whole or [])]


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد؛ ثم غادر، ولم يصرح.",
        "قال د. سمير إن الاجتماع انتهى.",
        "كتب أ. د. سمير وم. علي التقرير.",
        "ارتفع السعر 12.5 بالمئة عند 3.14 دولار.",
        "الكاتب ج. ر. ر. تولكين معروف.",
        "الرئيس جورج دبليو. بوش زار المدينة.",
        "نشر على www.example.com/a.b اليوم",
        "قالت وكالة د.ب.أ للأنباء ذلك.",
        "كلام غريب (؟) هنا.",
        "met Mr. Smith and J. Doe today.",
        "1. أول البنود هنا",
    ],
)
def test_one_sentence(text: str) -> None:
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. غادر الوفد.", ["وصل الوفد.", "غادر الوفد."]),
        ("هل وصل؟ نعم! ثم… غادر", ["هل وصل؟", "نعم!", "ثم…", "غادر"]),
        ("عنوان الخبر\nنص الخبر\r\n\r\nخاتمة", ["عنوان الخبر", "نص الخبر", "خاتمة"]),
        ("قال: «وصل الوفد.» ثم غادر", ["قال: «وصل الوفد.»", "ثم غادر"]),
        ('قال "وصل الوفد." ثم غادر', ['قال "وصل الوفد."', "ثم غادر"]),
        ('انتهى اللقاء. "نعم" قال', ["انتهى اللقاء.", '"نعم" قال']),
        ("انتهى اللقاء . وغادر الوفد", ["انتهى اللقاء .", "وغادر الوفد"]),
        ("انتهى اللقاء.وغادر الوفد", ["انتهى اللقاء.", "وغادر الوفد"]),
        ("قامت عام 1948 م. ثم توسعت", ["قامت عام 1948 م.", "ثم توسعت"]),
        ("ماذا جرى؟! لا أحد يعلم", ["ماذا جرى؟!", "لا أحد يعلم"]),
        ("  وصل الوفد.  \n", ["وصل الوفد."]),
        ("وصل الوفد.\u200f غادر الوفد", ["وصل الوفد.", "غادر الوفد"]),
        ("", []),
        (" \n\u200f", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_a_stray_full_stop_between_words_that_stand_side_by_side_elsewhere_ends_nothing() -> None:
    text = "وصل سامي حداد أمس. ثم قال سامي. حداد إنه عائد."
    assert pieces(text) == ["وصل سامي حداد أمس.", "ثم قال سامي. حداد إنه عائد."]


def test_a_single_word_between_two_full_stops_belongs_to_what_is_before_it() -> None:
    assert pieces("جاء الوزير وصهره سامي. حداد. ثم غادرا.") == [
        "جاء الوزير وصهره سامي. حداد.",
        "ثم غادرا.",
    ]


def test_sentences_bridged_by_a_span_are_merged() -> None:
    text = "وصل سامي. حداد اليوم إلى هنا. غادر الوفد.\nانتهى"
    name = Span(text.index("سامي"), text.index(" اليوم"))
    assert pieces(text, [name]) == ["وصل سامي. حداد اليوم إلى هنا.", "غادر الوفد.", "انتهى"]
    assert pieces(text, [Span(0, len(text))]) == [text]


def test_a_span_within_one_sentence_merges_nothing() -> None:
    text = "وصل الوفد. غادر الوفد."
    assert pieces(text, [Span(0, 3), Span(11, 22)]) == pieces(text)


def test_tokens_may_be_given() -> None:
    text = "وصل. غادر."
    assert sentences(text, tokens=tokenize(text)) == sentences(text)
