"""Reading a schema file: nothing is interpreted, nothing unfolds, every refusal names its line."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InvalidDataError
from annotator.model import schema_file
from annotator.model.schema_file import Data, SchemaText, read_schema_text
from annotator.model.schema_problems import SchemaError


@pytest.fixture(autouse=True, params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML may have been built without libyaml: both parsers must do."""
    monkeypatch.setattr(schema_file, "_Loader", request.param)


def read(text: str | bytes) -> SchemaText:
    content = text.encode() if isinstance(text, str) else text
    return read_schema_text(content, source="x.yaml")


def refusal(text: str | bytes) -> str:
    with pytest.raises(SchemaError) as raised:
        read(text)
    return str(raised.value)


@pytest.mark.parametrize(
    "scalar", ["NO", "1.10", "012", "0x1F", "true", "null", "~", "2025-12-06", "1e3", "=", "<<"]
)
def test_every_scalar_stays_the_string_it_is_written_as(scalar: str) -> None:
    assert read(f"field: {scalar}\nlist: [{scalar}]").data == {"field": scalar, "list": [scalar]}


def test_an_empty_value_is_an_empty_string() -> None:
    assert read("field:\nother: ''").data == {"field": "", "other": ""}


def test_every_value_knows_its_line() -> None:
    text = read("# a comment\na:\n  b: {c: 1,\n      d: [x,\n  y]}\n")
    assert text.data == {"a": {"b": {"c": "1", "d": ["x", "y"]}}}
    assert text.lines == {
        (): 1,
        ("a",): 2,
        ("a", "b"): 3,
        ("a", "b", "c"): 3,
        ("a", "b", "d"): 4,
        ("a", "b", "d", 0): 4,
        ("a", "b", "d", 1): 5,
    }


def test_what_the_file_lacks_has_the_line_of_what_is_around_it() -> None:
    text = read("name: x\nentities:\n  PER: {key: p}\n")
    assert text.line(("entities", "PER", "color")) == 3
    assert text.line(("events", "MEET")) == 1


def test_a_byte_order_mark_is_dropped() -> None:
    assert read(b"\xef\xbb\xbfname: x").data == {"name": "x"}


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{letter}: &{letter} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, letter in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refusal(bomb) == "x.yaml line 1: anchors and aliases are refused; write it out"


@pytest.mark.parametrize("text", ["a: 1\nb: *c", "a: 1\n&c b: 1", "a: 1\n*c : 1", "\n&c {a: 1}"])
def test_anchors_and_aliases_are_refused_wherever_they_stand(text: str) -> None:
    assert refusal(text) == "x.yaml line 2: anchors and aliases are refused; write it out"


@pytest.mark.parametrize(
    "value", ["!!python/object/apply:os.system [id]", "!!int 1", "! x", "!local {a: 1}"]
)
def test_tags_are_refused(value: str) -> None:
    message = "x.yaml line 2: YAML tags are refused; take out the word after !"
    assert refusal(f"a: 1\nb: {value}") == message


def test_a_repeated_field_is_refused_with_both_lines() -> None:
    message = 'x.yaml line 3: "PER" stands on line 2 already; take one out'
    assert refusal("e:\n  PER: 1\n  'PER': 2\n") == message


def test_more_than_a_megabyte_is_refused_unread() -> None:
    assert refusal(b"\xff" * 1_000_001) == (
        "x.yaml line 1: larger than 1,000,000 bytes; keep only the label schema in it"
    )


def test_a_megabyte_of_values_stops_at_the_cap() -> None:
    message = "x.yaml line 1: more than 50,000 values; keep only the label schema"
    assert refusal("a: [" + "x," * 400_000 + "]") == message


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_a_depth_bomb_is_refused_before_it_unfolds(opening: str, closing: str) -> None:
    message = "x.yaml line 2: nested deeper than 16 levels; make it flatter"
    assert refusal("a:\n  " + opening * 3000 + "x" + closing * 3000) == message


def test_other_encodings_are_refused_with_the_line() -> None:
    message = "x.yaml line 2: not UTF-8; save the file as UTF-8"
    assert refusal("name: x\nar: شخص".encode("cp1256")) == message
    assert refusal("name: x".encode("utf-16")) == "x.yaml line 1: not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a: 1\nb: \x00", "U+0000"),
        ("a: 1\nb: \x1b]52;c;x\x07", "U+001B"),
        ("a: 1\nb: \x9b2J", "U+009B"),
        ('a: 1\nb: "\\e[2J"', "U+001B"),
        ('a: 1\n"\\0": 1', "U+0000"),
    ],
)
def test_control_characters_are_refused_even_when_escaped(text: str, name: str) -> None:
    assert refusal(text) == f"x.yaml line 2: the character {name} is refused; take it out"


def test_an_escaped_lone_surrogate_is_refused() -> None:
    assert refusal('a: 1\nb: "\\ud800"').startswith("x.yaml line 2: ")


@pytest.mark.parametrize("text", ["a: [1", "a: b: c", "a: 'x", "a:\n\t- b", "%YAML 3.0\n--- x"])
def test_broken_yaml_is_refused_in_one_line(text: str) -> None:
    message = refusal(text)
    assert "not YAML: " in message
    assert message.endswith("; mend this line or the one before")
    assert "\n" not in message


@pytest.mark.parametrize("text", ["", "# nothing\n", "just a word", "[a, b]"])
def test_anything_but_a_map_is_refused(text: str) -> None:
    assert refusal(text) == "x.yaml line 1: not a map of fields; begin with: name: …"


def test_a_second_document_is_refused() -> None:
    message = "x.yaml line 2: a second document begins; one file holds one schema"
    assert refusal("a: 1\n---\nb: 2") == message


def test_a_list_cannot_be_a_key() -> None:
    message = "x.yaml line 1: a map's key must be a word; quote it if it has brackets"
    assert refusal("? [a]\n: 1") == message


def test_a_refusal_is_invalid_data_for_the_command_line() -> None:
    with pytest.raises(InvalidDataError) as raised:
        read("")
    assert raised.value.exit_code == 4


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=8)
trees = st.dictionaries(
    words,
    st.recursive(
        words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3)
    ),
    max_size=4,
)


@given(trees)
def test_what_yaml_writes_is_read_back_as_it_was(tree: dict[str, Data]) -> None:
    written = yaml.dump(tree, allow_unicode=True, default_style='"', Dumper=_NoAliases)
    assert read(written).data == tree


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - as PyYAML calls it
        return True
