"""What was confirmed is suggested again, in every spelling."""

from annotator.protocols import Memory
from annotator.suggesters.memory import MemorySuggester
from annotator.suggesters.trigger_memory import TriggerMemorySuggester
from tests.unit.suggesters.readings import mentions, read, triggers


def test_a_confirmed_surface_is_suggested_again_in_another_spelling() -> None:
    memory = Memory(mentions={"برلمان زنقوطه": {"GOV": 1}})
    assert mentions(MemorySuggester(), read("في بَرلمان زنقوطة", memory=memory)) == [
        ("بَرلمان زنقوطة", "GOV")
    ]


def test_a_confirmed_name_is_never_split() -> None:
    memory = Memory(mentions={"وقواق": {"PER": 1}})
    assert mentions(MemorySuggester(), read("التقى وقواق أمس", memory=memory)) == [("وقواق", "PER")]


def test_the_type_confirmed_most_often_wins_and_counts_raise_the_score() -> None:
    reading = read("وصل زرياب", memory=Memory(mentions={"زرياب": {"ORG": 1, "PER": 3}}))
    [suggestion] = MemorySuggester().suggest(reading, ())
    assert suggestion.type == "PER"
    assert suggestion.score > 0.9


def test_a_type_of_another_schema_is_not_suggested() -> None:
    memory = Memory(mentions={"زرياب": {"GRP": 1}})
    assert mentions(MemorySuggester(), read("زرياب", schema="anercorp", memory=memory)) == []


def test_a_trigger_is_known_with_and_without_its_article() -> None:
    memory = Memory(triggers={"هرجله": {"PROTEST": 2}})
    assert triggers(TriggerMemorySuggester(), read("بدأت الهرجلة", memory=memory)) == [
        ("الهرجلة", "PROTEST")
    ]
