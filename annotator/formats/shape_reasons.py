"""Why a line has not the shape of the interchange file, said for a person who looks at it."""

from typing import TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from annotator.formats.interchange import SCHEMA_VERSION

Reasons: TypeAlias = tuple[str, ...]

_PYDANTIC_STEPS = frozenset({"bool", "constrained-str", "[key]"})


def shape_reasons(raw: bytes, error: ValidationError) -> Reasons:
    """Every reason once, in the order of the line; `raw` is the line."""
    found = error.errors()
    if found[0]["type"] == "json_invalid":
        return (_json_reason(raw, found[0]),)
    return tuple(dict.fromkeys(_reason(part) for part in found))


def _json_reason(raw: bytes, error: ErrorDetails) -> str:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        return f"not UTF-8 at byte {wrong.start + 1}; the interchange file is always UTF-8"
    return f"not JSON: {error['ctx']['error'].replace(' at line 1 column ', ' at byte ')}"


def _reason(error: ErrorDetails) -> str:
    where = _where(error["loc"])
    match error["type"]:
        case "missing":
            return f"{where} is missing"
        case "extra_forbidden":
            return f"{where} is not a key of the interchange file"
        case "string_pattern_mismatch" if "\0" in str(error["input"]):
            return f"{where} holds NUL, a character no text may have"
        case "string_pattern_mismatch" if error["loc"] == ("schema_version",):
            return f"{where} is {error['input']}, this annotator reads {SCHEMA_VERSION}; update it"
    message = error["msg"].removeprefix("Input ").removeprefix("String ")
    return f"{where} {message}" if where else f"the line {message}"


def _where(location: tuple[int | str, ...]) -> str:
    """The path of a value, without pydantic's names for members of unions and keys of maps."""
    path = ""
    for step in location:
        if isinstance(step, int):
            path += f"[{step}]"
        elif step not in _PYDANTIC_STEPS and not step.startswith("list["):
            path += f".{step}" if path else step
    return f"`{path}`" if path else ""
