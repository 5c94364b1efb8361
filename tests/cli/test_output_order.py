"""Who puts printed Arabic in display order: we, unless the terminal does it by itself."""

import sys
from collections.abc import Iterator

import pytest

from annotator.arabic.visual import visual
from annotator.cli import diagnostics, output
from annotator.settings import save_setting
from annotator.tui import printing
from annotator.tui.printing import does_terminal_reorder
from annotator.tui.probe import Terminal
from annotator.tui.terminal import PROFILES

LINE = "قال سامي 12"


@pytest.fixture(autouse=True)
def _nobody_asked_before() -> Iterator[None]:
    does_terminal_reorder.cache_clear()
    yield
    does_terminal_reorder.cache_clear()


@pytest.mark.parametrize(
    ("profile", "said", "is_left_to_it"),
    [
        ("plain", "XTerm(379)", False),
        ("kitty", "kitty(0.26)", False),
        ("vte", "VTE(7006)", True),
        ("konsole", "Konsole 22", True),
        ("mlterm", "", True),
        ("terminal-does-it", "", True),
    ],
)
def test_a_terminal_that_reorders_gets_lines_in_the_order_of_the_text(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    profile: str,
    said: str,
    is_left_to_it: bool,  # noqa: FBT001
) -> None:
    found = Terminal(PROFILES[profile], draws_every_color=False, said=said)
    monkeypatch.setattr(printing, "find_terminal", lambda: found)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    output.emit(LINE)
    assert capsys.readouterr().out == f"{LINE if is_left_to_it else visual(LINE)}\n"


@pytest.mark.parametrize("is_left_to_it", [False, True])
def test_what_is_said_beside_the_data_is_in_the_same_order(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    is_left_to_it: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(printing, "does_terminal_reorder", lambda: is_left_to_it)
    diagnostics.note(LINE)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    diagnostics.note(LINE)
    drawn = LINE if is_left_to_it else visual(LINE)
    assert capsys.readouterr().err == f"{LINE}\n{drawn}\n"


@pytest.mark.parametrize(("inherited", "is_left_to_it"), [("VTE_VERSION", True), ("", False)])
def test_behind_tmux_the_environment_tells_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    inherited: str,
    is_left_to_it: bool,  # noqa: FBT001
) -> None:
    found = Terminal(PROFILES["tmux"], draws_every_color=False, said="tmux 3.3a")
    monkeypatch.setattr(printing, "find_terminal", lambda: found)
    if inherited:
        monkeypatch.setenv(inherited, "7006")
    assert does_terminal_reorder() == is_left_to_it


def test_neighbouring_columns_are_kept_apart_where_the_terminal_reorders(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    monkeypatch.setattr(output, "is_drawing", lambda: False)
    output.table(["من", "إلى"], [["سامي", "كمال"]])
    assert "سامي\u200e  \u200eكمال\n" in capsys.readouterr().out


def test_a_wrong_setting_does_not_stop_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    save_setting("bidi_terminal", "vte")
    assert does_terminal_reorder()
    does_terminal_reorder.cache_clear()
    monkeypatch.setenv("ANNOTATOR_BIDI", "xtrem")
    assert not does_terminal_reorder()
