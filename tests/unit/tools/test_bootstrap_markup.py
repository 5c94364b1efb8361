"""The inline markup of the bootstrap corpus: what it yields and how it complains."""

import pytest

from tools.bootstrap.check import check_story
from tools.bootstrap.plain import plain_source
from tools.bootstrap.rulebook import load_rulebook
from tools.bootstrap.source import parse_story
from tools.bootstrap.story import MentionMark, Story, TriggerMark

HEADER = """id: b99-1_test
title: عنوان
published: 2001-02-03
outlet: صحيفة
style: agency
region: nowhere
topic: test
---

@headline عنوان

"""


def story_of(body: str) -> Story:
    return parse_story("b99-1_test", HEADER + body)


def codes_of(body: str, *, level: str = "error") -> list[str]:
    content = HEADER + body
    story = parse_story("b99-1_test", content)
    findings = check_story(story, content, load_rulebook())
    return [finding.code for finding in findings if finding.level == level]


def filler_of(story: Story, role: str) -> MentionMark | TriggerMark:
    found = [a for trigger in story.triggers for a in trigger.arguments if a.role == role]
    assert len(found) == 1
    argument = found[0]
    if argument.mention is not None:
        return story.mentions[argument.mention]
    assert argument.trigger is not None
    return story.triggers[argument.trigger]


def test_the_text_is_what_remains_without_markup() -> None:
    story = story_of("{STATE#1 قال} و[TTL=x لرئيس [NORP=ml المالي]].\nثم سكت.\n\nفقرة ثانية.\n")
    assert story.text == "عنوان\n\nقال ولرئيس المالي. ثم سكت.\n\nفقرة ثانية."


def test_single_breaks_part_paragraphs_by_one_line_feed() -> None:
    content = HEADER.replace("topic: test", "topic: test\nbreaks: single") + "جملة.\n"
    assert parse_story("b99-1_test", content).text == "عنوان\nجملة."


def test_every_mark_stands_where_the_text_has_its_words() -> None:
    story = story_of("و[GOV=g وزارة [NORP=ml المالية]] {STATE نفت} ال[GPE=x خبر].\n")
    marks: list[MentionMark | TriggerMark] = [*story.mentions, *story.triggers]
    for mark in marks:
        assert story.text[mark.start : mark.end] == mark.text
    assert [mark.text for mark in story.mentions] == ["وزارة المالية", "المالية", "خبر"]


def test_a_trigger_may_lie_inside_a_mention() -> None:
    story = story_of("نقل [GRP=hurt {INJURE#1 الجرحى}].\n> 1 Patient=hurt\n")
    assert filler_of(story, "Patient").text == "الجرحى"


def test_attributes_follow_the_words_after_the_dot() -> None:
    story = story_of("[GPE.metonym=ml باماكو] {MEET.future سيلتقي} {AGREE.hyp.neg اتفاق}.\n")
    assert story.mentions[0].metonym
    meet, agree = story.triggers
    assert (meet.modality, meet.tense, meet.polarity) == ("future", "future", "pos")
    assert (agree.modality, agree.tense, agree.polarity) == ("hypothetical", "unspecified", "neg")


def test_a_level_not_given_is_that_of_the_type() -> None:
    story = story_of("[GRP وفد] [PER=a سمير] [PER.NOM=b مصدر].\n")
    assert [mark.level for mark in story.mentions] == ["NOM", "NAM", "NOM"]


def test_a_filler_named_by_identity_is_the_name_before_the_title() -> None:
    story = story_of("{STATE#1 قال} [TTL=sam الوزير] [PER=sam سمير].\n> 1 Agent=sam\n")
    assert filler_of(story, "Agent").text == "سمير"


def test_a_filler_must_be_of_a_type_the_role_takes_if_there_is_one() -> None:
    body = "{ATTACK#1 قصف} [NORP=ml مالي] [DATE=2001-02-03 أمس] [FAC=ml ميناء].\n> 1 Target=ml\n"
    assert filler_of(story_of(body), "Target").text == "ميناء"


def test_a_type_names_its_only_mention_and_with_a_number_one_of_several() -> None:
    story = story_of("{DIE#1 مقتل} [NUM 3] و[NUM 4].\n> 1 Patient=NUM2\n")
    assert filler_of(story, "Patient").text == "4"
    assert codes_of("{DIE#1 مقتل} [NUM 3] و[NUM 4].\n> 1 Patient=NUM\n") == ["argument"]


def test_an_event_fills_a_role() -> None:
    story = story_of("{CEASE#1 إنهاء} {WAR#2 الحرب}.\n> 1 Target=2\n")
    assert filler_of(story, "Target").text == "الحرب"


def test_a_caret_looks_in_earlier_lines() -> None:
    body = "[GRP=g وفد] و[GRP=g وفد آخر].\n{MOVE#1 وصل} هنا.\n> 1 Agent=^g\n"
    assert filler_of(story_of(body), "Agent").text == "وفد آخر"


