"""Learn in the background while somebody annotates: a child process now and then."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.services.child_process import end_child, start_child
from annotator.services.learning_policy import LearningState, is_due
from annotator.services.project import Project
from annotator.store import models, state
from annotator.wording import worded

CHILD = (sys.executable, "-m", "annotator.services.learning_child")


@dataclass(frozen=True, slots=True)
class Learned:
    """What a child did."""

    version: int
    """Of the model; 0 if only suggestions were made."""
    refreshed: tuple[str, ...]
    """Documents with new suggestions."""
    failure: str = ""
    """Why it did not; empty if it did."""


class Learning:
    """Starts a child when it is due, and hears of its end; asked now and then, it never waits."""

    def __init__(self, project: Project, layer: str, *, command: Sequence[str] = CHILD) -> None:
        self._path = Path(project.path)
        self._layer = layer
        self._command = tuple(command)
        self._child: subprocess.Popen[str] | None = None
        self._began = 0.0
        self._ended: float | None = None
        self._lasted = 0.0
        latest = models.latest(project.connection, layer)
        self._learned_count = latest.document_count if latest else 0

    def tick(
        self, project: Project, *, now: float, idle_seconds: float, open_document: str
    ) -> Learned | None:
        """Begin if it is due; what a child did that ended since the last time.

        `now` is of any clock that goes on evenly, in seconds. Takes a millisecond or two.
        """
        if self._child is not None:
            return self._heard(now)
        finished = state.finished_count(project.connection, self._layer)
        asked = LearningState(
            finished_count=finished,
            learned_count=self._learned_count,
            idle_seconds=idle_seconds,
            since_last_seconds=None if self._ended is None else now - self._ended,
            last_seconds=self._lasted,
        )
        if is_due(asked):
            self._began = now
            self._learned_count = finished  # also if it fails: the same would fail again
            self._child = start_child((*self._command, str(self._path), self._layer, open_document))
        return None

    @property
    def is_running(self) -> bool:
        """Whether a child is learning now."""
        return self._child is not None

    def close(self) -> None:
        """End the child, if there is one; what it did not store is not missed."""
        child, self._child = self._child, None
        if child is not None:
            end_child(child)

    def _heard(self, now: float) -> Learned | None:
        child = self._child
        if child is None or child.poll() is None:
            return None
        output = child.stdout.read() if child.stdout is not None else ""
        self.close()
        self._ended, self._lasted = now, now - self._began
        try:
            answer = json.loads(output.splitlines()[-1])
            failure = str(answer.get("failure", ""))
            if not failure:
                return Learned(int(answer["version"]), tuple(answer["refreshed"]))
        except (IndexError, KeyError, TypeError, ValueError):
            failure = worded("it ended by itself (code {code})", code=child.returncode)
        return Learned(0, (), worded("learning stopped: {reason}", reason=failure))
