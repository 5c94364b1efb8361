"""Read the word lists that ship with the suggesters: sections of entries, and packed tables."""

import gzip
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from annotator.arabic.normalize import fold_key

_LISTS = Path(__file__).parent / "lexicons"
_PACKED = Path(__file__).parent / "data"


@lru_cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The sections of a word list and their entries, as printed.

    A section begins with its name in brackets, entries are parted by the Arabic comma or a line
    end, and a line that begins with # is a comment.
    """
    found: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in (_LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            entries = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            entries.extend(entry for part in line.split("،") if (entry := part.strip()))
    return {section: tuple(listed) for section, listed in found.items()}


@lru_cache
def keys(name: str, *wanted: str) -> frozenset[str]:
    """The folded entries of some sections of a word list, phrases with single spaces."""
    listed = sections(name)
    return frozenset(fold_phrase(entry) for section in wanted for entry in listed[section])


@lru_cache
def valued(name: str, section: str) -> Mapping[str, str]:
    """Entries of the form `word=value` by their folded word; the value may be empty."""
    pairs = (entry.partition("=") for entry in sections(name)[section])
    return {fold_phrase(word): value for word, _, value in pairs}


@lru_cache
def packed(name: str, kind: str) -> Mapping[str, str]:
    """Of a packed table of kinds, folded names and values: name -> value, for one kind."""
    start = f"{kind}\t"
    rows = (line[len(start) :] for line in _lines(name) if line.startswith(start))
    return {label: value for label, _, value in (row.partition("\t") for row in rows)}


@lru_cache
def _lines(name: str) -> list[str]:
    return gzip.decompress((_PACKED / name).read_bytes()).decode("utf-8").splitlines()


def fold_phrase(phrase: str) -> str:
    """The folded words of `phrase`, joined by single spaces."""
    return " ".join(fold_key(word) for word in phrase.split())
