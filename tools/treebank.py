"""Read the orthographic words and their proclitics out of a Universal Dependencies treebank.

Treebanks mark a clitic in two ways, and some in both: as a word glued to the next one by
`SpaceAfter=No`, or as a part of a multi-word token, whose parts need not spell the token.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.arabic.normalize import fold_key
from annotator.arabic.proclitic_features import PROCLITICS

_ID, _FORM, _TAG, _MISC = 0, 1, 3, 9
_MARKS = frozenset({"PUNCT", "SYM"})
_NEVER_CLITICS = frozenset({"ADJ", "ADV", "NOUN", "NUM", "PROPN", "VERB", "X"})


@dataclass(frozen=True, slots=True)
class TreebankWord:
    """A word as printed, and the proclitic letters it begins with."""

    form: str
    proclitics: str


@dataclass(frozen=True, slots=True)
class _Part:
    form: str
    tag: str


def read_documents(path: Path) -> list[list[TreebankWord]]:
    """The words of every document; a file that names none is one document.

    Punctuation and symbols are left out. Pronoun suffixes and articles are not proclitics.
    """
    documents: list[list[TreebankWord]] = [[]]
    sentence: list[list[str]] = []
    opened = ""
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc") and line != opened:  # some repeat it at every sentence
            opened = line
            documents.append([])
        elif line and not line.startswith("#"):
            sentence.append(line.split("\t"))
        elif not line and sentence:
            documents[-1].extend(_words(sentence))
            sentence = []
    return [document for document in documents if document]


def _words(rows: Iterable[list[str]]) -> Iterator[TreebankWord]:
    """The printed words of a sentence: its parts, glued as they were printed."""
    surface: list[str] = []
    parts: list[_Part] = []
    last_of_range, glued = 0, False
    for row in rows:
        identifier = row[_ID]
        if "." in identifier:
            continue
        if "-" in identifier:
            last_of_range = int(identifier.partition("-")[2])
            surface.append(row[_FORM])
            glued = _is_glued(row)
            continue
        inside = int(identifier) <= last_of_range
        if row[_TAG] in _MARKS and not inside:
            yield from _word(surface, parts)
            surface, parts = [], []
            continue
        parts.append(_Part(row[_FORM], row[_TAG]))
        if not inside:
            surface.append(row[_FORM])
            glued = _is_glued(row)
        if not glued and int(identifier) >= last_of_range:
            yield from _word(surface, parts)
            surface, parts = [], []
    yield from _word(surface, parts)


def _is_glued(row: list[str]) -> bool:
    return "SpaceAfter=No" in row[_MISC].split("|")


def _word(surface: list[str], parts: list[_Part]) -> Iterator[TreebankWord]:
    if not parts:
        return
    proclitics = ""
    for part in parts[:-1]:
        letter = fold_key(part.form).strip("+")
        if len(letter) != 1 or letter not in PROCLITICS or part.tag in _NEVER_CLITICS:
            break
        proclitics += letter
    yield TreebankWord("".join(surface), proclitics)
