"""The floors of the house: what may import what."""

import subprocess
import sys

from tests.architecture.modules import ROOT

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_every_module_imports_only_what_its_floor_allows() -> None:
    linter = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linter.returncode == 0, linter.stdout + linter.stderr
    assert "0 broken" in linter.stdout
