"""Reasons as JSON and back: a sentence as it is, or a message of the catalogues with its values."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

from annotator.model.reason import Reason, Value, Why

Plain: TypeAlias = "str | Sequence[Any]"
"""A sentence; or message, values by name, and the message for several where there is one."""


def plain(why: Why) -> Plain:
    """What JSON can hold of a reason."""
    if isinstance(why, str):
        return why
    values = {
        name: plain(value) if isinstance(value, Reason) else value for name, value in why.values
    }
    return [why.message, values, why.many] if why.many else [why.message, values]


def read(stored: Plain) -> Why:
    """The reason that `plain` made `stored` of."""
    if isinstance(stored, str):
        return stored
    message, values, *many = list(stored)
    named = cast("Mapping[str, Plain | int | float]", values)
    return Reason(
        str(message), tuple((name, _value(value)) for name, value in named.items()), "".join(many)
    )


def packed(why: Why) -> str:
    """The reason as a column of text holds it: JSON, but a mere sentence is itself."""
    return why if isinstance(why, str) else json.dumps(plain(why), ensure_ascii=False)


def unpacked(column: str) -> Why:
    """The reason that `packed` made `column` of; rows of earlier versions hold sentences."""
    return read(json.loads(column)) if column.startswith('["') else column


def _value(value: "Plain | float") -> Value:
    return value if isinstance(value, str | int | float) else read(value)
