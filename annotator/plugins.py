"""What is installed for a Protocol: entry points, listed by name, imported one at a time."""

from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from annotator.errors import AnnotatorError, NotFoundError

SUGGESTERS = "annotator.suggesters"
IMPORTERS = "annotator.importers"
EXPORTERS = "annotator.exporters"


class PluginError(AnnotatorError):
    """An installed plug-in cannot be loaded."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """An entry point: what it is called, and what it stands for."""

    name: str
    target: str
    """Module and object, as `module:object`."""
    distribution: str
    """The package that brings it."""


def plugins(group: str) -> list[Plugin]:
    """What is installed in `group`, by name; nothing of it is imported."""
    found = {entry.name: entry for entry in entry_points(group=group)}
    return [Plugin(name, found[name].value, _distribution(found[name])) for name in sorted(found)]


def plugin_names(group: str) -> list[str]:
    """The names in `group`; nothing of it is imported."""
    return sorted({entry.name for entry in entry_points(group=group)})


def load_plugin(group: str, name: str) -> Any:  # the caller knows the group's Protocol
    """One of what the named plug-in makes: its class, called without arguments.

    Raises:
        NotFoundError: nothing of that name is installed.
        PluginError: importing or making it failed; the message says how.
    """
    entries = entry_points(group=group, name=name)
    if not entries:
        known = ", ".join(plugin_names(group)) or "none"
        kind = group.rpartition(".")[2].removesuffix("s")
        message = f"no {kind} {name!r} is installed; known: {known}"
        raise NotFoundError(message)
    entry = next(iter(entries))
    try:
        return entry.load()()
    except Exception as error:
        message = (
            f"plug-in {name} of {_distribution(entry)} failed ({error!r}); update it"
        )
        raise PluginError(message) from error


def _distribution(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "an unknown package"
