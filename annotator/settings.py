"""Who works on this computer, what they chose, and where things of theirs lie."""

import getpass
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from platformdirs import user_config_path, user_data_path

from annotator.errors import InvalidDataError

BidiTerminal = Literal[
    "auto", "plain", "vte", "konsole", "mlterm", "kitty", "tmux", "screen", "terminal-does-it"
]
"""How the terminal is kept from reordering Arabic; `auto` asks the terminal each time."""

Keyboard = Literal[
    "auto",
    "latin",
    "arabic-linux",
    "arabic-windows",
    "arabic-mac",
    "azerty",
    "arabic-azerty",
    "us-international",
]
"""The layout that keys are read by; `auto` follows the last letter that only one script has."""

Segmenter = Literal["built-in", "camel"]
"""Who says where proclitics end when suggestions are made; `camel` needs the extra `camel`."""

IdleCutoff = Literal["15", "30", "60", "120", "300"]
"""Seconds; of a longer gap between two keys only so many count as work."""
BreakReminder = Literal["off", "25", "45", "60", "90"]
"""Minutes of work after which a break is proposed."""


Switch = Literal["on", "off"]
LineWidth = Literal["full", "100", "80", "60"]
LineSpacing = Literal["1", "2"]
"""Rows from one row of text to the next."""

ThemeName = Literal["auto", "dark", "light", "contrast", "color-blind"]
"""The colours of the screen; `auto` is dark, and high contrast where NO_COLOR is set."""

ScreenLanguage = Literal["auto", "en", "ar"]
"""The language of the screen's own words; `auto` is that of the locale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person chose once for all projects; a field is a key of the settings file."""

    bidi_terminal: BidiTerminal = "auto"
    keyboard: Keyboard = "auto"
    segmenter: Segmenter = "built-in"
    suggester_url: str = ""
    """Where `annotator suggest` asks for suggestions over HTTP; empty for nowhere."""
    language: ScreenLanguage = "auto"
    theme: ThemeName = "auto"
    harakat: Switch = "on"
    """Whether vowel signs are drawn; the text keeps them."""
    invisibles: Switch = "off"
    """Whether joiners, direction marks, tabs and no-break spaces are drawn as signs."""
    line_width: LineWidth = "full"
    """The most columns a row of text takes."""
    line_spacing: LineSpacing = "1"

    idle_cutoff: IdleCutoff = "60"
    break_reminder: BreakReminder = "off"

    @property
    def break_after_s(self) -> float:
        """Seconds of work after which a break is proposed; 0 is never."""
        return 0.0 if self.break_reminder == "off" else 60.0 * float(self.break_reminder)


_VALUES: Mapping[str, tuple[str, ...]] = {
    "bidi_terminal": get_args(BidiTerminal),
    "language": get_args(ScreenLanguage),
    "theme": get_args(ThemeName),
    "harakat": get_args(Switch),
    "invisibles": get_args(Switch),
    "line_width": get_args(LineWidth),
    "line_spacing": get_args(LineSpacing),
    "keyboard": get_args(Keyboard),
    "segmenter": get_args(Segmenter),
    "idle_cutoff": get_args(IdleCutoff),
    "break_reminder": get_args(BreakReminder),
}
"""What a setting can be, where that is no matter of taste."""


def settings_file() -> Path:
    """The file of choices, TOML, one `key = "value"` a line; it need not exist."""
    return user_config_path("annotator", appauthor=False) / "settings.toml"


def load_settings() -> Settings:
    """What the settings file says, and the defaults for what it does not.

    Raises:
        InvalidDataError: it is no TOML, or holds an unknown key or value.
    """
    path = settings_file()
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path} cannot be read ({error}); mend it or remove it"
        raise InvalidDataError(message) from error
    return _parsed(text, path)


def save_setting(key: str, value: str) -> Path:
    """Write one choice into the settings file and leave its other lines as they are.

    Returns:
        The file.

    Raises:
        InvalidDataError: there is no such key or value, or the file was damaged before.
        OSError: the file cannot be written.
    """
    path = settings_file()
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    _parsed(before, path)
    line = f'{key} = "{value}"'
    kept = [each for each in before.splitlines() if not re.match(rf"\s*{re.escape(key)}\s*=", each)]
    text = "\n".join([*kept, line]) + "\n"
    _parsed(text, path)
    _replace(path, text)
    return path


def with_next(settings: Settings, key: str) -> Settings:
    """The settings with the next of a key's values, after the last the first; not saved."""
    values = _VALUES[key]
    value = values[(values.index(getattr(settings, key)) + 1) % len(values)]
    changed: dict[str, Any] = {key: value}  # one of its own values, whichever the key
    return replace(settings, **changed)


def _parsed(text: str, path: Path) -> Settings:
    import tomllib  # noqa: PLC0415 - 10 ms, and most people have no settings file

    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{path} is no TOML ({error}); mend it or remove it"
        raise InvalidDataError(message) from error
    known = {field.name for field in fields(Settings)}
    for key, value in read.items():
        if key not in known:
            message = f"{path}: there is no setting {key!r}; there are: {', '.join(sorted(known))}"
            raise InvalidDataError(message)
        if value not in _VALUES.get(key, (value,)):
            message = f"{path}: {key} cannot be {value!r}; it is one of: {', '.join(_VALUES[key])}"
            raise InvalidDataError(message)
        if not isinstance(value, str):
            message = f"{path}: {key} cannot be {value!r}; write it in quotation marks"
            raise InvalidDataError(message)
    return replace(Settings(), **read)


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    import tempfile  # noqa: PLC0415 - 5 ms, and writing is rare

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def data_directory() -> Path:
    """The folder for data the program keeps for this person; it need not exist yet."""
    return user_data_path("annotator", appauthor=False)


def demo_project() -> Path:
    """The file of the demo project."""
    return data_directory() / "demo.db"


def login_name() -> str:
    """The name this computer knows the person by; `annotator` where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user in the password database, as in some containers
        return "annotator"
