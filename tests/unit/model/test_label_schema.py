"""The questions a label schema answers."""

import hashlib

import pytest
from pydantic import ValidationError

from annotator.model.label_schema import Fillers
from annotator.model.label_types import Boundary, Nesting
from tests.unit.model.schema_texts import COMPLETE, parsed

SCHEMA = parsed()


def test_parts_stand_under_their_names_in_the_order_of_the_file() -> None:
    assert (SCHEMA.name, SCHEMA.version, SCHEMA.language) == ("news", 3, "ar")
    assert list(SCHEMA.entities) == ["PER", "ORG", "GPE", "DATE"]
    assert list(SCHEMA.roles) == ["Agent", "Target", "Place"]
    person = SCHEMA.entities["PER"]
    assert (person.key, person.ar, person.en) == ("p", "شخص", "person")
    assert (person.color, person.definition) == ("#4fc1ff", "One person.")
    assert person.map == {"other": "PERS"}
    assert SCHEMA.events["ATTACK"].codes == {"cameo": "18|19"}
    assert SCHEMA.events["ATTACK"].expected == ("Agent", "Place")
    assert SCHEMA.nesting == Nesting(max_depth=2, same_span="allowed")
    assert SCHEMA.boundary == Boundary(proclitics_outside=("و", "ف"), edge_punctuation="inside")


def test_the_check_sum_is_of_the_bytes_of_the_file() -> None:
    assert SCHEMA.sha256 == hashlib.sha256(COMPLETE.encode()).hexdigest()
    assert parsed(COMPLETE + "# a remark\n").sha256 != SCHEMA.sha256


def test_an_event_type_has_its_own_roles_then_the_common_ones() -> None:
    assert SCHEMA.event_roles("ATTACK") == ("Target", "Agent", "Place")


def test_a_role_of_its_own_replaces_the_common_rule() -> None:
    assert SCHEMA.event_roles("MOVE") == ("Place",)
    assert SCHEMA.fillers("MOVE", "Place").entity_types == {"GPE", "DATE"}
    assert SCHEMA.cardinality("MOVE", "Place") == (0, 1)


def test_groups_are_expanded_in_what_may_fill_a_role() -> None:
    assert SCHEMA.fillers("ATTACK", "Target") == Fillers(frozenset({"PER", "ORG", "GPE"}), False)
    assert SCHEMA.fillers("ATTACK", "Agent") == Fillers(frozenset({"PER"}), True)
    assert SCHEMA.fillers("ATTACK", "Place") == Fillers(frozenset({"GPE"}), False)


def test_cardinality_is_the_fewest_and_the_most() -> None:
    assert SCHEMA.cardinality("ATTACK", "Target") == (1, 2)
    assert SCHEMA.cardinality("ATTACK", "Agent") == (0, 1)
    assert SCHEMA.cardinality("ATTACK", "Place") == (0, None)


def test_groups_are_expanded_in_the_ends_of_a_relation() -> None:
    assert SCHEMA.relation_sources("PER-SOC") == {"PER"}
    assert SCHEMA.relation_targets("PER-SOC") == {"PER", "ORG"}


def test_a_document_label_is_a_choice_or_free_text() -> None:
    assert SCHEMA.document_labels["topic"].values == ("war", "trade")
    assert SCHEMA.document_labels["topic"].default == "war"
    assert SCHEMA.document_labels["remark"].values == ()
    assert SCHEMA.document_labels["remark"].default is None


def test_attributes_may_be_of_some_types_only() -> None:
    assert SCHEMA.entity_attribute_names("GPE") == ("level", "metonym")
    assert SCHEMA.entity_attribute_names("PER") == ("level",)
    assert SCHEMA.event_attribute_names("MOVE") == ("modality", "negated", "tense")


def test_a_key_cycles_through_the_values_of_an_attribute() -> None:
    assert SCHEMA.entity_attributes["level"].choices == ("NAM", "NOM")
    assert SCHEMA.entity_attributes["metonym"].choices == (False, True)


def test_a_type_may_have_a_default_of_its_own() -> None:
    assert SCHEMA.default_attribute("PER", "level") == "NAM"
    assert SCHEMA.default_attribute("ORG", "level") == "NOM"


def test_the_default_of_a_flag_is_a_truth_value() -> None:
    assert SCHEMA.default_attribute("GPE", "metonym") is False
    assert SCHEMA.default_attribute("ATTACK", "negated") is False


def test_a_default_follows_another_attribute() -> None:
    assert SCHEMA.default_attribute("ATTACK", "tense") == "past"
    assert SCHEMA.attribute_value("ATTACK", "tense", {"modality": "future"}) == "coming"
    assert SCHEMA.attribute_value("ATTACK", "tense", {"negated": True}) == "coming"
    assert SCHEMA.attribute_value("ATTACK", "tense", {"modality": "asserted"}) == "past"


def test_what_somebody_set_goes_before_what_follows() -> None:
    given = {"modality": "future", "tense": "past"}
    assert SCHEMA.attribute_value("ATTACK", "tense", given) == "past"


def test_an_attribute_that_the_type_lacks_is_not_followed() -> None:
    schema = parsed(
        COMPLETE.replace('default: asserted, key: "?"', 'default: asserted, key: "?", only: [MOVE]')
    )
    assert schema.attribute_value("MOVE", "tense", {"modality": "future"}) == "coming"
    assert schema.attribute_value("ATTACK", "tense", {"modality": "future"}) == "past"


def test_keys_of_any_length_find_their_types_and_roles() -> None:
    assert SCHEMA.entity_type_for_key("gd") == "DATE"
    assert SCHEMA.entity_type_for_key("g") is None
    assert SCHEMA.event_type_for_key("k") == "ATTACK"
    assert SCHEMA.event_type_for_key("p") is None
    assert SCHEMA.role_for_key("ATTACK", "l") == "Place"
    assert SCHEMA.role_for_key("MOVE", "a") is None


@pytest.mark.parametrize(
    ("event_type", "role"), [("MEET", "Place"), ("ATTACK", "Instrument"), ("MOVE", "Agent")]
)
def test_a_role_that_its_event_type_lacks_is_a_key_error(event_type: str, role: str) -> None:
    with pytest.raises(KeyError):
        SCHEMA.fillers(event_type, role)
    with pytest.raises(KeyError):
        SCHEMA.cardinality(event_type, role)


@pytest.mark.parametrize(
    ("type_name", "attribute"), [("PER", "metonym"), ("PER", "tense"), ("NIX", "level")]
)
def test_an_attribute_that_its_type_lacks_is_a_key_error(type_name: str, attribute: str) -> None:
    with pytest.raises(KeyError):
        SCHEMA.default_attribute(type_name, attribute)


def test_a_label_schema_does_not_change() -> None:
    with pytest.raises(ValidationError):
        SCHEMA.name = "other"  # type: ignore[misc]  # what the test is about
