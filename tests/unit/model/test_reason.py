"""Reasons: English as data, any language for the eye, values and numbers in their place."""

from collections.abc import Iterator

import pytest

from annotator.model.reason import Reason, because, because_count, explained
from annotator.wording import use_language

NESTED = because(
    "{why}; right {accepted} of {count} times here",
    why=because("a form of {word}", word="قتل"),
    accepted=3,
    count=5,
)


@pytest.fixture
def _in_arabic() -> Iterator[None]:
    use_language("ar")
    yield
    use_language("en")


def test_data_has_it_in_english() -> None:
    assert str(because("a number")) == "a number"
    assert str(NESTED) == "a form of قتل; right 3 of 5 times here"
    told = [
        str(because_count("confirmed once", "confirmed {count} times", count)) for count in (1, 7)
    ]
    assert told == ["confirmed once", "confirmed 7 times"]


@pytest.mark.usefixtures("_in_arabic")
def test_a_person_has_it_in_the_language_spoken() -> None:
    assert explained(NESTED) == "صيغة من «قتل»؛ أصاب هنا 3 من 5"
    assert explained(because_count("confirmed once", "confirmed {count} times", 2)) == "أُكِّد مرتين"
    assert str(NESTED).startswith("a form of"), "data stays English"


@pytest.mark.usefixtures("_in_arabic")
@pytest.mark.parametrize("sentence", ["my own rule {x}", "", "{"])
def test_a_plain_sentence_stays_as_its_suggester_gave_it(sentence: str) -> None:
    assert explained(sentence) == sentence


def test_braces_in_a_value_are_text() -> None:
    assert explained(Reason("a form of {word}", (("word", "{0}{word}"),))) == "a form of {0}{word}"
