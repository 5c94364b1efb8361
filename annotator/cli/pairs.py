"""Options that take pairs, NAME=VALUE, repeated or with commas between."""

from collections.abc import Iterable

from annotator.errors import UsageError


def pairs(given: Iterable[str], *, option: str, may_be_empty: bool = False) -> dict[str, str]:
    """The pairs of all occurrences of `option` together.

    Raises:
        UsageError: one is no pair, or names nothing.
    """
    found = {}
    for entry in (part.strip() for each in given for part in each.split(",")):
        name, sign, value = entry.partition("=")
        if not (name and sign and (value or may_be_empty)):
            message = f"{option} takes NAME=VALUE, not {entry!r}"
            raise UsageError(message)
        found[name.strip()] = value.strip()
    return found
