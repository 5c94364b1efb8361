"""The terminals pictures are taken of: how each is started with our font, size and command."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FONT = "DejaVu Sans Mono"
POINTS = 11
COLUMNS, ROWS = 96, 30

Start = Callable[[Path, Sequence[str]], Sequence[str]]
"""From the home folder and the command to run: the command that opens the terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Emulator:
    """A terminal program, or one inside another."""

    start: Start
    programs: tuple[str, ...]
    """What has to be installed; `.ci/terminals.sh` names the Debian packages."""
    reorders: bool = False
    """Whether it turns Arabic round by itself unless it is told not to."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The programs that are not installed."""
        return tuple(program for program in self.programs if shutil.which(program) is None)


def _xterm(_home: Path, command: Sequence[str]) -> Sequence[str]:
    size = f"{COLUMNS}x{ROWS}+0+0"
    return ["xterm", "-geometry", size, "-fa", FONT, "-fs", str(POINTS), "-e", *command]


def _sakura(_home: Path, command: Sequence[str]) -> Sequence[str]:
    size = ["-c", str(COLUMNS), "-r", str(ROWS)]
    run = ["-f", f"{FONT} {POINTS}", *size, "-x", " ".join(command)]
    return ["dbus-run-session", "--", "sakura", *run]


def _konsole(home: Path, command: Sequence[str]) -> Sequence[str]:
    profiles = home / ".local" / "share" / "konsole"
    profiles.mkdir(parents=True)
    (profiles / "pictures.profile").write_text(
        f"[General]\nName=pictures\nParent=FALLBACK/\n"
        f"TerminalColumns={COLUMNS}\nTerminalRows={ROWS}\n"
        f"[Appearance]\nFont={FONT},{POINTS},-1,5,50,0,0,0,0,0\n[Scrolling]\nScrollBarPosition=2\n",
        encoding="utf-8",
    )
    run = ["konsole", "--profile", "pictures", "--nofork", "--hide-menubar", "--hide-tabbar", "-e"]
    return ["dbus-run-session", "--", *run, *command]


def _mlterm(home: Path, command: Sequence[str]) -> Sequence[str]:
    settings = home / ".mlterm"
    settings.mkdir()
    (settings / "aafont").write_text(f"DEFAULT={FONT}\nISO10646_UCS4_1={FONT}\n", encoding="utf-8")
    size = f"{COLUMNS}x{ROWS}+0+0"
    # without the space between lines it cuts the dots off below the letters
    look = ["--type=xft", "--fontsize=15", "--lsp=3", "--geometry", size, "--sbmod=none"]
    return ["mlterm", *look, "-e", *command]


def _alacritty(_home: Path, command: Sequence[str]) -> Sequence[str]:
    options = [
        f"font.normal.family={FONT}",
        f"font.size={POINTS}",
        f"window.dimensions.columns={COLUMNS}",
        f"window.dimensions.lines={ROWS}",
    ]
    return ["alacritty", *(part for option in options for part in ("-o", option)), "-e", *command]


def _kitty(_home: Path, command: Sequence[str]) -> Sequence[str]:
    options = [
        f"font_family={FONT}",
        f"font_size={POINTS}",
        "force_ltr=yes",  # the one thing no sequence can tell it
        "remember_window_size=no",
        f"initial_window_width={COLUMNS}c",
        f"initial_window_height={ROWS}c",
    ]
    given = [part for option in options for part in ("-o", option)]
    return ["kitty", "--config", "NONE", *given, *command]


def _urxvt(_home: Path, command: Sequence[str]) -> Sequence[str]:
    look = ["-fn", f"xft:{FONT}:size={POINTS}", "+sb"]
    return ["urxvt", "-geometry", f"{COLUMNS}x{ROWS}+0+0", *look, "-e", *command]


def _pterm(home: Path, command: Sequence[str]) -> Sequence[str]:
    """PuTTY's own terminal, set as docs/terminals.md says: no sequence tells it."""
    sessions = home / ".putty" / "sessions"
    sessions.mkdir(parents=True)
    (sessions / "Default%20Settings").write_text(
        f"FontName=client:{FONT} {POINTS}\nTermWidth={COLUMNS}\nTermHeight={ROWS}\n"
        "DisableBidi=1\nDisableArabicShaping=1\nScrollBar=0\n",
        encoding="utf-8",
    )
    return ["pterm", "-e", *command]


def _in_tmux(outer: Start) -> Start:
    def start(home: Path, command: Sequence[str]) -> Sequence[str]:
        settings = home / "tmux.conf"
        settings.write_text(
            'set -g status off\nset -g default-terminal "tmux-256color"\n'
            'set -as terminal-features ",*:RGB"\nset -g escape-time 0\n',
            encoding="utf-8",
        )
        # its sockets lie in the home folder: no other session of this person is touched
        server = f"pictures{len(command)}"
        tmux = [
            "env",
            "-u",
            "TMUX",
            f"TMUX_TMPDIR={home}",
            "tmux",
            "-L",
            server,
            "-f",
            str(settings),
        ]
        return outer(home, [*tmux, "new-session", *command])

    return start


def _in_screen(outer: Start) -> Start:
    def start(home: Path, command: Sequence[str]) -> Sequence[str]:
        settings = home / "screenrc"
        settings.write_text("startup_message off\ndefutf8 on\naltscreen on\n", encoding="utf-8")
        return outer(home, ["screen", "-U", "-T", "screen-256color", "-c", str(settings), *command])

    return start


EMULATORS: Mapping[str, Emulator] = {
    "xterm": Emulator(start=_xterm, programs=("xterm",)),
    "vte": Emulator(start=_sakura, programs=("sakura", "dbus-run-session"), reorders=True),
    "konsole": Emulator(start=_konsole, programs=("konsole", "dbus-run-session"), reorders=True),
    "mlterm": Emulator(start=_mlterm, programs=("mlterm",), reorders=True),
    "alacritty": Emulator(start=_alacritty, programs=("alacritty",)),
    "kitty": Emulator(start=_kitty, programs=("kitty",)),
    "urxvt": Emulator(start=_urxvt, programs=("urxvt",)),
    "pterm": Emulator(start=_pterm, programs=("pterm",)),
    "tmux-xterm": Emulator(start=_in_tmux(_xterm), programs=("tmux", "xterm")),
    "tmux-vte": Emulator(
        start=_in_tmux(_sakura), programs=("tmux", "sakura", "dbus-run-session"), reorders=True
    ),
    "tmux-konsole": Emulator(
        start=_in_tmux(_konsole), programs=("tmux", "konsole", "dbus-run-session"), reorders=True
    ),
    "tmux-tmux-vte": Emulator(
        start=_in_tmux(_in_tmux(_sakura)),
        programs=("tmux", "sakura", "dbus-run-session"),
        reorders=True,
    ),
    "screen-vte": Emulator(
        start=_in_screen(_sakura), programs=("screen", "sakura", "dbus-run-session"), reorders=True
    ),
}
