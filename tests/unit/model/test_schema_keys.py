"""Keys of a label schema can be pressed, are free on the screen, and do not hide each other."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.schema_problems import SchemaError
from tests.unit.model.schema_texts import COMPLETE, parsed, problems_after


@pytest.mark.parametrize("letter", "bhqz")
def test_the_entity_layer_keeps_four_letters(letter: str) -> None:
    assert problems_after("key: p", f"key: {letter}") == [
        f'line 9: the key "{letter}" of entity type PER is kept for the screen; use none of b h q z'
    ]


@pytest.mark.parametrize("letter", "bhz")
@pytest.mark.parametrize(
    ("key", "line", "owner"),
    [
        ("key: m", 26, "event type MOVE"),
        ("key: x", 18, "role Target"),
        ("key: s", 33, "relation PER-SOC"),
    ],
)
def test_the_event_layer_keeps_three_letters(letter: str, key: str, line: int, owner: str) -> None:
    assert problems_after(key, f"key: {letter}") == [
        f'line {line}: the key "{letter}" of {owner} is kept for the screen; use none of b h z'
    ]


def test_q_is_free_outside_the_entity_layer() -> None:
    text = COMPLETE.replace("key: m", "key: q").replace("key: x", "key: q")
    assert parsed(text).event_type_for_key("q") == "MOVE"


def test_a_kept_letter_is_refused_inside_a_longer_key() -> None:
    (problem,) = problems_after("key: gd", "key: db")
    assert problem.startswith('line 12: the key "db" of entity type DATE is kept for the screen;')


@pytest.mark.parametrize("key", ["P", "1", "ش", "'p '", "p-", '"+"'])
def test_types_and_roles_have_lower_case_latin_letters(key: str) -> None:
    (problem,) = problems_after("key: p", f"key: {key}")
    assert problem.endswith("of entity type PER is refused; use lower-case letters a to z")


@pytest.mark.parametrize("sign", [",", ".", "[", "=", ";", "!", "\\", "`", "**", "؟"])
def test_an_attribute_takes_no_sign_that_the_screen_has_a_use_for(sign: str) -> None:
    (problem,) = problems_after('key: "*"', f"key: '{sign}'")
    assert problem == (
        f'line 15: the key "{sign}" of attribute metonym is kept for the screen;'
        " use a letter or one of $ & ' * - / ? @ ^ _ | ~"
    )


def test_an_attribute_may_have_a_free_letter() -> None:
    assert parsed(COMPLETE.replace('key: "*"', "key: m")).entity_attributes["metonym"].key == "m"
    (problem,) = problems_after('key: "*"', "key: q")
    assert problem == (
        'line 15: the key "q" of attribute metonym is kept for the screen; use none of b h q z'
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("key: o", "key: p", 'line 10: the key "p" of entity type ORG is also that of'),
        ('key: "*"', "key: p", 'line 15: the key "p" of attribute metonym is also that of'),
        (
            "key: gd",
            "key: pd",
            'line 12: the key "pd" of entity type DATE begins with "p", that of',
        ),
    ],
)
def test_a_key_hidden_by_that_of_an_entity_type_is_refused(
    old: str, new: str, problem: str
) -> None:
    assert problems_after(old, new) == [f"{problem} entity type PER; give one of them another"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "key: m",
            "key: k",
            '26: the key "k" of event type MOVE is also that of event type ATTACK',
        ),
        (
            'key: "-"',
            "key: m",
            '29: the key "m" of attribute negated is also that of event type MOVE',
        ),
        (
            'key: "-"',
            "key: /",
            '30: the key "/" of attribute tense is also that of attribute negated',
        ),
    ],
)
def test_a_key_hidden_by_another_of_the_event_layer_is_refused(
    old: str, new: str, problem: str
) -> None:
    assert problems_after(old, new) == [f"line {problem}; give one of them another"]


def test_relations_have_a_layer_of_their_own() -> None:
    other = "  near: {key: %s, ar: قرب, en: near, source: [GPE], target: [GPE]}\ndocument_labels:\n"
    assert parsed(COMPLETE.replace("document_labels:\n", other % "p")).relations["near"].key == "p"
    assert problems_after("document_labels:\n", other % "s") == [
        (
            'line 34: the key "s" of relation near is also that of relation PER-SOC;'
            " give one of them another"
        )
    ]


def test_one_short_key_hides_every_longer_one() -> None:
    assert len(problems_after("key: p", "key: g")) == 2


def test_role_keys_clash_only_within_an_event_type_and_are_told_once() -> None:
    two_types = (
        "  STRIKE: {key: s, ar: ضربة, en: strike, roles: {Target: {types: [GPE]}}}\n"
        "  RAID: {key: r, ar: غارة, en: raid, roles: {Target: {types: [GPE]}}}\nevent_attributes:\n"
    )
    text = COMPLETE.replace("key: x", "key: l").replace("event_attributes:\n", two_types)
    with pytest.raises(SchemaError) as raised:
        parsed(text)
    (problem,) = raised.value.problems
    assert problem.line == 19
    assert problem.message == (
        'the key "l" of role Place is also that of role Target; give one of them another'
        " (both are in event type ATTACK)"
    )


def test_roles_that_never_meet_may_share_a_key() -> None:
    lone = COMPLETE.replace("common_roles:\n  Place: {types: [GPE]}\n", "").replace(
        "expected: [Agent, Place]", "expected: [Agent]"
    )
    schema = parsed(lone.replace("key: x", "key: l"))
    assert schema.role_for_key("ATTACK", "l") == "Target"
    assert schema.role_for_key("MOVE", "l") == "Place"


@given(st.lists(st.text("acd", min_size=1, max_size=3), min_size=2, max_size=6))
def test_keys_are_accepted_exactly_when_none_begins_with_another(keys: list[str]) -> None:
    types = "".join(
        f'  T{index}: {{key: {key}, ar: نوع, en: type, color: "#00000{index}"}}\n'
        for index, key in enumerate(keys)
    )
    text = f"name: x\nversion: 1\nlanguage: ar\nentities:\n{types}"
    if any(one.startswith(other) for one, other in permutations(keys, 2)):
        with pytest.raises(SchemaError, match="give one of them another"):
            parsed(text)
    else:
        assert [parsed(text).entity_type_for_key(key) for key in keys] == [
            f"T{index}" for index in range(len(keys))
        ]
