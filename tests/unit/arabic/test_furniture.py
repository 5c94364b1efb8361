"""Zones: what news pages print around an article is found, and the article itself is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.furniture import WITHOUT_EVENTS, published_in, zones_of
from annotator.arabic.furniture_lines import is_byline_of_parts, kind_of_line

BODY = (
    "أعلن الوزير في مؤتمر صحافي أن المفاوضات ستستأنف الأسبوع المقبل بحضور ممثلين عن الطرفين.\n"
    "وأضاف أن جدول الأعمال يتضمن ثلاثة بنود رئيسية، وأن الجلسة الأولى ستكون مغلقة أمام الصحافة.\n"
)


def found(text: str) -> list[tuple[str, str]]:
    return [(zone.kind, zone.span.of(text)) for zone in zones_of(text)]


def test_a_headline_stands_before_the_article() -> None:
    assert found(f"استئناف المفاوضات الأسبوع المقبل\n\n{BODY}") == [
        ("headline", "استئناف المفاوضات الأسبوع المقبل")
    ]


def test_a_question_may_be_a_headline() -> None:
    assert found(f"هل تنجح المفاوضات؟\n{BODY}") == [("headline", "هل تنجح المفاوضات؟")]


def test_an_article_without_anything_around_it_has_no_zones() -> None:
    assert found(BODY) == []


def test_a_byline_before_the_headline_leaves_the_headline() -> None:
    assert found(f"كتبت : منى سالم\nاستئناف المفاوضات\n{BODY}") == [
        ("byline", "كتبت : منى سالم"),
        ("headline", "استئناف المفاوضات"),
    ]


def test_what_follows_buttons_is_the_caption_of_the_picture() -> None:
    head = "استئناف المفاوضات\n• مشاركة :\npost-title\nالوزير أمام القصر\n"
    text = f"{head}جريدة المدى - سامي عون\n{BODY}"
    assert found(text) == [
        ("headline", "استئناف المفاوضات"),
        ("furniture", "• مشاركة :"),
        ("furniture", "post-title"),
        ("caption", "الوزير أمام القصر"),
        ("byline", "جريدة المدى - سامي عون"),
    ]


def test_a_date_header_begins_the_text_and_the_headline_goes_on_in_its_line() -> None:
    text = f" date 2024-03-09 استئناف المفاوضات\n\n{BODY}"
    assert found(text) == [("dateline", " date 2024-03-09"), ("headline", "استئناف المفاوضات")]
    assert published_in(text) == "2024-03-09"
    assert published_in(BODY) is None


def test_a_dateline_is_cut_from_the_first_sentence() -> None:
    assert found(f"عنوان قصير\nنواكشوط (وكالة الساحل) - {BODY}") == [
        ("headline", "عنوان قصير"),
        ("dateline", "نواكشوط (وكالة الساحل) -"),
    ]


def test_a_sentence_that_begins_with_a_small_word_and_a_dash_is_none() -> None:
    assert found(f"في بغداد - {BODY}") == []


def test_short_lines_between_paragraphs_are_subheads() -> None:
    assert found(f"{BODY}بنود الخلاف\n{BODY}") == [("subhead", "بنود الخلاف")]


def test_lines_cut_at_a_width_are_no_subheads() -> None:
    lines = "قال الوزير إن\nالمفاوضات ستستأنف\nفي الأسبوع المقبل\nبحضور الطرفين.\n"
    assert found(f"{BODY}{lines}{lines}{BODY}") == []


def test_links_behind_the_article_are_furniture_and_its_writer_a_byline() -> None:
    text = f"{BODY}جريدة المدى - سامي عون\nاقرأ أيضاً:\nالوزير يزور الشمال\n"
    assert found(text) == [
        ("byline", "جريدة المدى - سامي عون"),
        ("furniture", "اقرأ أيضاً:"),
        ("furniture", "الوزير يزور الشمال"),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("شارك الخبر على فيسبوك", "furniture"),
        ("Share", "furniture"),
        ("جميع الحقوق محفوظة © 2024", "furniture"),
        ("entry-content", "furniture"),
        ("إعلان", "furniture"),
        ("إعلان بيروت يدعو إلى الحوار", None),
        ("السبت 9 مارس 2024 - 10:30 ص", "dateline"),
        ("آخر تحديث: 2024-03-09 14:05", "dateline"),
        ("10 قتلى", None),
        ("بقلم: سامي عون", "byline"),
        ("كتب سامي عون على صفحته أن الحرب انتهت", None),
        ("تقرير: الصادرات تنمو بنسبة عشرة في المئة", None),
        ("صورة أرشيفية: مقر البرلمان", "caption"),
        ("الوزير أمام القصر (رويترز)", "caption"),
        ("الموقع الرسمي | جريدة المدى", "outlet"),
        ("المصدر: وكالات", "outlet"),
    ],
)
def test_a_line_alone_says_what_it_is(line: str, kind: str | None) -> None:
    assert kind_of_line(line) == kind


def test_names_parted_by_dashes_are_a_byline() -> None:
    assert is_byline_of_parts("نواكشوط - «الساحل» - السبت 9 شعبان 1445هـ الموافق 9 مارس 2024م")
    assert is_byline_of_parts("صيدا - من مراسلتنا هالة نجم")
    assert not is_byline_of_parts("غزة - مقتل خمسة في قصف على مخيم للنازحين")


def test_headlines_and_captions_may_tell_events() -> None:
    assert WITHOUT_EVENTS.isdisjoint({"headline", "subhead", "caption"})


def test_a_long_run_of_digits_takes_no_time() -> None:
    assert kind_of_line("1" * 280 + "x") is None


ARABIC_LINES = st.text(
    st.sampled_from("ابتثجحخدذ ـًَ\u200f\u202e-–|:.؟،«»\n\r\t1٢x_(["), max_size=300
)


@given(st.one_of(ARABIC_LINES, st.text(max_size=200)))
def test_zones_lie_in_order_and_hold_ink_whatever_the_text(text: str) -> None:
    end = 0
    for zone in zones_of(text):
        assert end <= zone.span.start
        assert zone.span.of(text).strip() != ""
        end = zone.span.end
    assert end <= len(text)
