"""tmux between us and the terminal: what it keeps to itself is told to the terminals around it.

tmux passes none of the sequences on that switch bidi off, but the devices of the terminals that
show the session belong to the same person. A tmux in a tmux is followed outwards.
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.tui.terminal import PROFILES, Profile

_DEEPEST_NESTING = 3


class _Client(NamedTuple):
    """A terminal that shows the session."""

    device: str
    kind: str
    """What it answers when tmux asks for its name; empty from one that does not answer."""
    term: str


class _Pane(NamedTuple):
    """A place in a tmux, whose server listens at the socket."""

    socket: str
    id: str


def write_to_tmux_clients(*, is_start: bool) -> None:
    """Switch bidi off, or on again, in the terminals that show this tmux session.

    Those that are attached later are not told.
    """
    here = _our_pane()
    if here is not None:
        _switch(here, is_start=is_start, depth=0)


def tmux_draws_every_color() -> bool:
    """Whether this tmux passes 24-bit colours on; else it makes the nearest of 256 of them."""
    here = _our_pane()
    if here is None:
        return False
    return "RGB" in _asked(here.socket, "display-message", "-p", "#{client_termfeatures}")


def _our_pane() -> _Pane | None:
    socket = os.environ.get("TMUX", "").split(",")[0]
    return _Pane(socket, os.environ.get("TMUX_PANE", "")) if socket else None


def _switch(pane: _Pane, *, is_start: bool, depth: int) -> None:
    for client in _clients(pane):
        outer = _pane_of_device(client.device) if client.kind.startswith("tmux") else None
        if outer is not None and depth < _DEEPEST_NESTING:
            _switch(outer, is_start=is_start, depth=depth + 1)
            continue
        profile = _profile_of(client)
        sequence = profile.off if is_start else profile.on
        # rows keep the order they were drawn in: they are cleared, and drawn again by tmux
        _write_to_device(client.device, sequence + "\x1b[2J")
        _asked(pane.socket, "refresh-client", "-t", client.device)


def _clients(pane: _Pane) -> Iterator[_Client]:
    """Those of the pane's own session; another session may be on another terminal."""
    form = "#{client_tty}\t#{client_termtype}\t#{client_termname}"
    for line in _asked(pane.socket, "list-clients", "-t", pane.id, "-F", form).splitlines():
        parts = line.split("\t")
        if len(parts) == len(_Client._fields):
            yield _Client(*parts)


def _pane_of_device(device: str) -> _Pane | None:
    """The pane of another tmux of this person in which a device lies."""
    folder = Path(os.environ.get("TMUX_TMPDIR") or "/tmp", f"tmux-{os.getuid()}")  # noqa: S108 -- tmux's own place
    form = "#{pane_tty}\t#{pane_id}"
    for socket in map(str, sorted(folder.glob("*"))):
        for line in _asked(socket, "list-panes", "-a", "-F", form).splitlines():
            tty, _, pane_id = line.partition("\t")
            if tty == device:
                return _Pane(socket, pane_id)
    return None


def _profile_of(client: _Client) -> Profile:
    if client.kind.startswith("Konsole"):
        return PROFILES["konsole"]
    if client.term == "mlterm":
        return PROFILES["mlterm"]
    if client.term.startswith("screen"):
        return PROFILES["screen"]
    return PROFILES["vte"]  # where the mode is unknown the sequence is ignored


def _asked(socket: str, *arguments: str) -> str:
    """What the tmux answers that listens at the socket; nothing if it cannot be asked."""
    try:
        answered = subprocess.run(  # noqa: S603 -- no argument comes from outside
            ["tmux", "-S", socket, *arguments],  # noqa: S607 -- the tmux that runs around us
            capture_output=True,
            text=True,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answered.stdout


def _write_to_device(device: str, sequence: str) -> None:
    try:
        descriptor = os.open(device, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return
    try:
        os.write(descriptor, sequence.encode())
    except OSError:
        return
    finally:
        os.close(descriptor)