def test_without_a_caret_another_line_is_not_looked_at() -> None:
    assert codes_of("[GRP=g وفد].\n{MOVE#1 وصل} هنا.\n> 1 Agent=g\n") == ["argument"]


def test_a_dateline_opens_the_sentence_below_it() -> None:
    story = story_of("@dateline [GPE=x باماكو] -\nجملة أولى.\n")
    sentence = story.sentences[-1]
    assert story.text[sentence.start : sentence.end] == "باماكو - جملة أولى."


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[GPE=x باماكو.\n", "open"),
        ("باماكو].\n", "close"),
        ("[GPE {STATE قال] هنا}.\n", "close"),
        ("[COUNTRY مالي].\n", "type"),
        ("[STATE قال].\n", "type"),
        ("[GPE.big مالي].\n", "word"),
        ("[GPEمالي].\n", "tag"),
        ("{STATE قال}  مرتين.\n", "spacing"),
        ("[PER=x [GPE=y مالي]].\n", "same-span"),
        ("«[ORG=x الأفق»].\n", "edge"),
        ("{STATE#1 قال}.\n> 2 Agent=x\n", "argument"),
        ("{STATE#1 قال} [PER=x زيد].\n> 1 Winner=x\n", "role"),
        ("{STATE#1 قال} [MON=x درهم].\n> 1 Agent=x\n", "filler"),
        ("{JOIN#1 انضم} [ORG=x أ] و[ORG=y ب].\n> 1 Org=x,y\n", "cardinality"),
        ("{STATE#1 قال} [PER=x زيد].\n> 1 Agent=x,x\n", "twice"),
        ("[PER#a زيد] و[PER#a عمر].\n", "handle"),
        ("[DATE=2001 عام [NUM 2001]].\n", "nested-number"),
        ("[ORG.metonym=x الأفق].\n", "metonym"),
        ("@byline {STATE كتب} زيد\n", "zone"),
        ("@verse نظم\n", "zone"),
    ],
)
def test_a_mistake_is_an_error_with_a_name(body: str, code: str) -> None:
    assert code in codes_of(body)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("جاء [GPE=x والمغرب].\n", "clitic"),
        ("إلى [GPE=x ولاية].\nمن م[GPE=y دينة].\n", "cut"),
        ("إلى ل[GPE=x الرباط].\n", "cut"),
        ("عاد [GPE=x الرباط]ية.\n", "cut"),
        ("{MEET أجرى محادثات}.\n", "long-trigger"),
        ("{MEET عقد} جلسة.\n", "light-verb"),
        ("[PER=x الدكتور سمير].\n", "title"),
        ("[GPE=ml مالي] ثم ومالي.\n", "repeated"),
        ("{ATTACK القصف} ثم القصف.\n", "repeated-trigger"),
        ("مات 17 منهم.\n", "number"),
        ("وصل الثلاثاء.\n", "date"),
        ("الجيش الفرنسي.\n", "nisba"),
        ("وأعلن زيد.\n", "saying"),
        ("بعد الهجوم.\n", "happening"),
        ("[PER سمير].\n", "identity"),
        ("[GPE=a صور] ثم [PER=b صور].\n", "two-types"),
    ],
)
def test_a_suspicion_is_a_warning_with_a_name(body: str, code: str) -> None:
    assert code in codes_of(body, level="warning")


@pytest.mark.parametrize("name", ["والي", "فالنسيا", "بالي", "كاليفورنيا", "ولاية الجزيرة"])
def test_a_root_letter_is_no_clitic(name: str) -> None:
    assert "clitic" not in codes_of(f"زار [GPE=x {name}].\n", level="warning")


def test_ok_lets_a_warning_of_the_line_above_stand_but_no_error() -> None:
    assert "nisba" not in codes_of("الجيش الفرنسي.\n#ok nisba\n", level="warning")
    assert "nisba" in codes_of("الجيش الفرنسي.\nالعلم الفرنسي.\n#ok nisba\n", level="warning")
    assert "type" in codes_of("[NOPE x].\n#ok type\n")


def test_a_place_is_told_by_line_and_column() -> None:
    finding = story_of("جاء [NOPE x].\n").findings[0]
    assert (finding.place.line, finding.place.column) == (12, 5)


def test_a_plain_copy_reads_back_to_the_same_text_without_marks() -> None:
    story = story_of("@dateline [GPE=x باماكو] -\n{STATE قال} [PER=y زيد].\nثم سكت.\n\nفقرة.\n")
    bare = parse_story(story.name, plain_source(story))
    assert bare.text == story.text
    assert bare.sentences != ()
    assert [zone.kind for zone in bare.zones] == [zone.kind for zone in story.zones]
    assert (bare.mentions, bare.triggers) == ((), ())
