"""One terminal from start to end: opened, every stage photographed, the pictures examined."""

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from tools.terminal_pictures.checks import Findings, examine
from tools.terminal_pictures.emulators import EMULATORS, Emulator
from tools.terminal_pictures.grid import GridError, measured_grid
from tools.terminal_pictures.raster import Raster
from tools.terminal_pictures.rows import Row, load_rows
from tools.terminal_pictures.stages import (
    LOG_FILE,
    ROWS_FILE,
    STAGES,
    TERMINAL_FILE,
    OutOfTurnError,
    declare,
    wait_for,
)
from tools.terminal_pictures.virtual_screen import VirtualScreen

ROOT = Path(__file__).resolve().parents[2]
_LONGEST_STAGE_S = 60.0
_LEAST_CELLS_IN_PLACE = 0.98
"""Marks reach out of their cell, or are drawn beside it, in a few cells of the sample."""


class Terminal(TypedDict):
    """What the program found out about the terminal it ran in."""

    profile: str
    draws_every_color: bool
    columns: int
    rows: int
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalReport:
    """One terminal: what it said it is, and what the pictures show."""

    name: str
    missing: tuple[str, ...] = ()
    """Programs that are not installed; nothing else is known then."""
    terminal: Terminal | None = None
    findings: Findings | None = None
    problem: str = ""
    """Why there are no findings although everything is installed."""

    @property
    def faults(self) -> list[str]:
        """What is not as it should be, in words; empty for a terminal that is right."""
        found = self.findings
        if found is None:
            return [self.problem or f"not installed: {', '.join(self.missing)}"]
        emulator = EMULATORS[self.name]
        looks_the_same = found.lines_as_untouched == found.line_count
        told = (
            ("the widget draws other lines", found.lines_as_computed < found.line_count),
            ("lines look otherwise than printed", found.lines_as_printed < found.line_count),
            ("highlights in wrong columns", bool(found.columns_wrongly_highlighted)),
            ("letters in wrong cells", found.share_in_place < _LEAST_CELLS_IN_PLACE),
            # else what switches bidi off was not what made the lines right
            ("it does not reorder by itself any more", emulator.reorders and looks_the_same),
            ("it reorders, which we did not know", not emulator.reorders and not looks_the_same),
        )
        return [fault for fault, is_so in told if is_so]


def photograph(name: str, kept: Path) -> TerminalReport:
    """Take all pictures of one terminal into the folder `kept` and examine them."""
    emulator = EMULATORS[name]
    if emulator.missing:
        return TerminalReport(name=name, missing=emulator.missing)
    with tempfile.TemporaryDirectory() as made:
        turns = Path(made) / "turns"
        turns.mkdir()
        try:
            _take(name, emulator, kept, Path(made))
        except OutOfTurnError as error:
            log = turns / LOG_FILE
            told = log.read_text(encoding="utf-8").splitlines()[-1] if log.exists() else ""
            return TerminalReport(name=name, problem=f"{error} {told}".strip())
        terminal: Terminal = json.loads((turns / TERMINAL_FILE).read_text(encoding="utf-8"))
        rows = load_rows(turns / ROWS_FILE)
    try:
        findings = _examined(name, kept, terminal, rows)
    except GridError as error:
        return TerminalReport(name=name, terminal=terminal, problem=str(error))
    return TerminalReport(name=name, terminal=terminal, findings=findings)


def _take(name: str, emulator: Emulator, kept: Path, made: Path) -> None:
    home, turns = made / "home", made / "turns"
    home.mkdir(mode=0o700)
    command = [sys.executable, "-m", "tools.terminal_pictures.inside", str(turns)]
    screen = VirtualScreen(home)
    screen.environment["PYTHONPATH"] = str(ROOT)
    try:
        with screen.terminal(emulator, command):
            for stage in STAGES:
                wait_for(turns, stage, "shown", limit_s=_LONGEST_STAGE_S)
                screen.photograph(kept / f"{name}-{stage}.png")
                declare(turns, stage, "taken")
    finally:
        screen.close()


def _examined(name: str, kept: Path, terminal: Terminal, rows: list[Row]) -> Findings:
    pictures = {stage: Raster.read(kept / f"{name}-{stage}.png") for stage in STAGES}
    columns = terminal["columns"]
    grid = measured_grid(pictures["corners"], columns=columns, rows=terminal["rows"])
    return examine(pictures, grid, rows, columns=columns)
