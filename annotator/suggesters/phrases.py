"""Find the longest phrase of a list that begins at a word."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from annotator.suggesters.words import Word, Words

Value = TypeVar("Value")


class PhraseTable(Generic[Value]):
    """Phrases and what each stands for, never None, looked up at a place, longest first."""

    def __init__(self, phrases: Mapping[str, Value], *, articles: bool) -> None:
        """Keep `phrases`, folded with single spaces.

        With `articles` the text must have them where the phrase has them; without, the phrases
        are written bare and the text may have them or not.
        """
        self._articles = articles
        self._inner = _full if articles else _bare_without_proclitics
        self._alone = {phrase: value for phrase, value in phrases.items() if " " not in phrase}
        self._longer: dict[str, list[tuple[list[str], Value]]] = {}
        for phrase in phrases:
            if " " in phrase:
                first, *rest = phrase.split(" ")
                self._longer.setdefault(first, []).append((rest, phrases[phrase]))
        for entries in self._longer.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._first = self._alone.keys() | self._longer.keys()

    def at(self, words: Words, index: int) -> tuple[int, Value] | None:
        """The end (a word index) and the value of the longest phrase that begins at `index`."""
        first = words.items[index].key if self._articles else words.items[index].bare
        if first not in self._first:
            return None
        for rest, value in self._longer.get(first, ()):
            end = index + 1 + len(rest)
            if all(
                (word := words.joined(index + 1 + offset)) is not None
                and self._inner(word) == wanted
                for offset, wanted in enumerate(rest)
            ):
                return end, value
        alone = self._alone.get(first)
        return (index + 1, alone) if alone is not None else None


def table(phrases: Iterable[str], *, articles: bool) -> PhraseTable[str]:
    """A table of phrases that stand for themselves."""
    return PhraseTable({phrase: phrase for phrase in phrases}, articles=articles)


def _full(word: Word) -> str:
    return word.full


def _bare_without_proclitics(word: Word) -> str:
    return "" if word.proclitics else word.bare
