"""Find words in a text, whatever their spelling and whatever proclitics stand before them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from annotator.arabic.normalize import fold
from annotator.arabic.search_words import WORD, parted, word_key
from annotator.arabic.word_forms import WordForm
from annotator.model.span import Span

WantedWord: TypeAlias = Mapping[str, WordForm]
"""The folded forms that count as one word of a query."""


def words_of(pattern: str) -> list[str]:
    """The folded words of what somebody looks for; marks between them are nothing."""
    return [key for word in WORD.findall(parted(pattern)) if (key := word_key(word))]


def find_words(text: str, wanted: Sequence[WantedWord]) -> Iterator[Span]:
    """Every place where the wanted words stand one after another, marks between them overlooked.

    Proclitics before the first one are left outside, as a mention would leave them. Places do not
    overlap.
    """
    places = [match.span() for match in WORD.finditer(parted(text))]
    keys = [word_key(text[start:end]) for start, end in places]
    if "" in keys:  # marks without a letter
        places = [place for place, key in zip(places, keys, strict=True) if key]
        keys = [key for key in keys if key]
    first, count = wanted[0], len(wanted)
    following = 0
    for number, key in enumerate(keys):
        if key not in first or number < following or number + count > len(keys):
            continue
        if all(keys[number + n] in wanted[n] for n in range(1, count)):
            start, end = places[number]
            cut = _cut(text[start:end], first[key].cut)
            following = number + count
            yield Span(start + cut, places[following - 1][1])


def _cut(word: str, letters: int) -> int:
    """How many printed characters the first `letters` of the folded word take."""
    if not letters:
        return 0
    folded = fold(word)
    return folded.starts[letters] if letters < len(folded.text) else 0
