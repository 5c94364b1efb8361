"""Child processes of ours: begun apart from the terminal, ended with the program; both sides."""

import os
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from queue import SimpleQueue
from typing import TextIO

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


# -- in the program


def start_child(command: Sequence[str]) -> "subprocess.Popen[str]":
    """Start a child that hears and answers in lines of text, and knows no terminal.

    Takes less than a millisecond.

    Raises:
        OSError: the system has no room for it.
    """
    return subprocess.Popen(  # noqa: S603 -- our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, **_ONE_THREAD},
        start_new_session=True,  # Ctrl+C is for the program, not for its child
    )


def end_child(child: "subprocess.Popen[str]") -> None:
    """End it, whatever it does, and keep nothing of it; a second time does no harm."""
    child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            with suppress(BrokenPipeError):  # what was said and not heard is not missed
                stream.close()


# -- in the child


def answer_to_program(*, niceness: int) -> tuple["SimpleQueue[str]", TextIO]:
    """The lines the program says, and where to answer; ends this process when the program is gone.

    What libraries print goes nowhere. The more `niceness` (0 to 19), the more this process stands
    back behind everything else on the computer.
    """
    if hasattr(os, "nice"):
        os.nice(niceness)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    said: SimpleQueue[str] = SimpleQueue()
    listening = os.fdopen(os.dup(0), encoding="utf-8")
    threading.Thread(target=_listen, args=(listening, said), daemon=True).start()
    return said, answers


def _listen(listening: TextIO, said: "SimpleQueue[str]") -> None:
    for line in listening:
        said.put(line)
    os._exit(0)  # in the middle of whatever it is: what is stored, is stored in whole transactions
