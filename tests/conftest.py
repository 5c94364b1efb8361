"""What every test gets in place of the machine: no home, no settings, no network, no time limit."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

# A loaded machine is slow now and then; that says nothing about the code.
settings.register_profile("annotator", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("annotator")


_OF_THE_TERMINAL = (
    "COLORTERM",
    "COLUMNS",
    "FORCE_COLOR",
    "KITTY_WINDOW_ID",
    "KONSOLE_VERSION",
    "LANGUAGE",
    "LINES",
    "MLTERM",
    "NO_COLOR",
    "SSH_CONNECTION",
    "STY",
    "TERM_PROGRAM",
    "TMUX",
    "TMUX_PANE",
    "VTE_VERSION",
    "WT_SESSION",
)
"""Variables by which a terminal is known, or that say what it can."""


@pytest.fixture(autouse=True)
def _no_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A home of its own, no variable that steers the program, and one locale and terminal."""
    steering = [
        name
        for name in os.environ
        if name.startswith(("ANNOTATOR_", "LC_", "TEXTUAL", "TYPER_", "XDG_"))
    ]
    for name in [*steering, *_OF_THE_TERMINAL]:
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections reach this machine only; a test that wants another one fails."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: tuple[str, int] | str | bytes) -> None:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            message = f"a test connects to {address[0]}"
            raise AssertionError(message)
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)
