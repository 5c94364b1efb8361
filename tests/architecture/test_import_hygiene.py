"""What a start loads: heavy libraries only when what was asked for needs them."""

import subprocess
import sys

import pytest

from tests.architecture.modules import ROOT, module_names

FRONT_END = {"textual"}
EXTRAS = {"camel_tools", "psycopg", "pycrfsuite", "ray", "sklearn", "torch"}
SLOW = {"babel", "numpy", "pydantic", "rich", "scipy", "sqlite_utils"}

BUILD = "import annotator.cli.main"
HELP = "from annotator.cli.main import run; run(['--help'])"
# The hub speaks to PostgreSQL, which only its own commands need.
HEADLESS = [
    name for name in module_names() if not name.startswith(("annotator.tui.", "annotator.hub."))
]
PAINTING = "import annotator.tui.guard, annotator.tui.probe, annotator.tui.run"
COMMANDS = module_names(below="annotator.cli.commands")


def loaded_by(code: str) -> set[str]:
    """The top-level names of the modules that a fresh interpreter has loaded after `code`."""
    report = "import sys; sys.stderr.write(' '.join({n.partition('.')[0] for n in sys.modules}))"
    interpreter = subprocess.run(
        [sys.executable, "-c", f"{code}; {report}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert interpreter.returncode == 0, interpreter.stderr
    return set(interpreter.stderr.split())


def test_help_loads_nothing_heavy() -> None:
    assert loaded_by(HELP) & (FRONT_END | EXTRAS | SLOW) == set()


def test_building_the_command_line_loads_nothing_heavy() -> None:
    assert loaded_by(BUILD) & (FRONT_END | EXTRAS | SLOW) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_loads_nothing_heavy_before_it_runs(command: str) -> None:
    assert loaded_by(f"import {command}") & (FRONT_END | EXTRAS | SLOW) == set()


def test_whatever_a_headless_command_calls_loads_no_front_end_and_no_extra() -> None:
    assert loaded_by(f"import {', '.join(HEADLESS)}") & (FRONT_END | EXTRAS) == set()


def test_the_text_is_painted_before_label_schemas_are_loaded() -> None:
    assert loaded_by(PAINTING) & (EXTRAS | SLOW - {"rich"}) == set()


def test_the_check_sees_what_is_loaded() -> None:
    assert "textual" in loaded_by("import textual")
