"""What suggestions rest on: what ships, what camel-tools brings, and how to get what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Literal, TypeAlias

from annotator.errors import SuggesterError
from annotator.settings import load_settings
from annotator.suggesters.camel_data import (
    CamelState,
    Component,
    data_folder,
    get_data,
    state_of,
)
from annotator.suggesters.camel_process import GET_PACKAGE, CamelProcess, shared_process

State: TypeAlias = Literal["ready", "missing", "broken"]
PACKED = {".gz", ".json", ".npz", ".z", ".bin", ".tsv"}
"""Endings of the packed tables and weights that ship."""
_TRIED_WORDS = ["قال", "الرئيس", "في", "بغداد"]


@dataclass(frozen=True, slots=True)
class ModelState:
    """One line of `annotator models`."""

    name: str
    origin: Literal["shipped", "camel-tools"]
    state: State
    byte_count: int
    what: str
    """What it is good for, or why it does not work."""
    get: str
    """How to get it; empty where nothing is missing."""


def list_models(*, check: bool = False, process: CamelProcess | None = None) -> list[ModelState]:
    """Everything there is and could be; with `check` camel-tools is really started.

    `process` stands in for the child that all share.
    """
    found = [*_shipped(), *map(_camel, _USES)]
    if check:
        found = [_checked(model, process or shared_process()) for model in found]
    return found


def _shipped() -> Iterator[ModelState]:
    for room in ("arabic", "suggesters"):
        folder = Path(str(files("annotator"))) / room / "data"
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and path.suffix in PACKED:
                name = path.name.partition(".")[0].replace("_", "-")
                size = path.stat().st_size
                yield ModelState(name, "shipped", "ready", size, "part of the program", "")


def _camel(component: Component) -> ModelState:
    found = state_of(component)
    name, what = _USES[component]
    if not found.lacks:
        chosen = load_settings().segmenter == "camel"
        if component == "MorphologyDB" and not chosen:
            what += '; choose it with segmenter = "camel" in the settings file'
        return ModelState(name, "camel-tools", "ready", found.byte_count, what, "")
    return ModelState(name, "camel-tools", "missing", 0, *_lacking(component, what, found))


_USES: dict[Component, tuple[str, str]] = {
    "NamedEntityRecognition": (
        "camel-entities",
        "persons, places, organisations; 600 MB of memory",
    ),
    "MorphologyDB": ("camel-morphology", "proclitics of words"),
}


def _lacking(component: Component, what: str, found: CamelState) -> tuple[str, str]:
    get = get_data(component)
    match found.lacks:
        case "package":
            return f"{what}; the package is not installed", f"{GET_PACKAGE} && {get}"
        case "catalogue":
            return f"{what}; no catalogue in {data_folder()}", f"{get} (with a network)"
        case _:
            return f"{what}; no data in {found.folder}", f"{get} (with a network)"


def _checked(model: ModelState, process: CamelProcess) -> ModelState:
    """The same, after it answered or failed."""
    if model.origin != "camel-tools" or model.state != "ready":
        return model
    try:
        if model.name == "camel-entities":
            process.entities([_TRIED_WORDS])
        else:
            process.proclitics(_TRIED_WORDS)
    except SuggesterError as error:
        return replace(model, state="broken", what=str(error))
    return model
