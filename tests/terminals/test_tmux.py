"""Inside tmux the terminals that show the session are told, and nobody else's."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminals.pseudo_terminal import PseudoTerminal
from tests.terminals.test_modes import QUIT

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]

Attach = Callable[..., PseudoTerminal]


@pytest.fixture
def attach(project: Path, tmp_path: Path) -> Iterator[Attach]:
    """A function that opens a tmux of our own on a terminal: `attach("new-session", …)`."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "HOME": str(tmp_path),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "TMUX_TMPDIR": str(tmp_path),
        "ANNOTATOR_PROJECT": str(project),
    }
    settings = tmp_path / "tmux.conf"
    settings.write_text("set -g status-left 'statusline'\n", encoding="utf-8")
    server = ["/usr/bin/env", "tmux", "-L", "test", "-f", str(settings)]

    def open_tmux(*arguments: str) -> PseudoTerminal:
        return PseudoTerminal([*server, *arguments], answers="vte", environment=environment)

    yield open_tmux
    with open_tmux("kill-server") as last:
        last.end()


ANNOTATE = (
    f"{sys.executable} -c 'from annotator.cli.main import main; main()' annotate --as lina;"
    " echo left it; cat"
)


def test_the_terminal_around_tmux_is_told_and_told_again(attach: Attach) -> None:
    with attach("new-session", "-s", "work", ANNOTATE) as terminal:
        terminal.read_until(lambda t: "ENTITIES" in t.output)
        assert not terminal.modes.does_bidi
        # clearing the terminal behind its back would leave tmux's own line empty
        assert "statusline" in terminal.output.rpartition("\x1b[8l")[2]
        terminal.press(QUIT)
        terminal.read_until(lambda t: "left it" in t.output)
        assert terminal.modes.does_bidi


def test_a_terminal_with_another_session_is_left_alone(attach: Attach) -> None:
    with attach("new-session", "-s", "other", "cat") as other:
        other.read_until(lambda t: "statusline" in t.output)
        with attach("new-session", "-s", "work", ANNOTATE) as terminal:
            terminal.read_until(lambda t: "ENTITIES" in t.output)
            assert not terminal.modes.does_bidi
        other.press("&")  # stands in no control sequence and in no status line
        other.read_until(lambda t: "&" in t.output)
        assert other.modes.does_bidi


def test_a_tmux_in_a_tmux_is_followed_outwards(attach: Attach) -> None:
    inner = f'TMUX= tmux -L inner -f /dev/null new-session "{ANNOTATE}"'
    with attach("new-session", "-s", "work", inner) as terminal:
        terminal.read_until(lambda t: "ENTITIES" in t.output)
        assert not terminal.modes.does_bidi
        terminal.press(QUIT)
        terminal.read_until(lambda t: "left it" in t.output)
        assert terminal.modes.does_bidi
        with attach("-L", "inner", "kill-server") as last:
            last.end()
