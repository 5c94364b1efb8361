"""The terminal is as it was, however the program ends; its own bidi is off meanwhile."""

import signal
from pathlib import Path

import pytest

from annotator.cli.diagnostics import ExitCode
from annotator.cli.main import run
from tests.terminals.conftest import Start
from tests.terminals.modes import ALTERNATE_SCREEN, CURSOR
from tests.terminals.pseudo_terminal import PseudoTerminal

QUIT = "\x11"  # Ctrl+Q
SIGNALS = [signal.SIGTERM, signal.SIGHUP]
REORDERING = ["vte", "konsole", "mlterm"]


def is_open(terminal: PseudoTerminal) -> bool:
    """Whether the annotate screen is there, not only the text."""
    return "ENTITIES" in terminal.output


def assert_as_before(terminal: PseudoTerminal) -> None:
    assert terminal.modes.in_disorder == []
    assert terminal.settings_are_as_before
    assert not terminal.modes.bidi_was_off_outside


@pytest.mark.parametrize("answers", ["plain", "kitty", "silent", *REORDERING])
def test_leaving_brings_every_terminal_back(start: Start, answers: str) -> None:
    with start(answers=answers) as terminal:
        terminal.read_until(is_open)
        assert {"the alternate screen is on", "the cursor is hidden"} < set(
            terminal.modes.in_disorder
        )
        assert terminal.modes.does_bidi == (answers not in REORDERING)
        terminal.press(QUIT)
        assert terminal.end() == ExitCode.DONE
        assert_as_before(terminal)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_that_ends_it_brings_the_terminal_back(
    start: Start, number: signal.Signals
) -> None:
    with start(answers="konsole") as terminal:
        terminal.read_until(is_open)
        terminal.send(number)
        assert terminal.end() == 128 + number
        assert_as_before(terminal)


# The questions are asked; the screen is entered; bidi is off; the first text is there.
@pytest.mark.parametrize("seen", ["\x1b[c", "\x1b[?1049h", "use_ctl=false", "\x1b[1;1H"])
def test_a_signal_while_it_starts_brings_the_terminal_back(start: Start, seen: str) -> None:
    with start(answers="mlterm") as terminal:
        terminal.read_until(lambda t: seen in t.output)
        terminal.send(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert_as_before(terminal)


def test_a_signal_while_a_silent_terminal_is_asked_leaves_its_line_as_it_was(
    start: Start,
) -> None:
    with start(answers="silent") as terminal:
        terminal.read_until(lambda t: "\x1b[c" in t.output)
        terminal.send(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert_as_before(terminal)


def test_a_terminal_that_goes_away_ends_it(start: Start, project: Path) -> None:
    with start(answers="vte") as terminal:
        terminal.read_until(is_open)
        terminal.hang_up()
        assert terminal.end() == 128 + signal.SIGHUP
    assert run(["fsck", "--project", str(project)]) == ExitCode.DONE


def test_suspending_gives_the_terminal_back_and_resuming_takes_it_again(start: Start) -> None:
    with start(answers="vte") as terminal:
        terminal.read_until(is_open)
        terminal.send(signal.SIGTSTP)
        terminal.stop()
        assert_as_before(terminal)
        terminal.forget()
        terminal.send(signal.SIGCONT)
        terminal.read_until(is_open)  # it draws everything anew
        assert ALTERNATE_SCREEN in terminal.modes.private
        assert CURSOR not in terminal.modes.private
        assert not terminal.modes.does_bidi
        assert not terminal.modes.bidi_was_off_outside
        terminal.press(QUIT)
        assert terminal.end() == ExitCode.DONE
        assert_as_before(terminal)


FAILING = """
from annotator.tui.screens.annotate import AnnotateScreen
def fail(self):
    raise ZeroDivisionError("\\x1b]52;c;aGk=\\x07 \\x9b31m \\u202e \\x00 [b]صفر[/b]")
AnnotateScreen.action_help = fail
"""
F1 = "\x1bOP"


def test_a_defect_brings_the_terminal_back_and_says_one_harmless_sentence(start: Start) -> None:
    with start(answers="vte", before=FAILING) as terminal:
        terminal.read_until(is_open)
        terminal.press(F1)
        assert terminal.end() == ExitCode.FAILED
        assert_as_before(terminal)
        said = terminal.output.rpartition("\x1b[?1049l")[2]
    assert "ZeroDivisionError" in said
    assert "Traceback" not in said
    for harm in ("\x1b]", "\x9b", "\u202e", "\x00", "\x07"):
        assert harm not in said


def test_reset_terminal_mends_what_a_killed_one_left(start: Start) -> None:
    with start(answers="konsole") as terminal:
        terminal.read_until(is_open)
        terminal.send(signal.SIGKILL)
        terminal.end()
        left = terminal.modes
        assert len(left.in_disorder) > 5
        with start("reset-terminal") as mending:
            mending.spoil()
            assert not mending.line_is_sane
            assert mending.end() == ExitCode.DONE
            assert mending.line_is_sane
            assert "switched mouse" in mending.output
        left.feed(mending.output)
    assert left.in_disorder == []
