"""In every terminal there is, the article looks as it should, pixel by pixel."""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from tools.terminal_pictures.emulators import EMULATORS
from tools.terminal_pictures.photographing import photograph

KEPT = os.environ.get("TERMINAL_PICTURES", "")
"""A folder to keep the pictures in, for whoever wants to look at them."""


@pytest.mark.terminal
@pytest.mark.parametrize("name", EMULATORS)
def test_lines_letters_and_highlights_stand_where_they_belong(name: str, tmp_path: Path) -> None:
    folder = Path(KEPT) if KEPT else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    report = photograph(name, folder)
    if report.missing:
        pytest.skip(f"not installed: {', '.join(report.missing)}")
    assert report.faults == [], json.dumps(asdict(report))
