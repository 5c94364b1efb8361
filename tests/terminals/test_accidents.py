"""The real command on a real terminal: held keys and pasted text decide nothing, windows agree."""

from pathlib import Path

import pytest

from annotator.services.integrity import check_integrity
from annotator.services.project import Project
from tests.terminals.conftest import LAYER, Start
from tests.terminals.pseudo_terminal import PseudoTerminal

ARTICLE = "p g, Space. وصل الوفد إلى القاهرة [x] = ! Q\nz . . .\n" * 20


def is_ready(terminal: PseudoTerminal) -> bool:
    return "ENTITIES" in terminal.output and "keys" in terminal.output


def decided(project: Path) -> int:
    """How many annotations and decisions are stored; state and journal agree."""
    with Project.open(project) as opened:
        assert check_integrity(opened) == []
        return sum(
            len(opened.annotations(LAYER, heading.id).items) for heading in opened.headings()
        )


@pytest.mark.parametrize("keys", [" " * 60, "p" * 60, "." * 60, "\x7f" * 60, ARTICLE])
def test_keys_that_come_as_no_person_presses_them_decide_nothing(
    start: Start, project: Path, keys: str
) -> None:
    with start() as terminal:
        terminal.read_until(is_ready)
        terminal.forget()
        terminal.press(keys)
        terminal.read_until(lambda shown: "faster" in shown.output)
        terminal.press("\x11")  # Ctrl+Q
        assert terminal.end() == 0
    assert decided(project) == 0


def test_a_pasted_article_decides_nothing(start: Start, project: Path) -> None:
    with start() as terminal:
        terminal.read_until(is_ready)
        terminal.press(f"\x1b[200~{ARTICLE}\x1b[201~")
        terminal.read_until(lambda shown: "pasted" in shown.output)
        terminal.press("\x11")
        assert terminal.end() == 0
    assert decided(project) == 0


def test_what_one_window_decides_the_other_shows_by_itself(start: Start, project: Path) -> None:
    wide = (120, 30)  # there the mentions are listed
    with start(size=wide) as one, start(size=wide) as other:
        one.read_until(is_ready)
        other.read_until(is_ready)
        other.forget()
        one.press("p")
        one.read_until(lambda _: decided(project) == 1)
        other.read_until(lambda shown: "PER" in shown.output)
