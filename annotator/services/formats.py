"""The formats that are installed, by name."""

from typing import cast

from annotator.plugins import load_plugin, plugin_names
from annotator.protocols import Exporter, Importer


def importers(name: str | None = None) -> list[Importer]:
    """Every reader, or the one of that name.

    Raises:
        NotFoundError: none has that name.
    """
    names = plugin_names("importers") if name is None else [name]
    return [cast("Importer", load_plugin("importers", each)) for each in names]


def exporter(name: str) -> Exporter:
    """The writer of that name.

    Raises:
        NotFoundError: none has that name.
    """
    return cast("Exporter", load_plugin("exporters", name))
