"""From bytes to a label schema: what has the wrong shape is told by line, with the remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.schema_parsing import parse_schema
from annotator.model.schema_problems import SchemaError
from tests.unit.model.schema_texts import COMPLETE, parsed, problems_after


def test_names_and_a_type_are_enough() -> None:
    schema = parsed(
        "name: NO\nversion: 012\nlanguage: ar\n"
        'entities: {PER: {key: p, ar: شخص, en: person, color: "#ffffff"}}\n'
    )
    assert (schema.name, schema.version) == ("NO", 12)
    assert (schema.nesting.max_depth, schema.nesting.same_span) == (1, "forbidden")
    assert schema.boundary.proclitics_outside == ()
    assert [schema.events, schema.relations, schema.document_labels, schema.groups] == [{}] * 4


def test_the_first_problem_by_line_is_the_message_and_all_are_kept() -> None:
    text = COMPLETE.replace("version: 3", "version: 1.10").replace("key: x", "kye: x")
    with pytest.raises(SchemaError) as raised:
        parsed(text)
    assert str(raised.value) == (
        'x.yaml line 2: version of the label schema is "1.10", not a whole number;'
        " write one such as 1"
    )
    assert [(problem.line, problem.message) for problem in raised.value.problems[1:]] == [
        (18, 'roles.Target has no "key"; add it'),
        (18, 'unknown field "kye" in roles.Target; take it out or mend its spelling'),
    ]


def test_problems_stand_in_the_order_of_the_file() -> None:
    with pytest.raises(SchemaError) as raised:
        parsed("events: []\nlanguage: ar\nversion: one\nname: ''\n")
    assert [problem.line for problem in raised.value.problems] == [1, 3, 4]


@pytest.mark.parametrize("version", ["0", "-1", "1_0", "one", "''", "[1]"])
def test_a_version_is_a_whole_number(version: str) -> None:
    (problem,) = problems_after("version: 3", f"version: {version}")
    assert problem.startswith("line 2: version of the label schema ")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("name: news\n", "", 'line 1: the label schema has no "name"; add it'),
        ("name: news", "name: ' '", "line 1: name of the label schema is empty; write a word"),
        (
            "en: person,",
            "",
            'line 9: entities.PER has no "en"; add it',
        ),
        (
            'en: organisation, color: "#c792ea"',
            "en: organisation,\n    color: purple",
            (
                'line 11: color of entities.ORG is "purple", not a colour;'
                " write # and six hexadecimal digits, in quotes"
            ),
        ),
        (
            "kind: flag, default: false",
            "kind: switch, default: false",
            "line 15: kind of entity_attributes.metonym is \"switch\"; write 'choice' or 'flag'",
        ),
        (
            "[PER, ORG]",
            "PER",
            "line 7: actor of groups must be a list; put it in [ ]",
        ),
        (
            "expected: [Agent, Place]",
            "expected: [Agent, [Place]]",
            (
                "line 25: item 2 of events.ATTACK.expected must be one word or text;"
                " take it out of its brackets"
            ),
        ),
        (
            "{types: [GPE]}",
            "{types: []}",
            "line 21: types of common_roles.Place is empty; list at least one name",
        ),
        (
            "{types: [GPE]}",
            "[GPE]",
            "line 21: Place of common_roles must be a map; put its fields in { }",
        ),
        (
            "codes: {cameo",
            "codes: {plover: [A], cameo",
            (
                "line 25: plover of events.ATTACK.codes must be one word or text;"
                " take it out of its brackets"
            ),
        ),
        (
            "map: {other: PERS}",
            "map: PERS",
            (
                "line 9: map of entities.PER must be a map;"
                " put it in { } with a name before each colon"
            ),
        ),
        (
            "language: ar",
            "language: ar\nsha256: abc",
            'line 4: unknown field "sha256"; take it out',
        ),
    ],
)
def test_a_wrong_shape_is_told_by_line_with_its_remedy(old: str, new: str, problem: str) -> None:
    assert problems_after(old, new) == [problem]


@pytest.mark.parametrize(
    "written", ["n", "1", "0..0", "2..1", "0...n", "n..n", "0..", "1-2", "٠..n"]
)
def test_a_wrong_cardinality_is_refused(written: str) -> None:
    assert problems_after('card: "1..2"', f'card: "{written}"') == [
        (
            f'line 24: card of events.ATTACK.roles.Target is "{written}", not a cardinality;'
            " write one such as 0..1, 1..1 or 0..n"
        )
    ]


def test_a_schema_as_data_is_written_in_the_words_of_the_file() -> None:
    schema = parsed()
    # JSON is YAML, and everything but the check sum is a field of the file.
    written = schema.model_dump_json(by_alias=True, exclude={"sha256"}, exclude_none=True)
    again = parsed(written)
    assert again == schema.model_copy(update={"sha256": again.sha256})


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_make_one_clear_error(content: bytes) -> None:
    # Too short to be a schema: the point is that no other error comes of it.
    with pytest.raises(SchemaError, match=r"^x\.yaml line \d+: "):
        parse_schema(content, source="x.yaml")


@given(st.data())
def test_any_value_in_any_place_makes_a_schema_or_one_clear_error(data: st.DataObject) -> None:
    lines = COMPLETE.splitlines()
    changed = data.draw(st.integers(0, len(lines) - 1))
    words = lines[changed].replace(",", " ,").split(" ")
    word = data.draw(st.integers(0, len(words) - 1))
    words[word] = data.draw(
        st.sampled_from(["{}", "[]", "[a]", "{a: b}", "''", "PER", "Agent", "level", "0", "true"])
    )
    lines[changed] = " ".join(words)
    assert all(1 <= line <= len(lines) + 1 for line in problem_lines("\n".join(lines)))


def problem_lines(text: str) -> list[int]:
    try:
        parsed(text)
    except SchemaError as error:
        return [problem.line for problem in error.problems]
    return []
