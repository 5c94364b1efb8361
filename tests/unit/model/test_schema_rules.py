"""The parts of a label schema agree with each other, or every contradiction is told."""

import pytest

from annotator.model.schema_parsing import parse_schema
from annotator.model.schema_problems import SchemaError
from tests.unit.model.schema_texts import COMPLETE, parsed, problems_after


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "#c792ea",
            "#4fc1ff",
            "line 10: ORG has the colour #4fc1ff of PER; give one of them another",
        ),
        (
            "actor: [PER, ORG]",
            "actor: [PER, OGR]",
            'line 7: unknown entity type "OGR"; did you mean ORG?',
        ),
        (
            "actor: [PER, ORG]",
            "actor: [PER, ORG, PER]",
            'line 7: "PER" is listed twice; take one out',
        ),
        (
            "Target: {types: [actor, GPE]",
            "Target: {types: [actor, weapon]",
            (
                'line 24: unknown entity type or group "weapon";'
                " known: PER, ORG, GPE, DATE, actor, event"
            ),
        ),
        (
            "Place: {types: [GPE]}",
            "Place: {types: [ATTACK]}",
            (
                'line 21: unknown entity type or group "ATTACK";'
                " known: PER, ORG, GPE, DATE, actor, event"
            ),
        ),
        (
            "roles: {Place: {types",
            "roles: {Palce: {types",
            'line 26: unknown role "Palce"; did you mean Place?',
        ),
        (
            "common_roles:\n",
            "common_roles:\n  Time: {types: [DATE]}\n",
            'line 21: unknown role "Time"; known: Agent, Target, Place',
        ),
        (
            "[Agent, Place]",
            "[Agent, Time]",
            'line 25: unknown role of ATTACK "Time"; known: Target, Agent, Place',
        ),
        (
            "source: [PER]",
            "source: [event]",
            'line 33: unknown entity type or group "event"; known: PER, ORG, GPE, DATE, actor',
        ),
        (
            "target: [actor]",
            "target: [actors]",
            'line 33: unknown entity type or group "actors"; did you mean actor?',
        ),
        (
            "default: war",
            "default: peace",
            'line 35: unknown value of topic "peace"; known: war, trade',
        ),
        (
            "values: [war, trade]",
            "values: [war, trade, war]",
            'line 35: "war" is listed twice; take one out',
        ),
    ],
)
def test_a_contradiction_is_told_by_line_with_its_remedy(old: str, new: str, problem: str) -> None:
    assert problems_after(old, new) == [problem]


def test_a_schema_without_anything_to_annotate_is_refused() -> None:
    with pytest.raises(SchemaError, match="line 1: nothing to annotate; declare entities, events"):
        parsed("name: x\nversion: 1\nlanguage: ar\n")


def test_document_labels_alone_are_a_schema() -> None:
    text = "name: x\nversion: 1\nlanguage: ar\ndocument_labels: {topic: {values: [war]}}\n"
    assert parsed(text).document_labels["topic"].values == ("war",)


def test_a_name_is_unknown_where_nothing_is_declared() -> None:
    text = "name: x\nversion: 1\nlanguage: ar\ngroups: {g: [PER]}\ndocument_labels: {topic: {}}\n"
    with pytest.raises(SchemaError) as raised:
        parsed(text)
    assert str(raised.value) == (
        'x.yaml line 4: unknown entity type "PER"; the label schema declares none'
    )


def test_a_map_names_types_of_the_label_schema_it_maps_to() -> None:
    other = parsed(
        "name: other\nversion: 1\nlanguage: ar\n"
        'entities: {PERS: {key: p, ar: شخص, en: person, color: "#ffffff"}}\n'
    )
    wrong = COMPLETE.replace("{other: PERS}", "{other: PERSON}")
    with pytest.raises(SchemaError) as raised:
        parse_schema(wrong.encode(), source="x.yaml", others=[other])
    assert str(raised.value) == 'x.yaml line 9: unknown type of other "PERSON"; did you mean PERS?'
    assert parse_schema(COMPLETE.encode(), source="x.yaml", others=[other]).name == "news"


def test_an_event_type_maps_to_event_types_only() -> None:
    other = parsed(COMPLETE.replace("name: news", "name: cameo"))
    text = COMPLETE.replace("codes: {cameo: ", "map: {cameo: GPE}, codes: {cameo: ")
    with pytest.raises(SchemaError) as raised:
        parse_schema(text.encode(), source="x.yaml", others=[other])
    assert str(raised.value) == ('x.yaml line 25: unknown type of cameo "GPE"; known: ATTACK, MOVE')
