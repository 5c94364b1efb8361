"""No suggestion cuts a letter of a root, leaves a proclitic in, or swallows what is not its own."""

import pytest

from annotator.model.suggestion import SuggestedMention
from tests.unit.suggesters.readings import read
from tests.unit.suggesters.test_arguments import STACK

WHOLE = (
    "وزير والد بوتين وارسو بغداد لبنان كييف فلاديمير لندن بيان وفد واشنطن فرنسا كوشنر فلسطين لافروف"
)
JOINED = ("وكوشنر", "لموسكو", "بالكرملين", "والجمعة", "ولبنان", "فبغداد", "بكييف")


def spans(text: str) -> list[str]:
    """The surfaces of every mention suggested, unresolved."""
    reading = read(text)
    return [
        suggestion.span.of(text)
        for suggester in STACK
        if suggester.stage == "mentions"
        for suggestion in suggester.suggest(reading, ())
        if isinstance(suggestion, SuggestedMention)
    ]


@pytest.mark.parametrize("word", WHOLE.split())
def test_a_word_that_begins_like_a_proclitic_is_whole_or_left_alone(word: str) -> None:
    assert set(spans(f"ذكر أحدهم {word} مرة أخرى")) <= {word}


@pytest.mark.parametrize("word", JOINED)
def test_a_proclitic_is_cut_from_a_name(word: str) -> None:
    assert set(spans(f"ذكر أحدهم {word} مرة")) == {word[1:]}


def test_two_proclitics_and_the_swallowed_article() -> None:
    assert "لرئيس" in spans("قيل وللرئيس ذلك")


def test_a_title_does_not_swallow_the_name() -> None:
    assert {"الرئيس الروسي", "فلاديمير بوتين"} <= set(spans("وصل الرئيس الروسي فلاديمير بوتين"))


@pytest.mark.parametrize(
    "sentence", ["جاء ذلك في إطار الحوار", "وضع إطارا للحوار", "خارج هذا الإطار"]
)
def test_a_common_word_is_no_city_in_any_of_its_spellings(sentence: str) -> None:
    assert not {"إطار", "إطارا", "الإطار"} & set(spans(sentence))
