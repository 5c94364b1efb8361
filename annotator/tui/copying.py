"""Puts text on the clipboard: through the terminal, else by a program, else into a file."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from annotator.arabic.visual import shortened
from annotator.settings import data_directory
from annotator.wording import worded

_LONGEST_S = 2.0
_FILE = "copied.txt"
_TOLD_COLUMNS = 40
"""Of what was copied, so much is told."""


class _Program(NamedTuple):
    needs: str
    """The variable without which there is nothing it could speak to; empty for none."""
    command: tuple[str, ...]


_PROGRAMS = (
    _Program("WAYLAND_DISPLAY", ("wl-copy",)),
    _Program("DISPLAY", ("xclip", "-selection", "clipboard")),
    _Program("DISPLAY", ("xsel", "--clipboard", "--input")),
    _Program("", ("pbcopy",)),
)


def copy(
    text: str,
    environment: Mapping[str, str],
    *,
    write: Callable[[str], None],
    takes_clipboard: bool,
) -> str:
    """Copy `text` and say in a sentence by which way; `write` sends it through the terminal.

    A terminal that is not known to take it gets it only where nothing else could work: over SSH
    the programs would fill the clipboard of the wrong computer.

    Raises:
        OSError: not even a file could be written.
    """
    is_far = "SSH_CONNECTION" in environment
    if not takes_clipboard and not is_far:
        for program in _PROGRAMS:
            if _ran(program, text, environment):
                return worded("by {program}", program=program.command[0])
    if takes_clipboard or is_far:
        write(text)
        return worded("through the terminal (OSC 52)")
    return worded("into the file {path}", path=str(_into_file(text)))


def told_copy(text: str, *, write: Callable[[str], None], takes_clipboard: bool) -> str:
    """Copy `text` from this process, and tell a person by which way.

    Raises:
        OSError: not even a file could be written.
    """
    way = copy(text, os.environ, write=write, takes_clipboard=takes_clipboard)
    words = shortened(" ".join(text.split()), width=_TOLD_COLUMNS)
    return worded("copied {way}: {words}", way=way, words=words)


def _ran(program: _Program, text: str, environment: Mapping[str, str]) -> bool:
    found = shutil.which(program.command[0], path=environment.get("PATH"))
    if found is None or (program.needs and not environment.get(program.needs)):
        return False
    try:
        done = subprocess.run(  # noqa: S603 -- one of the four above, the text as its input
            [found, *program.command[1:]],
            input=text.encode(),
            env=dict(environment),
            # a program that stays to serve the clipboard would hold a pipe open for ever
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _into_file(text: str) -> Path:
    path = data_directory() / _FILE
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(text.encode())
    return path
