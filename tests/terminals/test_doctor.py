"""`annotator doctor` on a terminal: the sample, the question, and what the answer sets."""

import signal
from functools import partial
from pathlib import Path

import pytest

from annotator.cli.diagnostics import ExitCode
from annotator.settings import load_settings, save_setting, settings_file
from annotator.tui.sample import TRIED_IN_TURN
from tests.terminals.conftest import Start
from tests.terminals.modes import ALTERNATE_SCREEN
from tests.terminals.pseudo_terminal import PseudoTerminal


def asks(number: int) -> str:
    """How question `number` begins."""
    return f"({number} of "


def has_asked(terminal: PseudoTerminal, *, number: int) -> bool:
    """Whether it came to question `number`."""
    return asks(number) in terminal.output


def answered(terminal: PseudoTerminal, *answers: str) -> PseudoTerminal:
    """The terminal after each question was seen and answered."""
    for number, answer in enumerate(answers, start=1):
        terminal.read_until(partial(has_asked, number=number))
        terminal.press(f"{answer}\n")
    return terminal


def test_the_sample_is_drawn_as_the_screen_draws_it(start: Start) -> None:
    with start("doctor", answers="vte") as terminal:
        terminal.read_until(lambda t: asks(1) in t.output)
        assert ALTERNATE_SCREEN in terminal.modes.private
        assert not terminal.modes.does_bidi
        assert "Reuters" in terminal.output
        assert "VTE(7006)" in terminal.output
        answered(terminal, "y")
        assert terminal.end() == ExitCode.DONE
        assert terminal.modes.in_disorder == []
        assert not terminal.modes.bidi_was_off_outside


def test_yes_to_what_was_recognised_keeps_asking_the_terminal(start: Start) -> None:
    save_setting("bidi_terminal", "mlterm")
    with start("doctor", answers="konsole") as terminal:
        assert answered(terminal, "y").end() == ExitCode.DONE
    assert load_settings().bidi_terminal == "auto"


def test_no_shows_the_next_profile_and_yes_to_it_is_kept(start: Start) -> None:
    with start("doctor", answers="plain") as terminal:
        assert answered(terminal, "n", "y").end() == ExitCode.DONE
        assert str(settings_file()) in terminal.output.replace("\r\n", "")
    assert load_settings().bidi_terminal == TRIED_IN_TURN[1]


def test_no_to_everything_names_the_page_and_sets_nothing(start: Start) -> None:
    with start("doctor", answers="plain") as terminal:
        assert answered(terminal, *["n"] * len(TRIED_IN_TURN)).end() == ExitCode.DONE
        assert "docs/terminals.md" in terminal.output
        assert terminal.modes.in_disorder == []
    assert not settings_file().exists()


def test_an_interruption_brings_the_terminal_back(start: Start) -> None:
    with start("doctor", answers="mlterm") as terminal:
        terminal.read_until(lambda t: asks(1) in t.output)
        terminal.send(signal.SIGINT)
        assert terminal.end() == ExitCode.FAILED
        assert terminal.modes.in_disorder == []


@pytest.mark.parametrize("variable", ["ANNOTATOR_BIDI", ""])
def test_what_is_asked_for_goes_before_what_is_recognised(start: Start, variable: str) -> None:
    if not variable:
        save_setting("bidi_terminal", "vte")
    variables = {variable: "vte"} if variable else {}
    with start("annotate", "--as", "lina", answers="plain", **variables) as terminal:
        terminal.read_until(lambda t: "ENTITIES" in t.output)
        assert not terminal.modes.does_bidi


def test_a_profile_nobody_knows_is_refused_before_the_screen_opens(
    start: Start, project: Path
) -> None:
    with start("annotate", "--as", "lina", ANNOTATOR_BIDI="xtrem") as terminal:
        assert terminal.end() == ExitCode.WRONG_USAGE
        assert "'xtrem'" in terminal.output
        assert ALTERNATE_SCREEN not in terminal.modes.private
    assert project.is_file()
