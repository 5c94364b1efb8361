"""Copying: by the terminal, a program or a file, whichever there is; the text in its own order."""

from pathlib import Path

import pytest

from annotator.settings import data_directory
from annotator.tui.copying import copy
from annotator.tui.terminal import takes_clipboard

TEXT = "زار سامي طرطوس\nثانية"
PROGRAMS = {"wl-copy": "WAYLAND_DISPLAY", "xclip": "DISPLAY", "xsel": "DISPLAY", "pbcopy": "HOME"}


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def install(folder: Path, name: str, *, status: int = 0) -> Path:
    """A program that keeps what it is given; where it keeps it."""
    kept = folder / f"{name}.kept"
    script = folder / name
    script.write_text(f"#!/bin/sh\n/bin/cat > '{kept}'\nexit {status}\n")
    script.chmod(0o755)
    return kept


def run(folder: Path, variables: dict[str, str], *, takes: bool = False) -> tuple[str, list[str]]:
    """What is said, and what was sent through the terminal."""
    sent: list[str] = []
    environment = {"PATH": str(folder), **variables}
    return copy(TEXT, environment, write=sent.append, takes_clipboard=takes), sent


def test_a_terminal_known_to_take_it_gets_it(bin_folder: Path) -> None:
    kept = install(bin_folder, "xclip")
    assert run(bin_folder, {"DISPLAY": ":0"}, takes=True) == (
        "through the terminal (OSC 52)",
        [TEXT],
    )
    assert not kept.exists()


@pytest.mark.parametrize(("name", "variable"), PROGRAMS.items())
def test_else_a_program_gets_it(bin_folder: Path, name: str, variable: str) -> None:
    kept = install(bin_folder, name)
    assert run(bin_folder, {variable: "there"}) == (f"by {name}", [])
    assert kept.read_text(encoding="utf-8") == TEXT


def test_a_program_that_fails_or_has_no_display_is_passed_over(bin_folder: Path) -> None:
    install(bin_folder, "wl-copy")
    install(bin_folder, "xclip", status=1)
    kept = install(bin_folder, "xsel")
    assert run(bin_folder, {"DISPLAY": ":0"}) == ("by xsel", [])
    assert kept.read_text(encoding="utf-8") == TEXT


def test_over_ssh_only_the_terminal_reaches_the_right_computer(bin_folder: Path) -> None:
    install(bin_folder, "xclip")
    said, sent = run(bin_folder, {"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"})
    assert (said, sent) == ("through the terminal (OSC 52)", [TEXT])


def test_at_last_a_file_holds_it_for_its_owner_alone(bin_folder: Path) -> None:
    path = data_directory() / "copied.txt"
    assert run(bin_folder, {}) == (f"into the file {path}", [])
    assert path.read_text(encoding="utf-8") == TEXT
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("said", "takes"),
    [("kitty(0.26.5)", True), ("foot(1.13)", True), ("XTerm(379)", False), ("VTE(7006)", False)],
)
def test_which_terminals_are_known_to_take_it(said: str, *, takes: bool) -> None:
    assert takes_clipboard(said) == takes
