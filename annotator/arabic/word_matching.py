"""Find words in a text, whatever their spelling and whatever proclitics stand before them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from annotator.arabic.normalize import fold
from annotator.arabic.search_words import WORD, fold_plain, parted, word_key
from annotator.arabic.word_forms import WordForm
from annotator.model.span import Span

WantedWord: TypeAlias = Mapping[str, WordForm]
"""The folded forms that count as one word of a query."""


def words_of(pattern: str) -> list[str]:
    """The folded words of what somebody looks for; marks between them are nothing."""
    return [key for word in WORD.findall(parted(pattern)) if (key := word_key(word))]


class WordFinder:
    """Finds the places where wanted words stand one after another, marks between them overlooked.

    Proclitics before the first one are left outside, as a mention would leave them. Places do not
    overlap.
    """

    def __init__(self, wanted: Sequence[WantedWord]) -> None:
        self._wanted = wanted
        self._rough = _rough_pattern(wanted)

    def __call__(self, text: str) -> Iterator[Span]:
        """The places in `text`, in order."""
        plain = fold_plain(text)
        if plain is None:
            yield from self.among_words(text)
        elif len(self._wanted) == 1:
            yield from self._in_plain(plain.lower())
        elif self._rough.search(plain.lower()) is not None:
            yield from self.among_words(text)

    def _in_plain(self, folded: str) -> Iterator[Span]:
        """The places of one word in plain print, without cutting all of it into words."""
        forms, behind = self._wanted[0], 0
        for match in self._rough.finditer(folded):
            start, end = match.span()
            if start < behind:
                continue
            while start and folded[start - 1].isalnum():
                start -= 1
            while end < len(folded) and folded[end].isalnum():
                end += 1
            behind = end
            form = forms.get(folded[start:end])
            if form is not None:
                yield Span(start + form.cut, end)

    def among_words(self, text: str) -> Iterator[Span]:
        """The places in any text: slower, and the same in plain print."""
        places = [match.span() for match in WORD.finditer(parted(text))]
        keys = [word_key(text[start:end]) for start, end in places]
        if "" in keys:  # marks without a letter
            places = [place for place, key in zip(places, keys, strict=True) if key]
            keys = [key for key in keys if key]
        first, count = self._wanted[0], len(self._wanted)
        following = 0
        for number, key in enumerate(keys):
            if key not in first or number < following or number + count > len(keys):
                continue
            if all(keys[number + n] in self._wanted[n] for n in range(1, count)):
                start, end = places[number]
                cut = _cut(text[start:end], first[key].cut)
                following = number + count
                yield Span(start + cut, places[following - 1][1])


def _rough_pattern(wanted: Sequence[WantedWord]) -> re.Pattern[str]:
    """What stands in every folded text with the words in order, and in few others.

    Texts that hold frequent words, but not one after another, are told apart without cutting
    them into words.
    """
    ends = [_common_ending(list(word)) for word in wanted]
    return re.compile(r"[\W_]+\w*?".join(map(re.escape, ends)))


def _common_ending(forms: Sequence[str]) -> str:
    shortest = min(forms, key=len)
    endings = (shortest[start:] for start in range(len(shortest)))
    return next((end for end in endings if all(form.endswith(end) for form in forms)), "")


def _cut(word: str, letters: int) -> int:
    """How many printed characters the first `letters` of the folded word take."""
    if not letters:
        return 0
    folded = fold(word)
    return folded.starts[letters] if letters < len(folded.text) else 0
