"""A search typed on one line: words, and filters such as `type:PER status:uncertain`."""

import re
from collections.abc import Iterable
from typing import TypedDict

from annotator.services.search_query import STATUSES, Query
from annotator.wording import marked

HELP = marked(
    "word  =as it stands  ~names alike  «exactly»  /regex/  type:PER  status:suggested  role:Agent"
)

_FILTERS = ("type", "status", "role", "in")
_FILTER = re.compile(rf"({'|'.join(_FILTERS)}):(\S+)")
_QUOTED = re.compile(r"[\"«“](.+)[\"»”]")


def parse_typed(typed: str, *, layer: str, names: Iterable[str] = ()) -> Query:
    """The query that somebody typed; with a filter it finds annotations of `layer` alone.

    `names` are the types and roles there are: how they are written makes no difference. Values of
    one filter are joined by commas. A beginning `=` finds words as they stand, without proclitics;
    `~` other spellings of a name as well; quotes exactly these characters, slashes a regular
    expression.
    """
    found: dict[str, frozenset[str]] = {name: frozenset() for name in _FILTERS}
    known = {name.casefold(): name for name in (*names, *STATUSES)}
    for name, values in _FILTER.findall(typed):
        found[name] |= {known.get(value.casefold(), value) for value in values.split(",") if value}
    pattern = _FILTER.sub("", typed).strip()
    has_filter = any(found[name] for name in ("type", "status", "role"))
    return Query(
        **_pattern(pattern),
        types=found["type"],
        statuses=found["status"],
        roles=found["role"],
        documents=found["in"],
        layers=frozenset({layer}) if has_filter else frozenset(),
    )


class _Pattern(TypedDict, total=False):
    pattern: str
    is_regex: bool
    is_exact: bool
    proclitics: bool
    similar: bool


def _pattern(pattern: str) -> _Pattern:
    if len(pattern) > 2 and pattern[0] == pattern[-1] == "/":  # noqa: PLR2004 -- two slashes
        return {"pattern": pattern[1:-1], "is_regex": True}
    if quoted := _QUOTED.fullmatch(pattern):
        return {"pattern": quoted[1], "is_exact": True}
    if pattern.startswith("="):
        return {"pattern": pattern[1:].strip(), "proclitics": False}
    if pattern.startswith("~"):
        return {"pattern": pattern[1:].strip(), "similar": True}
    return {"pattern": pattern}
