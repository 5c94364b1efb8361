"""From the bytes of a file to a checked label schema, or to everything that is wrong with it."""

import hashlib
from collections.abc import Iterable

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from annotator.model.label_schema import LabelSchema
from annotator.model.schema_file import SchemaText, read_schema_text
from annotator.model.schema_problems import Finding, Problem, SchemaError
from annotator.model.schema_rules import counterpart_findings, schema_findings

_REMEDIES = {
    "string_type": "must be one word or text; take it out of its brackets",
    "tuple_type": "must be a list; put it in [ ]",
    "mapping_type": "must be a map; put it in { } with a name before each colon",
    "dict_type": "must be a map; put it in { } with a name before each colon",
    "model_type": "must be a map; put its fields in { }",
    "int_type": "must be a whole number; write one such as 1",
    "greater_than_equal": "is too small; write 1 or more",
    "too_short": "is empty; list at least one name",
}
"""What pydantic's kinds of error mean to somebody who writes YAML."""


def parse_schema(content: bytes, *, source: str, others: Iterable[LabelSchema] = ()) -> LabelSchema:
    """The label schema that the bytes of a file hold; messages call the file `source`.

    Names in a `map` to one of the label schemas in `others` must be names of its types.

    Raises:
        SchemaError: the file cannot be read, has the wrong shape, or contradicts itself.
    """
    text = read_schema_text(content, source=source)
    fields = {**text.data, "sha256": hashlib.sha256(content).hexdigest()}
    try:
        schema = LabelSchema.model_validate(fields)
    except ValidationError as error:
        findings = [_finding(details) for details in error.errors()]
        raise _schema_error(source, text, findings) from error
    found = [*schema_findings(schema), *counterpart_findings(schema, others)]
    if "sha256" in text.data:
        found.append((("sha256",), 'unknown field "sha256"; take it out'))
    if found:
        raise _schema_error(source, text, found)
    return schema


def _schema_error(source: str, text: SchemaText, findings: Iterable[Finding]) -> SchemaError:
    return SchemaError(source, [Problem(text.line(path), message) for path, message in findings])


def _finding(error: ErrorDetails) -> Finding:
    path = error["loc"]
    field = f"item {path[-1] + 1}" if isinstance(path[-1], int) else path[-1]
    around = ".".join(str(step) for step in path[:-1]) or "the label schema"
    match error["type"]:
        case "missing":
            return path, f'{around} has no "{field}"; add it'
        case "extra_forbidden":
            return path, f'unknown field "{field}" in {around}; take it out or mend its spelling'
        case "value_error":
            return path, f"{field} of {around} is {error['ctx']['error']}"
        case "literal_error":
            expected = error["ctx"]["expected"]
            return path, f'{field} of {around} is "{error["input"]}"; write {expected}'
        case kind:
            what = _REMEDIES.get(kind, f"is refused ({error['msg']}); mend it")
            return path, f"{field} of {around} {what}"
