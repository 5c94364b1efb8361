"""The JSON Schema that ships says what the reader accepts and the writer writes."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotator.formats.interchange import json_schema
from annotator.resources import schema_folder
from tests.golden.exports import golden_export
from tests.unit.formats.lines import line


def errors(content: dict[str, Any]) -> list[str]:
    validator = Draft202012Validator(json.loads(json_schema()))
    return [error.message for error in validator.iter_errors(content)]


def test_the_file_in_schema_is_the_one_the_models_make() -> None:
    kept = (schema_folder() / "interchange.schema.json").read_bytes()
    assert kept == json_schema().encode(), "run: python -m tools.build_interchange_schema"


def test_it_is_a_valid_json_schema() -> None:
    Draft202012Validator.check_schema(json.loads(json_schema()))


def test_every_line_of_an_export_conforms() -> None:
    content, _ = golden_export("hard.jsonl")
    for exported in content.decode().removesuffix("\n").split("\n"):
        assert errors(json.loads(exported)) == []


@pytest.mark.parametrize(
    "changed",
    [{"colour": 1}, {"doc_id": 7}, {"entities": [{}]}, {"round": 0}, {"doc_id": "a\0"}],
)
def test_what_the_reader_refuses_does_not_conform(changed: dict[str, Any]) -> None:
    assert errors(line()) == []
    assert errors(line(**changed)) != []
