"""The page on terminals names every way there is to keep one from reordering Arabic."""

from pathlib import Path
from typing import get_args

from annotator.settings import BidiTerminal
from annotator.tui.terminal import PROFILES
from tools.terminal_pictures.emulators import EMULATORS

PAGE = (Path(__file__).parents[2] / "docs" / "terminals.md").read_text(encoding="utf-8")


def test_the_setting_takes_every_profile_and_no_other() -> None:
    assert set(get_args(BidiTerminal)) == {"auto", *PROFILES}


def test_every_profile_is_on_the_page() -> None:
    assert [name for name in PROFILES if f"`{name}`" not in PAGE] == []


def test_every_terminal_that_is_photographed_is_on_the_page() -> None:
    names = {part for name in EMULATORS for part in name.split("-")} - {"urxvt", "vte"}
    assert [name for name in names if name not in PAGE] == []
