"""The word lists fit each other and the label schemas that ship."""

import pytest

from annotator.services.schemas import load_schema
from annotator.suggesters.concepts import CONCEPTS, concept_types
from annotator.suggesters.event_types import event_types
from annotator.suggesters.lexicon import keys, packed, sections
from annotator.suggesters.trigger_lexicon import trigger_entries


def test_every_event_type_of_the_lists_is_one_of_the_schema_with_the_roles_it_is_given() -> None:
    schema = load_schema("siyasa")
    assert list(sections("triggers")) == list(sections("roles")) != []
    assert set(sections("triggers")) == set(schema.events)
    for event_type, entries in sections("roles").items():
        roles = {entry.partition("=")[2] for entry in entries}
        assert roles <= set(schema.event_roles(event_type))


def test_every_concept_has_its_type_in_siyasa_and_the_four_in_anercorp() -> None:
    assert set(concept_types(load_schema("siyasa"))) == set(CONCEPTS)
    types = concept_types(load_schema("anercorp"))
    assert types["person"] == "PERS"
    assert types["military"] == "ORG"
    assert "title" not in types


def test_a_schema_without_events_has_no_event_types() -> None:
    assert event_types(load_schema("anercorp")) == {}


@pytest.mark.parametrize("form", ["اعلنت", "سيعلنون", "محادثاتهما", "هجوما", "دعت", "التقوا"])
def test_inflected_forms_are_known(form: str) -> None:
    assert form in trigger_entries()


@pytest.mark.parametrize("name", ["places", "titles", "given_names", "groups", "nisbas", "time"])
def test_word_lists_hold_no_empty_section(name: str) -> None:
    assert all(sections(name).values())


def test_packed_tables_are_complete() -> None:
    assert all(packed("gazetteer.tsv.gz", k) for k in ("city", "country", "region", "weak-city"))
    assert all(packed("calendar.tsv.gz", kind) for kind in ("currency", "month", "weekday"))


def test_entries_are_folded() -> None:
    assert "كره" not in keys("organisations", "place")
    assert "مدينه" in keys("organisations", "place")
