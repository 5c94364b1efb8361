"""What was confirmed is suggested again, in every spelling."""

import pytest

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.suggestion import SuggestedMention
from annotator.protocols import Memory
from annotator.services.schemas import load_schema
from annotator.services.suggesting import suggest_document
from annotator.suggesters.memory import MemorySuggester
from annotator.suggesters.trigger_memory import TriggerMemorySuggester
from annotator.suggesters.words import words_of
from tests.unit.suggesters.readings import mentions, read, triggers


def test_a_confirmed_surface_is_suggested_again_in_another_spelling() -> None:
    memory = Memory(mentions={"برلمان زنقوطه": {"GOV": 1}})
    assert mentions(MemorySuggester(), read("في بَرلمان زنقوطة", memory=memory)) == [
        ("بَرلمان زنقوطة", "GOV")
    ]


def test_a_confirmed_name_is_never_split() -> None:
    memory = Memory(mentions={"وقواق": {"PER": 1}})
    assert mentions(MemorySuggester(), read("التقى وقواق أمس", memory=memory)) == [("وقواق", "PER")]


def test_where_mentions_have_their_proclitics_a_surface_is_known_with_others_and_without() -> None:
    memory = Memory(mentions={"بزنقوط": {"LOC": 1}, "زنقوط": {"LOC": 2}})
    reading = read("عاد من زنقوط ثم مر بزنقوط", schema="anercorp", memory=memory)
    found = list(MemorySuggester().suggest(reading, ()))
    assert [s.span.of(reading.document.text) for s in found] == ["زنقوط", "بزنقوط"]
    assert found[0].score < found[1].score


def test_a_surface_that_has_its_proclitic_is_no_proof_that_it_is_a_whole_word() -> None:
    reading = read("مر بباريس", schema="anercorp", memory=Memory(mentions={"بباريس": {"LOC": 3}}))
    assert words_of(reading)[1].key == "باريس"


def test_each_confirmed_type_has_its_share_and_counts_raise_the_score() -> None:
    reading = read("وصل زرياب", memory=Memory(mentions={"زرياب": {"ORG": 1, "PER": 3}}))
    scores = {s.type: s.score for s in MemorySuggester().suggest(reading, ())}
    assert scores["PER"] > 2 * scores["ORG"]


@pytest.mark.parametrize("schema", ["siyasa", "anercorp"])
def test_equal_words_confirmed_with_two_types_are_judged_by_what_stands_beside_them(
    schema: str,
) -> None:
    person, place = {"siyasa": ("PER", "GPE"), "anercorp": ("PERS", "LOC")}[schema]
    memory = Memory(mentions={"زرياب": {person: 3, place: 3}})
    text = "قال الوزير زرياب إن الوفد وصل إلى زرياب."
    document = Document("d", text)
    found = suggest_document(document, load_schema(schema), memory, Annotations())
    types = [
        s.type
        for s in found
        if isinstance(s, SuggestedMention) and "زرياب" in text[s.span.start : s.span.end]
    ]
    assert types == [person, place]


def test_a_type_of_another_schema_is_not_suggested() -> None:
    memory = Memory(mentions={"زرياب": {"GRP": 1}})
    assert mentions(MemorySuggester(), read("زرياب", schema="anercorp", memory=memory)) == []


def test_a_trigger_is_known_with_and_without_its_article() -> None:
    memory = Memory(triggers={"هرجله": {"PROTEST": 2}})
    assert triggers(TriggerMemorySuggester(), read("بدأت الهرجلة", memory=memory)) == [
        ("الهرجلة", "PROTEST")
    ]
