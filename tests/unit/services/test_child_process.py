"""Child processes: apart from the terminal, told in lines, gone when the program is."""

import sys

from annotator.services.child_process import end_child, start_child

ECHO = """
from annotator.services.child_process import answer_to_program
said, answers = answer_to_program(niceness=1)
print("what a library says")
answers.write(said.get().upper())
answers.flush()
while True:
    said.get()
"""
APART = "import os, sys; print(os.getsid(0) == os.getpid(), flush=True); sys.stdin.read()"


def test_a_child_hears_and_answers_and_what_it_prints_beside_is_not_heard() -> None:
    child = start_child([sys.executable, "-c", ECHO])
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write("one\n")
    child.stdin.flush()
    assert child.stdout.readline() == "ONE\n"
    end_child(child)


def test_a_child_ends_by_itself_when_the_program_is_gone() -> None:
    child = start_child([sys.executable, "-c", ECHO])
    assert child.stdin is not None
    child.stdin.close()  # what the system does when a program ends, however it ends
    assert child.wait() == 0
    end_child(child)


def test_a_child_has_no_part_in_the_terminal_and_can_be_ended_twice() -> None:
    child = start_child([sys.executable, "-c", APART])
    assert child.stdout is not None
    assert child.stdout.readline() == "True\n"
    end_child(child)
    end_child(child)
    assert child.returncode < 0


def test_what_a_child_did_not_hear_before_it_ended_is_not_missed() -> None:
    child = start_child([sys.executable, "-c", ""])
    child.wait()
    assert child.stdin is not None
    child.stdin.write("too late\n")
    end_child(child)
