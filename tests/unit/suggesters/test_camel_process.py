"""The child process of camel-tools, played by small scripts that answer, hang, die or talk."""

import sys
from collections.abc import Iterator

import pytest

from annotator.errors import SuggesterError
from annotator.suggesters.camel_process import CamelProcess

ANSWER = """
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    if "sentences" in request:
        found = [[["B-LOC", 0.9] for _ in words] for words in request["sentences"]]
        print(json.dumps({"entities": found}), flush=True)
    else:
        print(json.dumps({"failure": "memory", "message": "MemoryError: no room"}), flush=True)
"""
HANG = "import sys\nfor line in sys.stdin: pass"
TALK = "import sys\nfor line in sys.stdin: print('Downloading …', flush=True)"
DIE = "import sys\nsys.stdin.readline(); sys.exit(3)"
IS_KILLED = "import os, signal, sys\nsys.stdin.readline(); os.kill(os.getpid(), signal.SIGKILL)"


@pytest.fixture
def started() -> Iterator[list[CamelProcess]]:
    processes: list[CamelProcess] = []
    yield processes
    for process in processes:
        process.close()


def child(started: list[CamelProcess], script: str, *, seconds: float = 30.0) -> CamelProcess:
    process = CamelProcess((sys.executable, "-c", script), load_seconds=seconds)
    started.append(process)
    return process


def test_one_child_answers_many_requests(started: list[CamelProcess]) -> None:
    process = child(started, ANSWER)
    assert process.entities([["في", "بغداد"]]) == [[("B-LOC", 0.9), ("B-LOC", 0.9)]]
    assert process.entities([]) == []


def test_a_failure_is_told_with_its_remedy_and_the_child_goes_on(
    started: list[CamelProcess],
) -> None:
    process = child(started, ANSWER)
    with pytest.raises(SuggesterError, match=r"no room.*close other programs"):
        process.proclitics(["قال"])
    assert process.entities([["بغداد"]]) == [[("B-LOC", 0.9)]]


def test_a_child_that_hangs_is_ended(started: list[CamelProcess]) -> None:
    process = child(started, HANG, seconds=0.2)
    with pytest.raises(SuggesterError, match="did not answer within 0 s"):
        process.entities([["بغداد"]])


@pytest.mark.parametrize(
    ("script", "told"),
    [(TALK, "ended by itself"), (DIE, r"code 3"), (IS_KILLED, "want of memory")],
    ids=["talks", "dies", "is killed"],
)
def test_whatever_becomes_of_the_child_is_one_sentence(
    started: list[CamelProcess], script: str, told: str
) -> None:
    process = child(started, script)
    for _ in range(2):  # and the next request starts another one
        with pytest.raises(SuggesterError, match=told):
            process.entities([["بغداد"]])
