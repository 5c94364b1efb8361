"""Common newsroom words that are nearly always marked, and the few that look like clitics."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORD_LISTS = Path(__file__).with_name("lexicon.txt")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists the hints lean on; none is complete, none decides anything."""

    rooted: tuple[str, ...]
    """Beginnings where a clitic's letter before the article belongs to the word."""
    titles: frozenset[str]
    """Titles that stand beside a name and are never part of it."""
    light_verbs: frozenset[str]
    """Verbs that only carry an event noun: the noun is the trigger."""
    saying: frozenset[str]
    """Verbs of saying, nearly always STATE."""
    happenings: frozenset[str]
    """Nouns that nearly always name an event."""
    days_and_months: frozenset[str]
    """Words that nearly always belong to a DATE."""
    nisba: re.Pattern[str]
    """Nisba adjectives of common states and peoples, nearly always NORP."""


def _sections(path: Path) -> dict[str, tuple[str, ...]]:
    """The words under each `[section]` of the file, in order; `#` begins a remark."""
    sections: dict[str, list[str]] = {}
    words: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words += line.split()
    return {name: tuple(listed) for name, listed in sections.items()}


@cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    lists = _sections(WORD_LISTS)
    stems, endings = "|".join(lists["nisba_stems"]), "|".join(lists["nisba_endings"])
    return Lexicon(
        rooted=lists["rooted"],
        titles=frozenset(lists["titles"]),
        light_verbs=frozenset(lists["light_verbs"]),
        saying=frozenset(lists["saying"]),
        happenings=frozenset(lists["happenings"]),
        days_and_months=frozenset(lists["days_and_months"]),
        nisba=re.compile(f"(?:ال|لل)?(?:{stems})(?:{endings})"),
    )
