"""The words of the interface in the language a person reads: English, or that of a catalogue.

English stands in the code, and is the key under which a catalogue holds its translation. Without
a call of `use_language` everything is English: what commands print is read by programs as well.
"""

from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Literal, get_args

Language = Literal["en", "ar"]
"""The languages there are words in."""

Direction = Literal["ltr", "rtl"]

DOMAIN = "annotator"
"""Name of the catalogue files."""


def catalogues() -> Path:
    """The folder of the catalogues: `LANGUAGE/LC_MESSAGES/annotator.po`, and `.mo` made of it."""
    return Path(__file__).parent / "locale"


class _Spoken:
    """What is spoken in this process."""

    language: Language = "en"
    words: NullTranslations = NullTranslations()


def use_language(language: Language) -> None:
    """Speak `language` from now on, in the whole process."""
    _Spoken.language = language
    if language == "en":
        _Spoken.words = NullTranslations()
        return
    path = catalogues() / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as file:
        _Spoken.words = GNUTranslations(file)


def spoken_language() -> Language:
    """The language that is spoken."""
    return _Spoken.language


def reading_direction() -> Direction:
    """The way lines of the interface run."""
    return "rtl" if _Spoken.language == "ar" else "ltr"


def settled_language(choice: str, environment: Mapping[str, str]) -> Language:
    """The language of a choice; for `auto` that of the locale, English where there are no words."""
    if choice != "auto":
        return _known(choice)
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return _known(value)
    return "en"


def _known(locale: str) -> Language:
    return next((each for each in get_args(Language) if locale.startswith(each)), "en")


def named(arabic: str, english: str) -> str:
    """Of a name that a label schema gives in both languages, the one to use in a sentence."""
    return arabic if _Spoken.language == "ar" and arabic else english


def marked(message: str) -> str:
    """`message` itself: it is translated later, and marked here so that the catalogues have it."""
    return message


def worded(message: str, **values: object) -> str:
    """`message` in the language spoken, each `{name}` in it replaced by a value.

    What a value holds is taken as it is. Translations are found by the message, so it has to stand
    here as a literal, or be `marked` elsewhere.
    """
    found = _Spoken.words.gettext(message) if message else message
    return found.format(**values) if values else found


def counted(one: str, many: str, count: int, **values: object) -> str:
    """The message for `count` things, in the plural form that the language has for the number."""
    found = _Spoken.words.ngettext(one, many, count)
    return found.format(count=count, **values)
