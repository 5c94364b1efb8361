"""The catalogues of the interface hold every marked string, whole and with its placeholders."""

import re
from typing import get_args

import pytest

from annotator.model.mention import Status
from annotator.tui.spoken import STATUSES
from annotator.wording import Language
from tools.wording import in_step, languages, read, source, unreadable_calls

REMEDY = "run: python -m tools.wording, then fill in the empty msgstr of annotator/locale/"
PLACEHOLDER = re.compile(r"\{(\w*)")


def test_there_is_a_catalogue_for_every_language_but_that_of_the_code() -> None:
    assert {*languages(), "en"} == set(get_args(Language))


@pytest.mark.parametrize("language", languages())
def test_the_files_are_in_step_with_the_code(language: str) -> None:
    po, mo = in_step(language)
    assert source(language).read_bytes() == po, REMEDY
    assert source(language).with_suffix(".mo").read_bytes() == mo, REMEDY


@pytest.mark.parametrize("language", languages())
def test_every_marked_string_is_translated(language: str) -> None:
    catalog = read(language)
    assert len(catalog) > 150
    missing = [
        message.id
        for message in catalog
        if message.id and not (message.string and all(message.string))
    ]
    assert missing == [], REMEDY
    for message in catalog:
        if message.pluralizable:
            assert len(message.string) == catalog.num_plurals


@pytest.mark.parametrize("language", languages())
def test_translations_have_the_placeholders_of_what_they_translate(language: str) -> None:
    wrong = []
    for message in read(language):
        originals = message.id if isinstance(message.id, tuple) else (message.id,)
        wanted = {name for original in originals for name in PLACEHOLDER.findall(str(original))}
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for string in strings:
            found = set(PLACEHOLDER.findall(str(string)))
            # a form for one or two things says the number in words
            is_agreed = found in (wanted, wanted - {"count"} if len(strings) > 1 else wanted)
            if message.id and not is_agreed:
                wrong.append((message.id, string))
    assert wrong == []


def test_no_string_is_put_together_before_it_is_translated() -> None:
    assert unreadable_calls() == [], "give values as {name} and name=value: no catalogue finds this"


def test_every_way_an_annotation_comes_about_is_marked() -> None:
    assert set(STATUSES) == set(get_args(Status))
