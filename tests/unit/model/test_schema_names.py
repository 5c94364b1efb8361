"""Names in a label schema can be written by every exporter and mean one thing."""

import pytest

from tests.unit.model.schema_texts import COMPLETE, parsed, problems_after

WHY = (
    "white space, - and other signs break CoNLL, Wojood and brat files: use letters, digits, _ . :"
)


@pytest.mark.parametrize("name", ["NEW DATE", "SUB-DATE", "DA|TE", "2DATE", "_DATE", "DATE ", "…"])
def test_a_name_that_an_export_could_not_write_is_refused(name: str) -> None:
    problems = problems_after("  DATE: ", f'  "{name}": ')
    assert f'line 12: the name "{name}" is refused; {WHY}' in problems


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  actor: [", "  the actor: ["),
        ("  level: {", "  le-vel: {"),
        ("  Target: {key", "  Tar get: {key"),
        ("  MOVE: ", "  Movement-Transport: "),
        ("  negated: ", "  not true: "),
        ("  topic: ", "  main-topic: "),
    ],
)
def test_every_kind_of_name_is_looked_at(old: str, new: str) -> None:
    assert any("is refused; white space, -" in problem for problem in problems_after(old, new))


@pytest.mark.parametrize("name", ["Conflict:Attack", "Life.Die", "SUB_TYPE2", "هجوم"])
def test_letters_of_any_script_digits_and_a_few_signs_are_names(name: str) -> None:
    assert name in parsed(COMPLETE.replace("  MOVE: ", f"  {name}: ")).events


def test_only_a_relation_may_have_a_hyphen() -> None:
    assert "PER-SOC" in parsed().relations
    assert problems_after("PER-SOC", "PER SOC") == [
        'line 33: the name "PER SOC" is refused; use letters, digits, _ . : -'
    ]


def test_a_group_is_not_named_like_a_type() -> None:
    problems = problems_after("  actor: [", "  PER: [")
    assert 'line 7: the group "PER" has the name of a type; rename the group' in problems
    problems = problems_after("  actor: [", "  event: [")
    assert 'line 7: the group "event" has the name of a type; rename the group' in problems


def test_an_event_type_is_not_named_like_an_entity_type() -> None:
    message = 'line 26: "DATE" is an entity type and an event type; rename one of them'
    assert problems_after("  MOVE: ", "  DATE: ") == [message]


def test_no_entity_type_is_named_event() -> None:
    message = '"event" stands for every event in a role\'s types; rename the entity type'
    assert f"line 12: {message}" in problems_after("  DATE: ", "  event: ")
