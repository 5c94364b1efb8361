"""A search typed on one line: words, and filters such as `type:PER status:uncertain`."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

from annotator.errors import AnnotatorError
from annotator.model.label_schema import LabelSchema
from annotator.services.project import Project
from annotator.services.search_query import STATUSES, Query
from annotator.services.searching import SearchHit, first_hits
from annotator.wording import marked, worded

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


def query_of(typed: str, layer: str, schema: LabelSchema) -> Query:
    """The query that somebody typed who works in `layer` under `schema`."""
    return parse_typed(typed, layer=layer, names=[*schema.entities, *schema.events, *schema.roles])


def search_typed(
    path: Path, typed: str, layer: str, schema: LabelSchema, *, limit: int
) -> tuple[list[SearchHit], bool, str]:
    """The first hits, whether there are more, and the reason where there can be none.

    It opens the project anew, so that it may run in a thread of its own.
    """
    if not typed.strip():
        return [], False, worded(HELP)
    try:
        with Project.open(path) as project:
            return (*first_hits(project, query_of(typed, layer, schema), limit=limit), "")
    except AnnotatorError as error:
        return [], False, str(error)


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
