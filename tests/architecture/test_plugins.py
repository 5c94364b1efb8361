"""What is registered under the entry points: each loads, and the list is the one we mean."""

import tomllib
from importlib.metadata import EntryPoint, distribution

import pytest

from tests.architecture.modules import ROOT

GOLDEN = ROOT / "tests" / "architecture" / "registered.txt"


def declared() -> list[EntryPoint]:
    """The plug-ins of pyproject.toml, sorted."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups: dict[str, dict[str, str]] = project["entry-points"]
    return sorted(
        EntryPoint(name, value, group)
        for group, plugins in groups.items()
        for name, value in plugins.items()
    )


def lines(points: list[EntryPoint]) -> str:
    return "".join(f"{point.group} {point.name} = {point.value}\n" for point in points)


def test_exactly_the_listed_plugins_are_registered() -> None:
    assert lines(declared()) == GOLDEN.read_text(encoding="utf-8")


def test_the_installation_registers_what_the_project_declares() -> None:
    installed = sorted(
        point
        for point in distribution("annotator-arabic").entry_points
        if point.group.startswith("annotator.")
    )
    assert lines(installed) == lines(declared()), "install again: pip install -e ."


@pytest.mark.parametrize("point", declared(), ids=lambda point: f"{point.group}:{point.name}")
def test_a_registered_plugin_loads(point: EntryPoint) -> None:
    assert point.load() is not None
