"""Which terminal this is, and what switches its own reordering of Arabic off and on again.

The application draws Arabic itself, in visual order. A terminal that reorders as well would turn
it round a second time, so it is told not to while the application runs.
"""

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass

from annotator.arabic.characters import shown
from annotator.errors import UsageError
from annotator.wording import marked

OVERRIDE_VARIABLE = "ANNOTATOR_BIDI"
"""Names a profile, for a terminal that is not recognised rightly."""

QUESTION = "\x1b[8$p\x1b[>0q\x1b[c"
"""Is there a bidi mode (DECRQM 8)? What is your name (XTVERSION)? And DA1, which all answer."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How one family of terminals is kept from reordering what is drawn."""

    name: str
    off: str = ""
    """Written once the alternate screen is entered."""
    on: str = ""
    """Written before it is left: the terminal is as it was."""
    hint: str = ""
    """What the person has to set where no sequence does it."""
    left_out: str = ""
    """A character that must not be sent: it takes a place that it should not have."""


def _passed_on(*sequences: str) -> str:
    """What GNU screen hands to the terminal around it, whichever that is."""
    return "".join(f"\x1bP{sequence}\x1b\\" for sequence in sequences)


# The mode goes to rows that are made while it holds; clearing makes every row anew.
_VTE = Profile("vte", "\x1b[8l\x1b[2J", "\x1b[8h")
_KONSOLE = Profile(
    "konsole", "\x1b]50;BidiRenderingEnabled=false\x07", "\x1b]50;BidiRenderingEnabled=true\x07"
)
_MLTERM = Profile(
    "mlterm",
    "\x1b]5379;use_ctl=false\x07",
    "\x1b]5379;use_ctl=true\x07",
    # a row that is drawn over moves to the left behind it
    left_out="\u200c",
)

DOES_IT = "terminal-does-it"
"""Where the terminal cannot be told to leave Arabic alone: it gets the text as it stands."""

_NO_SWITCH = marked(
    "this terminal orders Arabic itself: the cursor may stand off its letter; see docs/terminals.md"
)

PROFILES: Mapping[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile("plain"),
        _VTE,
        _KONSOLE,
        _MLTERM,
        Profile(
            "kitty", hint=marked("if Arabic words read backwards, set force_ltr yes in kitty.conf")
        ),
        Profile("tmux"),  # swallows the sequences: see tmux.py
        Profile(
            "screen",
            _passed_on(_VTE.off, _KONSOLE.off, _MLTERM.off),
            _passed_on(_VTE.on, _KONSOLE.on, _MLTERM.on),
        ),
        Profile(DOES_IT, hint=_NO_SWITCH),
    )
}
PLAIN = PROFILES["plain"]

_BIDI_MODE_KNOWN = re.compile(rb"\x1b\[8;[12]\$y")
_VERSION = re.compile(rb"\x1bP>\|([^\x1b]*)")
_FENCE = re.compile(rb"\x1b\[\?[\d;]*c")
_FAMILIES = {
    "tmux": "tmux",
    "konsole": "konsole",
    "kitty": "kitty",
    "mlterm": "mlterm",
    "mintty": "vte",  # as its documentation says; nobody has looked
}
"""What the name a terminal gives itself begins with, and the profile of such a one."""
_TRUE_COLOR = re.compile(
    r"(xterm|vte|konsole|kitty|wezterm|foot|alacritty|iterm2|mintty|ghostty|contour)\b",
    re.IGNORECASE,
)
"""They draw 24-bit colours whatever their TERM says: xterm calls itself `xterm`, 16 colours."""
_TAKES_CLIPBOARD = re.compile(
    r"(kitty|wezterm|foot|alacritty|iterm2|ghostty|contour|mintty|windows terminal)\b",
    re.IGNORECASE,
)
"""xterm knows the sequence and refuses it unless told otherwise; VTE does not know it."""
_VARIABLES = {
    "TMUX": "tmux",
    "STY": "screen",
    "MLTERM": "mlterm",
    "KONSOLE_VERSION": "konsole",
    "KITTY_WINDOW_ID": "kitty",
}

