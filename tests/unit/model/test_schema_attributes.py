"""Attributes of a label schema have the values that defaults and followers name."""

import pytest

from tests.unit.model.schema_texts import problems_after


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "values: [NAM, NOM], ",
            "",
            "line 14: level is a choice without values; list them or make it a flag",
        ),
        (
            "values: [NAM, NOM]",
            "values: [NAM, NOM, NAM]",
            'line 14: "NAM" is listed twice; take one out',
        ),
        (
            "default: NAM",
            "default: PRO",
            'line 14: "PRO" is not a value of level; use one of: NAM, NOM',
        ),
        (
            "default: false",
            "default: NO",
            'line 15: "NO" is not a value of metonym; use one of: false, true',
        ),
        (
            "kind: flag, default: false",
            "kind: flag, values: [yes], default: false",
            "line 15: metonym is a flag, without values; drop them or make it a choice",
        ),
        (
            "only: [GPE]",
            "only: [ATTACK]",
            'line 15: unknown entity type "ATTACK"; known: PER, ORG, GPE, DATE',
        ),
        (
            "{level: NOM}",
            "{level: nom}",
            'line 10: "nom" is not a value of level; use one of: NAM, NOM',
        ),
        (
            "{level: NOM}",
            "{levl: NOM}",
            'line 10: unknown entity attribute "levl"; did you mean level?',
        ),
        (
            "{level: NOM}",
            "{metonym: true}",
            "line 10: ORG does not have metonym; add it to metonym's only, or drop it",
        ),
        (
            "{future: coming}",
            "{futur: coming}",
            'line 31: "futur" is not a value of modality; use one of: asserted, future',
        ),
        (
            "{future: coming}",
            "{future: later}",
            'line 31: "later" is not a value of tense; use one of: past, coming',
        ),
        (
            '{"true": coming}',
            "{1: coming}",
            'line 31: "1" is not a value of negated; use one of: false, true',
        ),
        (
            "follows: {modality:",
            "follows: {mood: {a: past}, modality:",
            'line 31: unknown attribute to follow "mood"; known: modality, negated',
        ),
        (
            "follows: {modality:",
            "follows: {tense: {past: past}, modality:",
            'line 31: unknown attribute to follow "tense"; known: modality, negated',
        ),
    ],
)
def test_a_value_or_name_that_does_not_exist_is_told(old: str, new: str, problem: str) -> None:
    problems = problems_after(old, new)
    assert problem in problems
    assert len(problems) == 1


def test_what_is_followed_does_not_follow() -> None:
    assert problems_after('key: "-"}', 'key: "-", follows: {modality: {future: "true"}}}') == [
        "line 31: negated follows another itself; follow that one instead"
    ]
