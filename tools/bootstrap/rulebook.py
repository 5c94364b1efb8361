"""What the label schema allows, read straight from its YAML file for the checks of the corpus."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict, cast

import yaml

SCHEMA_FILE = Path(__file__).parents[2] / "schema" / "siyasa.yaml"

EVENT = "event"
"""The filler name that stands for any event."""


class RoleEntry(TypedDict):
    """A role as the YAML file spells it."""

    types: list[str]
    card: str


class EventEntry(TypedDict, total=False):
    """An event type as the YAML file spells it."""

    roles: dict[str, RoleEntry]
    expected: list[str]


class EntityEntry(TypedDict):
    """An entity type as the YAML file spells it."""

    attributes: dict[str, str]


class SchemaFile(TypedDict):
    """The parts of the YAML file that are used here."""

    name: str
    version: str
    nesting: dict[str, str]
    groups: dict[str, list[str]]
    entities: dict[str, EntityEntry]
    entity_attributes: dict[str, dict[str, list[str]]]
    common_roles: dict[str, RoleEntry]
    events: dict[str, EventEntry]


@dataclass(frozen=True, slots=True)
class RoleRule:
    """Who may fill a role, and whether only one may."""

    fillers: frozenset[str]
    single: bool


@dataclass(frozen=True, slots=True)
class EventRule:
    """The roles an event type has and those it should not lack."""

    roles: dict[str, RoleRule]
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The label schema as far as the corpus needs it."""

    name: str
    version: int
    sha256: str
    default_levels: dict[str, str]
    """Entity type to the `level` it has unless the writer says otherwise."""
    metonym_types: frozenset[str]
    events: dict[str, EventRule]
    max_depth: int


def _role_rule(entry: RoleEntry, groups: dict[str, list[str]]) -> RoleRule:
    fillers = {member for name in entry["types"] for member in groups.get(name, [name])}
    return RoleRule(fillers=frozenset(fillers), single=entry["card"].endswith("..1"))


@cache
def load_rulebook(path: Path = SCHEMA_FILE) -> Rulebook:
    """Read the label schema; scalars stay strings, so no YAML word turns into a truth value."""
    content = path.read_bytes()
    schema = cast("SchemaFile", yaml.load(content, Loader=yaml.BaseLoader))  # noqa: S506 - makes only strings
    groups = schema["groups"]
    common = {name: _role_rule(entry, groups) for name, entry in schema["common_roles"].items()}
    events = {
        name: EventRule(
            roles={role: _role_rule(entry, groups) for role, entry in event["roles"].items()}
            | common,
            expected=tuple(event.get("expected", [])),
        )
        for name, event in schema["events"].items()
    }
    return Rulebook(
        name=schema["name"],
        version=int(schema["version"]),
        sha256=hashlib.sha256(content).hexdigest(),
        default_levels={
            name: entity["attributes"]["level"] for name, entity in schema["entities"].items()
        },
        metonym_types=frozenset(schema["entity_attributes"]["metonym"]["only"]),
        events=events,
        max_depth=int(schema["nesting"]["max_depth"]),
    )
