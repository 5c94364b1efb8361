"""What is installed for the public Protocols, found by entry points."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Literal, TypeAlias

from annotator.errors import NotFoundError

Group: TypeAlias = Literal["suggesters", "learners", "importers", "exporters"]


@dataclass(frozen=True, slots=True)
class FailedPlugin:
    """A plug-in that could not be loaded; it is left out, never fatal."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """The plug-ins of one group by name, and those that failed."""

    plugins: dict[str, object]
    failed: tuple[FailedPlugin, ...]


def plugin_names(group: Group) -> tuple[str, ...]:
    """The names of what is installed, in order; imports none of them."""
    return tuple(sorted({entry.name for entry in _entries(group)}))


def load_plugin(group: Group, name: str) -> object:
    """An instance of one plug-in.

    Raises:
        NotFoundError: no plug-in of that name is installed, or it cannot be loaded.
    """
    for entry in _entries(group):
        if entry.name == name:
            made = _make(entry)
            if isinstance(made, FailedPlugin):
                message = f"the plug-in {name} cannot be loaded: {made.reason}"
                raise NotFoundError(message)
            return made
    known = ", ".join(plugin_names(group)) or "none"
    message = f"no {group.removesuffix('s')} is named {name}; installed: {known}"
    raise NotFoundError(message)


def load_plugins(group: Group) -> Loaded:
    """An instance of every plug-in of the group; one that fails is reported, not fatal."""
    plugins: dict[str, object] = {}
    failed: list[FailedPlugin] = []
    for entry in sorted(_entries(group), key=lambda e: (e.name, e.value)):
        made = _make(entry)
        if isinstance(made, FailedPlugin):
            failed.append(made)
        else:
            plugins.setdefault(entry.name, made)
    return Loaded(plugins, tuple(failed))


def _entries(group: Group) -> Sequence[EntryPoint]:
    return tuple(entry_points(group=f"annotator.{group}"))


def _make(entry: EntryPoint) -> object | FailedPlugin:
    try:
        plugin: object = entry.load()()
    except Exception as error:  # noqa: BLE001 - other people's code may fail in any way
        return FailedPlugin(entry.name, f"{type(error).__name__}: {error}")
    return plugin
