"""What of camel-tools is on this computer, found without importing it: that would download."""

import json
import os
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, TypeAlias

Component: TypeAlias = Literal["NamedEntityRecognition", "MorphologyDB"]
PACKAGES: dict[Component, str] = {
    "NamedEntityRecognition": "ner-arabert",
    "MorphologyDB": "morphology-db-msa-r13",
}
"""What `camel_data -i` calls the data of each component."""
_MARKS: dict[Component, str] = {
    "NamedEntityRecognition": "config.json",
    "MorphologyDB": "morphology.db",
}


@dataclass(frozen=True, slots=True)
class CamelState:
    """Whether a component of camel-tools could work, and what it lacks."""

    lacks: Literal["", "package", "catalogue", "data"]
    folder: Path
    """Where its data lie, or would."""
    byte_count: int = 0


def is_installed() -> bool:
    """Whether the package is here; it is looked for, not imported."""
    return find_spec("camel_tools") is not None


def data_folder() -> Path:
    """Where camel-tools keeps its data."""
    named = os.environ.get("CAMELTOOLS_DATA")
    return Path(named).expanduser() if named else Path.home() / ".camel_tools"


def state_of(component: Component) -> CamelState:
    """What the component lacks; nothing of camel-tools runs to find out."""
    folder = data_folder()
    if not is_installed():
        return CamelState("package", folder)
    try:
        catalogue = json.loads((folder / "catalogue.json").read_text(encoding="utf-8"))
        entry = catalogue["components"][component]
        place = folder / "data" / entry["datasets"][entry["default"]]["path"]
    except (OSError, ValueError, KeyError, TypeError):
        return CamelState("catalogue", folder)
    if not (place / _MARKS[component]).is_file():
        return CamelState("data", place)
    return CamelState("", place, sum(p.stat().st_size for p in place.rglob("*") if p.is_file()))


def get_data(component: Component) -> str:
    """The command that fetches the component's data; it needs a network."""
    return f"camel_data -i {PACKAGES[component]}"
