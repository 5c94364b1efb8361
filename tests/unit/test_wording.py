"""The interface's language: which is chosen, how messages are worded and counted in it."""

from collections.abc import Iterator

import pytest

from annotator.wording import (
    counted,
    marked,
    reading_direction,
    settled_language,
    spoken_language,
    use_language,
    worded,
)


@pytest.fixture
def _in_arabic() -> Iterator[None]:
    use_language("ar")
    yield
    use_language("en")


def test_english_stands_as_it_is_written() -> None:
    assert (worded("accept"), marked("accept")) == ("accept", "accept")
    assert counted("{count} word", "{count} words", 1) == "1 word"
    assert counted("{count} word", "{count} words", 11) == "11 words"
    assert reading_direction() == "ltr"


@pytest.mark.usefixtures("_in_arabic")
def test_arabic_comes_from_its_catalogue() -> None:
    assert (worded("accept"), spoken_language()) == ("قبول", "ar")
    assert reading_direction() == "rtl"


@pytest.mark.usefixtures("_in_arabic")
@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا كلمات"),
        (1, "كلمة واحدة"),
        (2, "كلمتان"),
        (3, "3 كلمات"),
        (10, "10 كلمات"),
        (11, "11 كلمة"),
        (99, "99 كلمة"),
        (100, "100 كلمة"),
        (103, "103 كلمات"),
    ],
)
def test_arabic_counts_in_six_forms(count: int, words: str) -> None:
    assert counted("{count} word", "{count} words", count) == words


@pytest.mark.usefixtures("_in_arabic")
def test_what_no_catalogue_knows_stays_english() -> None:
    assert worded("some words nobody translated") == "some words nobody translated"
    assert worded("") == ""


def test_a_value_is_taken_as_it_is() -> None:
    assert worded("copied: {words}", words="{0} {words}") == "copied: {0} {words}"
    assert worded("a { that belongs to no placeholder") == "a { that belongs to no placeholder"


@pytest.mark.parametrize(
    ("choice", "environment", "language"),
    [
        ("auto", {}, "en"),
        ("auto", {"LANG": "C.UTF-8"}, "en"),
        ("auto", {"LANG": "ar_EG.UTF-8"}, "ar"),
        ("auto", {"LANG": "de_DE.UTF-8"}, "en"),
        ("auto", {"LC_ALL": "en_GB.UTF-8", "LANG": "ar_EG.UTF-8"}, "en"),
        ("auto", {"LC_MESSAGES": "ar", "LANG": "C"}, "ar"),
        ("auto", {"LANGUAGE": "ar:en", "LANG": "en_US.UTF-8"}, "ar"),
        ("en", {"LANG": "ar_EG.UTF-8"}, "en"),
        ("ar", {"LANG": "C"}, "ar"),
    ],
)
def test_the_setting_goes_before_the_locale(
    choice: str, environment: dict[str, str], language: str
) -> None:
    assert settled_language(choice, environment) == language
