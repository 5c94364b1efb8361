"""Talk to the child process of camel-tools: within a time limit, and whatever becomes of it."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from functools import lru_cache
from queue import Empty, SimpleQueue
from typing import IO, TypeAlias, cast

from annotator.errors import SuggesterError

LABELS: TypeAlias = list[list[tuple[str, float]]]
"""For every sentence and word a label and its probability."""

CHILD = (sys.executable, "-m", "annotator.suggesters.camel_child")
LOAD_SECONDS = 180.0
"""For the first answer: libraries and model are read from disk."""
ANSWER_SECONDS = 60.0

_KILLED = -9
"""How a child ends that the system takes away for want of memory."""

GET_PACKAGE = "pip install torch==2.13.0 && pip install 'annotator-arabic[camel]'"
"""The first command keeps pip from the CUDA build, several GB that nothing here uses."""
_REMEDIES = {
    "package": f"install it with: {GET_PACKAGE}",
    "data": "see what is missing with: annotator models --check",
    "memory": "close other programs, or go on without it",
}


class CamelProcess:
    """Starts the child at the first request, and again after it had to be ended."""

    def __init__(
        self,
        command: Sequence[str] = CHILD,
        *,
        load_seconds: float = LOAD_SECONDS,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        self._command = tuple(command)
        self._load_seconds = load_seconds
        self._answer_seconds = answer_seconds
        self._child: subprocess.Popen[str] | None = None
        self._answers: SimpleQueue[str] = SimpleQueue()
        self._loaded: set[str] = set()
        self._asking = threading.Lock()

    def entities(self, sentences: Sequence[Sequence[str]]) -> LABELS:
        """Labels of words, BIO over PERS, LOC, ORG and MISC.

        Raises:
            SuggesterError: camel-tools cannot answer, and why.
        """
        reply = self._ask("entities", {"sentences": [list(words) for words in sentences]})
        return [[(str(label), float(score)) for label, score in sentence] for sentence in reply]

    def proclitics(self, words: Sequence[str]) -> "list[str | None]":
        """The proclitics of each word; None for a word the morphology does not know.

        Raises:
            SuggesterError: camel-tools cannot answer, and why.
        """
        return cast("list[str | None]", self._ask("proclitics", {"words": list(words)}))

    def close(self) -> None:
        """End the child, if there is one."""
        child, self._child = self._child, None
        self._loaded.clear()
        if child is not None:
            child.kill()
            child.wait()
            for stream in (child.stdin, child.stdout):
                if stream is not None:
                    stream.close()

    def _ask(self, what: str, request: object) -> "list[list[tuple[str, float]]]":
        with self._asking:
            limit = self._answer_seconds if what in self._loaded else self._load_seconds
            reply = self._reply(request, limit)
            if "failure" in reply:
                kind, message = str(reply["failure"]), str(reply.get("message", ""))
                remedy = _REMEDIES.get(kind, _REMEDIES["data"])
                raise SuggesterError(f"camel-tools cannot work ({message}); {remedy}")
            self._loaded.add(what)
            return cast("LABELS", reply[what])

    def _reply(self, request: object, seconds: float) -> dict[str, object]:
        child = self._running()
        try:
            if child.stdin is not None:
                child.stdin.write(json.dumps(request) + "\n")
                child.stdin.flush()
            line = self._answers.get(timeout=seconds)
            reply = json.loads(line) if line else None
        except (Empty, OSError, ValueError) as error:
            ended = child.poll()
            self.close()
            if isinstance(error, Empty):
                message = f"camel-tools did not answer within {seconds:.0f} s and was ended"
                raise SuggesterError(f"{message}; go on without it, or try again") from error
            raise SuggesterError(_end(ended)) from error
        if not isinstance(reply, dict):
            ended = child.wait()
            self.close()
            raise SuggesterError(_end(ended))
        return reply

    def _running(self) -> "subprocess.Popen[str]":
        if self._child is None or self._child.poll() is not None:
            self.close()
            self._answers = SimpleQueue()
            quiet = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_VERBOSITY": "error", "TQDM_DISABLE": "1"}
            self._child = subprocess.Popen(  # noqa: S603 -- our own module
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                env={**os.environ, **quiet},
                start_new_session=True,  # Ctrl+C is for the program, not for its child
            )
            reader = threading.Thread(
                target=_pass_on, args=(self._child.stdout, self._answers), daemon=True
            )
            reader.start()
        return self._child


@lru_cache
def shared_process() -> CamelProcess:
    """The one child this program has; models are large."""
    return CamelProcess()


def _pass_on(stream: "IO[str] | None", answers: "SimpleQueue[str]") -> None:
    """Put every line into the queue, and an empty one at the end."""
    if stream is not None:
        try:
            for line in stream:
                answers.put(line)
        except ValueError:  # closed while it was read
            pass
    answers.put("")


def _end(code: int | None) -> str:
    """Why the child is gone."""
    if code == _KILLED:
        return f"camel-tools was ended by the system, for want of memory; {_REMEDIES['memory']}"
    return f"camel-tools ended by itself (code {code}); {_REMEDIES['data']}"
