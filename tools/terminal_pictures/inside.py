"""What runs in the terminal: shows the stages in turn, each until its picture is taken."""

import json
import os
import subprocess
import sys
import traceback
from contextlib import ExitStack
from pathlib import Path

from annotator.tui.driver import driver_for
from annotator.tui.probe import find_terminal
from annotator.tui.terminal import Profile
from annotator.tui.tmux import write_to_tmux_clients
from tools.terminal_pictures import plain_print
from tools.terminal_pictures.rows import load_rows
from tools.terminal_pictures.stages import (
    LOG_FILE,
    ROWS_FILE,
    STAGES,
    TERMINAL_FILE,
    OutOfTurnError,
    Stage,
    declare,
    wait_for,
)

_ENVIRONMENT = dict(os.environ)
"""As the terminal gave it: the demo has to find out by itself how many colours there are."""
_LONGEST_PICTURE_S = 60.0
_DEMO_OPENS_S = 4.0
"""Long enough for the suggestions to be there as well."""


def main(folder: Path) -> None:
    """Show every stage; what goes wrong is written to a log, for the terminal is gone by then."""
    try:
        terminal = find_terminal()
        _use_the_colors_of(terminal.profile)
        size = os.get_terminal_size()
        said = {
            "profile": terminal.profile.name,
            "draws_every_color": terminal.draws_every_color,
            "columns": size.columns,
            "rows": size.lines,
            "term": os.environ.get("TERM", ""),
        }
        (folder / TERMINAL_FILE).write_text(json.dumps(said), encoding="utf-8")
        for stage in STAGES:
            _show(folder, stage, terminal.profile)
    except BaseException:
        (folder / LOG_FILE).write_text(traceback.format_exc(), encoding="utf-8")
        raise


def _use_the_colors_of(profile: Profile) -> None:
    """All terminals here draw 24-bit colours; GNU screen, between us and them, does not."""
    if profile.name == "screen":
        os.environ.pop("COLORTERM", None)
    else:
        os.environ["COLORTERM"] = "truecolor"


def _show(folder: Path, stage: Stage, profile: Profile) -> None:
    if stage in ("quiet", "loud"):
        from tools.terminal_pictures.test_screen import TestScreen

        TestScreen(folder, stage, driver_for(profile)).run()
    elif stage == "demo":
        _show_demo(folder)
    else:
        _show_plain(folder, stage, None if stage == "untouched" else profile)


def _show_plain(folder: Path, stage: Stage, profile: Profile | None) -> None:
    is_in_tmux = profile is not None and profile.name == "tmux"
    with ExitStack() as undoing:
        if is_in_tmux:
            write_to_tmux_clients(is_start=True)
            undoing.callback(write_to_tmux_clients, is_start=False)
        plain_print.enter(profile)
        undoing.callback(plain_print.leave, profile)
        if stage == "corners":
            plain_print.show_corners()
        elif stage == "glyphs":
            plain_print.show_glyphs(load_rows(folder / ROWS_FILE))
        else:
            plain_print.show_lines(load_rows(folder / ROWS_FILE))
        declare(folder, stage, "shown")
        wait_for(folder, stage, "taken", limit_s=_LONGEST_PICTURE_S)


def _show_demo(folder: Path) -> None:
    command = "from annotator.cli.main import main; main()"
    demo = subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-c", command, "demo", "--as", "لينا"], env=_ENVIRONMENT
    )
    try:
        code = demo.wait(timeout=_DEMO_OPENS_S)
        message = f"the demo ended by itself with exit code {code}"
        raise OutOfTurnError(message)
    except subprocess.TimeoutExpired:
        declare(folder, "demo", "shown")
        wait_for(folder, "demo", "taken", limit_s=_LONGEST_PICTURE_S)
    finally:
        demo.terminate()
        demo.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
