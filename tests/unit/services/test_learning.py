"""Learning in a child process: begun when due, heard of without waiting, ended at any moment."""

import sys
from collections.abc import Iterator

import pytest

from annotator.model.span import Span
from annotator.services import learning_child
from annotator.services.document_edits import MarkDone
from annotator.services.editing import EditingSession
from annotator.services.learning import Learned, Learning
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.services.queue import QueueChoices, make_queues
from annotator.store import suggestions
from tests.unit.services.learners import WordLearner

ANSWERS = 'import sys; print("talk"); print(\'{"version": 1, "refreshed": ["d2"]}\')'
FAILS = 'print(\'{"failure": "no room"}\')'
DIES = "import sys; sys.exit(7)"
HANGS = "import time\nwhile True: time.sleep(1)"


@pytest.fixture
def started() -> Iterator[list[Learning]]:
    every: list[Learning] = []
    yield every
    for learning in every:
        learning.close()


def finish(project: Project, key: str) -> None:
    session = EditingSession(project, "ana", key)
    session.run(LabelSpan(Span(4, 8), "PER"))
    session.run(MarkDone())


def learning_by(project: Project, started: list[Learning], script: str) -> Learning:
    made = Learning(project, "ana", command=(sys.executable, "-c", script))
    started.append(made)
    return made


def tick(learning: Learning, project: Project, *, now: float, idle: float = 60) -> Learned | None:
    return learning.tick(project, now=now, idle_seconds=idle, open_document="d1")


def wait_for_child(learning: Learning) -> None:
    child = learning._child  # noqa: SLF001 -- the test waits where the program never does
    assert child is not None
    child.wait()


def test_it_begins_after_a_finished_document_in_a_pause_and_is_heard_of(
    project: Project, started: list[Learning]
) -> None:
    learning = learning_by(project, started, ANSWERS)
    assert tick(learning, project, now=0) is None
    assert not learning.is_running
    finish(project, "d1")
    tick(learning, project, now=1, idle=0)
    assert not learning.is_running
    tick(learning, project, now=2)
    assert learning.is_running
    wait_for_child(learning)
    assert tick(learning, project, now=4) == Learned(1, ("d2",))
    tick(learning, project, now=1000)
    assert not learning.is_running, "nothing new was finished"


def test_it_keeps_to_its_share_of_the_time(project: Project, started: list[Learning]) -> None:
    learning = learning_by(project, started, ANSWERS)
    finish(project, "d1")
    tick(learning, project, now=0)
    wait_for_child(learning)
    tick(learning, project, now=10)  # it took ten seconds
    finish(project, "d2")
    tick(learning, project, now=99)
    assert not learning.is_running
    tick(learning, project, now=100)
    assert learning.is_running


@pytest.mark.parametrize(("script", "told"), [(FAILS, "no room"), (DIES, "by itself")])
def test_a_failure_is_told_once_and_not_tried_again(
    project: Project, started: list[Learning], script: str, told: str
) -> None:
    learning = learning_by(project, started, script)
    finish(project, "d1")
    tick(learning, project, now=0)
    wait_for_child(learning)
    heard = tick(learning, project, now=1)
    assert heard is not None
    assert told in heard.failure
    assert tick(learning, project, now=1000) is None
    assert not learning.is_running


def test_it_can_be_ended_at_any_moment(project: Project, started: list[Learning]) -> None:
    learning = learning_by(project, started, HANGS)
    finish(project, "d1")
    tick(learning, project, now=0)
    assert tick(learning, project, now=100) is None
    learning.close()
    assert not learning.is_running


def test_the_child_trains_and_suggests_anew_for_what_is_not_finished(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning_child, "installed_learners", lambda: (WordLearner(),))
    finish(project, "d1")
    answer = learning_child.learn_and_suggest(project.path, "ana", "d1")
    assert (answer["version"], answer["refreshed"]) == (1, ["d2"])
    assert suggestions.documents_with(project.connection, "ana") == {"d2"}


def test_the_child_begins_with_the_open_document_and_follows_the_queue(project: Project) -> None:
    make_queues(project, ["ana"], QueueChoices("shortest"))
    assert learning_child._next(project, "ana", "d1") == ["d1", "d2"]  # noqa: SLF001 -- pure
    assert learning_child._next(project, "ana", "d2") == ["d2", "d1"]  # noqa: SLF001 -- pure
