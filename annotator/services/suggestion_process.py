"""Suggest in the background while somebody annotates: one child process, kept for the next time."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.services.child_process import end_child, start_child
from annotator.wording import worded

CHILD = (sys.executable, "-m", "annotator.services.suggestion_child")


class SuggestionProcess:
    """Starts the child when it is first asked, and again if it ended; asked, it never waits.

    A process, not a thread: making suggestions would hold up every key of the program otherwise.
    `arrived` hears of each document with new suggestions, `failed` of what a person should know;
    both are called from another thread, and not after `close`.
    """

    def __init__(
        self,
        path: Path,
        layer: str,
        *,
        arrived: Callable[[str], object],
        failed: Callable[[str], object],
        command: Sequence[str] = CHILD,
    ) -> None:
        self._command = (*command, str(path), layer)
        self._arrived = arrived
        self._failed = failed
        self._child: subprocess.Popen[str] | None = None
        self._hearing: threading.Thread | None = None

    def ask(self, open_document: str) -> None:
        """Suggest for the document that is open now, in place of what was asked before."""
        try:
            child = self._running()
            if child.stdin is not None:
                child.stdin.write(json.dumps(open_document) + "\n")
                child.stdin.flush()
        except BrokenPipeError:
            pass  # it ended just now, which is heard
        except OSError as error:
            self._failed(_stopped(str(error)))

    def close(self) -> None:
        """End the child, if there is one; what it did not store is suggested the next time."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            if self._hearing is not None:
                self._hearing.join()
            end_child(child)

    def _running(self) -> "subprocess.Popen[str]":
        if self._child is not None and self._child.poll() is not None:
            self.close()
        if self._child is None:
            self._child = start_child(self._command)
            self._hearing = threading.Thread(target=self._hear, args=(self._child,), daemon=True)
            self._hearing.start()
        return self._child

    def _hear(self, child: "subprocess.Popen[str]") -> None:
        """Pass on what the child says, until it ends."""
        for line in child.stdout or ():
            if self._child is not child or not line.endswith("\n"):
                break
            answer = json.loads(line)
            if "document" in answer:
                self._arrived(answer["document"])
            else:
                self._failed(answer.get("failure") or _stopped(answer["stopped"]))
        code = child.wait()
        if self._child is child:  # else it was meant to end
            self._failed(_stopped(worded("it ended by itself (code {code})", code=code)))


def _stopped(reason: str) -> str:
    return worded("suggestions stopped: {reason}", reason=reason)
