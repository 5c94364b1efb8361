"""The child process of suggestions: one is kept, what it says is passed on, its end is told."""

import sys
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from annotator.services.suggestion_process import SuggestionProcess

Heard = SimpleQueue[tuple[str, str]]

ECHO = """
import json, os, sys
for line in sys.stdin:
    print(json.dumps({"document": f"{json.loads(line)} {os.getpid()}"}), flush=True)
"""
FAILS = 'print(\'{"failure": "no room"}\\n{"stopped": "too big"}\', flush=True); input(); input()'
DIES = "import sys; sys.exit(7)"
CUT_OFF = 'import os; print(\'{"docu\', end="", flush=True); os._exit(9)'


@pytest.fixture
def heard() -> Heard:
    return SimpleQueue()


@pytest.fixture
def started() -> Iterator[list[SuggestionProcess]]:
    every: list[SuggestionProcess] = []
    yield every
    for process in every:
        process.close()


def process_of(
    script: str, heard: Heard, started: list[SuggestionProcess], *, program: str = sys.executable
) -> SuggestionProcess:
    made = SuggestionProcess(
        Path("p.db"),
        "ana",
        arrived=lambda document_id: heard.put(("arrived", document_id)),
        failed=lambda reason: heard.put(("failed", reason)),
        command=(program, "-c", script),
    )
    started.append(made)
    return made


def test_one_child_answers_all_requests(heard: Heard, started: list[SuggestionProcess]) -> None:
    process = process_of(ECHO, heard, started)
    process.ask("first\nof two")
    process.ask("second")
    one, other = heard.get(), heard.get()
    assert one[1].startswith("first\nof two ")
    assert other[1].startswith("second ")
    assert one[1].split()[-1] == other[1].split()[-1], "the same process"


def test_failures_are_told_and_the_child_is_kept(
    heard: Heard, started: list[SuggestionProcess]
) -> None:
    process_of(FAILS, heard, started).ask("first")
    assert heard.get() == ("failed", "no room")
    assert heard.get() == ("failed", "suggestions stopped: too big")
    assert heard.empty()


@pytest.mark.parametrize(("script", "code"), [(DIES, 7), (CUT_OFF, 9)])
def test_a_child_that_ends_is_told_and_started_again_when_it_is_asked(
    heard: Heard, started: list[SuggestionProcess], script: str, code: int
) -> None:
    process = process_of(script, heard, started)
    for _ in range(2):
        process.ask("first")
        told = heard.get()
        assert told == ("failed", f"suggestions stopped: it ended by itself (code {code})")


def test_a_child_that_cannot_be_started_is_told(
    heard: Heard, started: list[SuggestionProcess]
) -> None:
    process_of(DIES, heard, started, program="/nowhere/python").ask("first")
    kind, reason = heard.get()
    assert kind == "failed"
    assert "/nowhere/python" in reason


def test_closing_ends_the_child_and_nothing_is_heard_after(
    heard: Heard, started: list[SuggestionProcess]
) -> None:
    process = process_of(ECHO, heard, started)
    process.ask("first")
    number = int(heard.get()[1].split()[-1])
    process.close()
    process.close()
    assert heard.empty()
    assert not Path(f"/proc/{number}").exists()
