"""Options and arguments that take pairs, NAME=VALUE."""

from collections.abc import Iterable

from annotator.errors import UsageError


def pairs(
    given: Iterable[str], *, option: str, may_be_empty: bool = False, has_commas: bool = False
) -> dict[str, str]:
    """The pairs of all occurrences of `option` together.

    A comma parts two pairs, unless values may have commas.

    Raises:
        UsageError: one is no pair, or names nothing.
    """
    found = {}
    entries = given if has_commas else (part for each in given for part in each.split(","))
    for entry in map(str.strip, entries):
        name, sign, value = entry.partition("=")
        if not (name and sign and (value or may_be_empty)):
            message = f"{option} takes NAME=VALUE, not {entry!r}"
            raise UsageError(message)
        found[name.strip()] = value.strip()
    return found
