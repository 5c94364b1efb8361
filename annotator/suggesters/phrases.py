"""Find the longest phrase of a list that begins at a word."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from annotator.suggesters.words import Word, Words

Value = TypeVar("Value")


class PhraseTable(Generic[Value]):
    """Phrases and what each stands for, looked up at a place in the text, longest first."""

    def __init__(self, phrases: Mapping[str, Value], *, articles: bool) -> None:
        """Keep `phrases`, folded with single spaces.

        With `articles` the text must have them where the phrase has them; without, the phrases
        are written bare and the text may have them or not.
        """
        self._first = _key if articles else _bare
        self._inner = _full if articles else _bare_without_proclitics
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in phrases.items():
            first, *rest = phrase.split(" ")
            self._by_first.setdefault(first, []).append((tuple(rest), value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Words, index: int) -> tuple[int, Value] | None:
        """The end (a word index) and the value of the longest phrase that begins at `index`."""
        for rest, value in self._by_first.get(self._first(words[index]), ()):
            end = index + 1 + len(rest)
            if all(
                (word := words.joined(index + 1 + offset)) is not None
                and self._inner(word) == wanted
                for offset, wanted in enumerate(rest)
            ):
                return end, value
        return None


def table(phrases: Iterable[str], *, articles: bool) -> PhraseTable[str]:
    """A table of phrases that stand for themselves."""
    return PhraseTable({phrase: phrase for phrase in phrases}, articles=articles)


def _key(word: Word) -> str:
    return word.key


def _bare(word: Word) -> str:
    return word.bare


def _full(word: Word) -> str:
    return word.full


def _bare_without_proclitics(word: Word) -> str:
    return "" if word.proclitics else word.bare
