"""A reason given to a person: a message of the catalogues with its values, worded where it is read.

Suggestions and queues are stored, and read later in another language by another person: so they
hold which sentence it is, and never the sentence in one language. `str` of it is English.
"""

from dataclasses import dataclass
from typing import TypeAlias

from annotator.wording import counted, worded

Value: TypeAlias = "str | int | float | Reason"
"""What stands in a sentence; a reason within a reason is worded as well."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence that the catalogues know by `message`."""

    message: str
    values: tuple[tuple[str, Value], ...] = ()
    """Name -> what stands in its place."""
    many: str = ""
    """The message for several, where the value `count` decides; empty where nothing is counted."""

    def __str__(self) -> str:
        """The sentence in English, which data, reports and other programs have."""
        values = dict(self.values)
        message = self.many if self.many and values["count"] != 1 else self.message
        return message.format(**values) if values else message


Why: TypeAlias = str | Reason
"""A sentence as somebody else's suggester gives it, or one that can be translated."""


def because(message: str, **values: Value) -> Reason:
    """The reason `message`, a literal with each value as `{name}`: catalogues find it here."""
    return Reason(message, tuple(values.items()))


def because_count(one: str, many: str, count: int) -> Reason:
    """The reason for `count` things."""
    return Reason(one, (("count", count),), many)


def explained(why: Why) -> str:
    """The reason in the language spoken."""
    if isinstance(why, str):
        return why
    values = {
        name: explained(value) if isinstance(value, Reason) else value for name, value in why.values
    }
    if not why.many:
        return worded(why.message, **values)
    count = next(value for name, value in why.values if name == "count")
    return counted(why.message, why.many, count) if isinstance(count, int) else str(why)
