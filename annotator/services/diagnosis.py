"""What the program finds on this computer: versions, plug-ins, locale, rights, the project."""

import os
import platform
import sqlite3
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import get_args

from annotator import __version__
from annotator.errors import AnnotatorError
from annotator.plugins import Group, load_plugins
from annotator.services.integrity import check_integrity
from annotator.services.project import Project
from annotator.settings import data_directory, load_settings, settings_file


@dataclass(frozen=True)
class PluginState:
    """One installed plug-in."""

    group: str
    name: str
    problem: str
    """Why it could not be loaded; empty when it could."""


@dataclass(frozen=True)
class PlaceState:
    """A place the program writes to."""

    what: str
    path: str
    problem: str
    """Why it cannot be used, or who else can read it; empty when all is well."""


@dataclass(frozen=True)
class ProjectState:
    """The project, if there is one."""

    path: str
    exists: bool
    document_count: int = 0
    layers: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    """What is wrong with the file; empty when every layer is what the journal says."""


@dataclass(frozen=True)
class Diagnosis:
    """Everything but the terminal, which only a front end can ask."""

    versions: dict[str, str]
    locale: dict[str, str]
    settings: dict[str, str]
    places: tuple[PlaceState, ...]
    plugins: tuple[PluginState, ...]
    project: ProjectState
    problems: tuple[str, ...]
    """Each with its remedy; empty when nothing is wrong."""


def diagnose(project_path: Path) -> Diagnosis:
    """Look at this computer and at the project; what is wrong is reported, never raised."""
    settings, settings_problem = _settings()
    plugins, places = tuple(_plugins()), tuple(_places(project_path))
    project = _project(project_path)
    problems = [
        settings_problem,
        _locale_problem(),
        *(f"{place.path}: {place.problem}" for place in places if place.problem),
        *(
            f"the plug-in {plugin.name} cannot be loaded ({plugin.problem}); install it again"
            " or remove it"
            for plugin in plugins
            if plugin.problem
        ),
        *project.problems,
    ]
    return Diagnosis(
        versions=_versions(),
        locale=_locale(),
        settings=settings,
        places=places,
        plugins=plugins,
        project=project,
        problems=tuple(problem for problem in problems if problem),
    )


def _versions() -> dict[str, str]:
    return {
        "annotator": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "textual": version("textual"),
        "system": platform.platform(),
    }


def _locale() -> dict[str, str]:
    named = ("LC_ALL", "LC_CTYPE", "LANG")
    decides = next((os.environ[name] for name in named if os.environ.get(name)), "")
    return {"locale": decides, "file names": sys.getfilesystemencoding()}


def _locale_problem() -> str:
    if _locale()["file names"].lower().replace("-", "") == "utf8":
        return ""
    return "file names are not UTF-8 here, so Arabic ones are told wrongly; set LANG=C.UTF-8"


def _settings() -> tuple[dict[str, str], str]:
    try:
        return asdict(load_settings()), ""
    except AnnotatorError as error:
        return {}, str(error)


def _plugins() -> Iterator[PluginState]:
    for group in get_args(Group):
        loaded = load_plugins(group)
        yield from (PluginState(group, name, "") for name in loaded.plugins)
        yield from (PluginState(group, failed.name, failed.reason) for failed in loaded.failed)


def _places(project_path: Path) -> Iterator[PlaceState]:
    for what, folder in (("data", data_directory()), ("settings", settings_file().parent)):
        yield PlaceState(what, str(folder), _folder_problem(folder))
    folder = project_path.absolute().parent
    yield PlaceState("the project's folder", str(folder), _folder_problem(folder))
    if project_path.is_file():
        yield PlaceState("project", str(project_path), _file_problem(project_path))


def _folder_problem(folder: Path) -> str:
    """SQLite writes files beside the project, so the folder counts as well as the file."""
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(existing, os.W_OK | os.X_OK):
        return ""
    return "you may not write there; ask for the right to, or name another place"


def _file_problem(path: Path) -> str:
    if not os.access(path, os.R_OK | os.W_OK):
        return "you may not write to it; ask for the right to, or work on a copy"
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return f"others on this computer can read it; keep it to yourself with: chmod 600 {path}"
    return ""


def _project(path: Path) -> ProjectState:
    if not path.is_file():
        return ProjectState(str(path), exists=False)
    try:
        with Project.open(path) as project:
            findings: Sequence[str] = [
                f"{found.layer or path} {found.document_id}: {found.problem};"
                " annotator fsck says more".lstrip()
                for found in check_integrity(project)
            ]
            names = tuple(layer.name for layer in project.layers())
            return ProjectState(
                str(path),
                exists=True,
                document_count=len(project.headings()),
                layers=names,
                problems=tuple(findings),
            )
    except (AnnotatorError, sqlite3.DatabaseError) as error:
        return ProjectState(str(path), exists=True, problems=(f"{path}: {error}",))
