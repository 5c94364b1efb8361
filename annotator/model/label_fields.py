"""The kinds of value that fields of a label schema hold, each with the words that refuse it."""

import re
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("empty; write a word")
    return text


def _whole_number(text: object) -> object:
    # pydantic itself would take "1_0" and "1.0".
    if isinstance(text, str) and not re.fullmatch("[0-9]{1,9}", text):
        raise ValueError(f'"{text}", not a whole number; write one such as 1')
    return text


def _colour(text: str) -> str:
    if not re.fullmatch("#[0-9a-fA-F]{6}", text):
        raise ValueError(f'"{text}", not a colour; write # and six hexadecimal digits, in quotes')
    return text.lower()


def _bounds(text: object) -> object:
    if not isinstance(text, str):
        return text
    match = re.fullmatch(r"([0-9]{1,4})\.\.([0-9]{1,4}|n)", text)
    fewest, most = (match[1], match[2]) if match else ("1", "0")
    if most != "n" and not max(int(fewest), 1) <= int(most):
        raise ValueError(f'"{text}", not a cardinality; write one such as 0..1, 1..1 or 0..n')
    return int(fewest), None if most == "n" else int(most)


def _written_bounds(bounds: tuple[int, int | None]) -> str:
    fewest, most = bounds
    return f"{fewest}..{'n' if most is None else most}"


Text: TypeAlias = Annotated[str, AfterValidator(_filled)]
"""Anything but white space."""

WholeNumber: TypeAlias = Annotated[int, BeforeValidator(_whole_number), Field(ge=1)]
"""1 or more."""

Colour: TypeAlias = Annotated[str, AfterValidator(_colour)]
"""`#rrggbb`, lower case."""

Cardinality: TypeAlias = tuple[int, int | None]
"""Fewest and most fillers of a role; None is no limit."""

WrittenCardinality: TypeAlias = Annotated[
    Cardinality, BeforeValidator(_bounds), PlainSerializer(_written_bounds)
]
"""A cardinality that the file writes as `0..n`."""
