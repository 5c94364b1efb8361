"""Whether a mention is a name or a noun is read off its words; defaults are not told."""

from dataclasses import replace

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.suggesters.mention_attributes import (
    MentionAttributeSuggester,
    class_of_mention,
    learn_mention_attributes,
    with_mention_attributes,
)
from tests.unit.suggesters.readings import read

TEXT = "وصل مصدر أمني إلى بيروت."
SOURCE = SuggestedMention(Span(4, 13), "PER", "test")
BEIRUT = SuggestedMention(Span(18, 23), "GPE", "test")


def test_a_noun_for_a_person_is_no_name() -> None:
    found = list(MentionAttributeSuggester().suggest(read(TEXT), [SOURCE, BEIRUT]))
    assert [dict(mention.attributes) for mention in found] == [{"level": "NOM"}, {}]


def test_a_label_schema_without_the_attribute_is_told_nothing() -> None:
    person = replace(SOURCE, type="PERS")
    [found] = MentionAttributeSuggester().suggest(read(TEXT, schema="anercorp"), [person])
    assert found.attributes == {}


def test_learning_takes_up_what_was_annotated() -> None:
    reading = read(TEXT)
    acting = replace(BEIRUT, attributes={"metonym": True})
    weights = learn_mention_attributes([replace(reading, known_mentions=(acting,))] * 3)
    [again] = with_mention_attributes(reading, [BEIRUT], (), weights)
    assert class_of_mention(reading.schema, again) == "NAM True"


def test_a_span_inside_a_word_is_judged_by_its_type() -> None:
    [found] = MentionAttributeSuggester().suggest(read(TEXT), [replace(BEIRUT, span=Span(19, 21))])
    assert found.attributes == {}