_MODES = (1000, 1002, 1003, 1005, 1006, 1015, 1016, 1004, 2004, 2026, 2048)
"""Mouse, focus, pasting, held output, sizes: all that reports or waits."""


def is_answered(answer: bytes) -> bool:
    """Whether the terminal has said all it will say to QUESTION."""
    return _FENCE.search(answer) is not None


def recognised(answer: bytes, environment: Mapping[str, str]) -> Profile:
    """The profile of the terminal that gave `answer` to QUESTION.

    The environment counts only where the terminal does not name itself: its variables are
    inherited by what runs inside another terminal.
    """
    if _BIDI_MODE_KNOWN.search(answer):
        return PROFILES["vte"]
    version = _VERSION.search(answer)
    if version is not None:
        name = version[1].decode("latin-1").lower()
        families = (family for start, family in _FAMILIES.items() if name.startswith(start))
        return PROFILES[next(families, "plain")]
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return PROFILES[DOES_IT]
    for variable, family in _VARIABLES.items():
        if environment.get(variable):
            return PROFILES[family]
    return PLAIN


def draws_every_color(answer: bytes) -> bool:
    """Whether the terminal that gave `answer` to QUESTION is known to draw 24-bit colours."""
    version = _VERSION.search(answer)
    named = version is not None and _TRUE_COLOR.match(version[1].decode("latin-1"))
    return bool(named) or _BIDI_MODE_KNOWN.search(answer) is not None


def settle_colors(
    profile: Profile, environment: MutableMapping[str, str], *, draws_every_color: bool
) -> None:
    """Set the variables Textual learns the number of colours from."""
    if draws_every_color:
        environment.setdefault("COLORTERM", "truecolor")
    elif profile.name in {"tmux", "screen", "mlterm"}:
        environment.pop("COLORTERM", None)  # inherited from the terminal around it
    if profile.name == "mlterm":
        # it takes ten numbers in a sequence: letters, ground, underlined in 24 bits are eleven
        environment.setdefault("TEXTUAL_COLOR_SYSTEM", "256")


def takes_clipboard(said: str) -> bool:
    """Whether a terminal of this name puts on the clipboard what it is sent (OSC 52) unasked."""
    return _TAKES_CLIPBOARD.match(said) is not None


def name_said(answer: bytes) -> str:
    """What the terminal calls itself, with its version; empty from one that does not say."""
    version = _VERSION.search(answer)
    return shown(version[1].decode("latin-1")) if version is not None else ""


def chosen(
    name: str | None, environment: Mapping[str, str], *, setting: str = "auto"
) -> Profile | None:
    """The profile a person asked for, by option, environment or setting; None for `auto`.

    Raises:
        UsageError: there is no profile of that name.
    """
    asked_for = name or environment.get(OVERRIDE_VARIABLE) or setting
    if asked_for != "auto" and asked_for not in PROFILES:
        known = ", ".join(["auto", *PROFILES])
        message = (
            f"there is no terminal profile {asked_for!r}; {OVERRIDE_VARIABLE} is one of {known}"
        )
        raise UsageError(message)
    return PROFILES.get(asked_for)


def reset_sequence(*, is_in_screen: bool = False) -> str:
    """What brings back a terminal that a killed application left in its modes.

    A terminal ignores the undoing of another's profile; only what is meant for GNU screen could
    be printed by one.
    """
    names = PROFILES if is_in_screen else PROFILES.keys() - {"screen"}
    bidi = "".join(PROFILES[name].on for name in sorted(names))
    modes = "".join(f"\x1b[?{mode}l" for mode in _MODES)
    # the place of the cursor is kept, for leaving a screen that is not entered restores one
    return bidi + "\x1b[<u" + modes + "\x1b7\x1b[?1049l\x1b[?7h\x1b[?25h\x1b[0m"
