"""The reading's words as suggesters look at them: folded, proclitics outside, article known."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from annotator.arabic.clitics import SegmentedWord
from annotator.arabic.normalize import fold_key
from annotator.arabic.tokenize import Token, tokenize
from annotator.model.span import Span
from annotator.protocols import Reading
from annotator.suggesters.articles import ARTICLE, has_article
from annotator.suggesters.once import made_once


@dataclass(frozen=True, slots=True)
class Word:
    """One token; `start` and `end` are those of its stem, the proclitics outside."""

    index: int
    token_start: int
    start: int
    end: int
    full: str
    """The folded token, proclitics and all."""
    proclitics: str
    """Folded letters before the stem, such as و or ول; empty for most words."""
    key: str
    """The folded stem; its article is written out where لل swallowed it."""
    bare: str
    """The key without the article."""
    definite: bool
    """Whether it has the article."""
    sentence: int
    is_word: bool
    """Made of letters: no number and no mark."""
    joined: bool
    """Nothing but blanks on the same line parts it from the token before."""
    ends_in_alif: bool = False
    """Printed with a final ى, which folding makes ي."""

    @property
    def span(self) -> Span:
        """The stem's offsets."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Words:
    """All tokens of a document in order, with the questions that rules ask of neighbours."""

    text: str
    items: Sequence[Word]
    starts: dict[int, int] = field(default_factory=dict)
    """Start of a stem -> index of the word."""

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.items)

    def __getitem__(self, index: int) -> Word:
        return self.items[index]

    def joined(self, index: int) -> Word | None:
        """The word at `index` if it stands right after its neighbour, with any proclitics."""
        if 0 < index < len(self.items):
            word = self.items[index]
            if word.is_word and word.joined:
                return word
        return None

    def follower(self, index: int) -> Word | None:
        """The word at `index` if it stands right after its neighbour and has no proclitics."""
        word = self.joined(index)
        return word if word is not None and not word.proclitics else None

    def previous(self, index: int) -> Word | None:
        """The word before `index` if nothing parts the two."""
        if 0 < index < len(self.items) and self.items[index].joined:
            word = self.items[index - 1]
            return word if word.is_word else None
        return None

    def span(self, first: int, end: int) -> Span:
        """From the stem of the word `first` to the end of the one before `end`."""
        return Span(self.items[first].start, self.items[end - 1].end)

    def surface(self, first: int, end: int) -> str:
        """The folded text of the words, the first without its proclitics."""
        keys = [self.items[first].key, *(word.full for word in self.items[first + 1 : end])]
        return " ".join(keys)

    def of_sentence(self, number: int) -> Sequence[Word]:
        """The words of one sentence."""
        sentence = attrgetter("sentence")
        first = bisect_left(self.items, number, key=sentence)
        return self.items[first : bisect_right(self.items, number, key=sentence)]

    def inside(self, span: Span) -> Sequence[Word]:
        """The words whose stems lie in `span`."""
        first = bisect_left(self.items, span.start, key=attrgetter("start"))
        return [*takewhile(lambda word: word.end <= span.end, self.items[first:])]


@made_once
def words_of(reading: Reading) -> Words:
    """The words of `reading`."""
    text = reading.document.text
    segmented = {word.word.start: word for word in reading.words}
    outside = frozenset(fold_key("".join(reading.schema.boundary.proclitics_outside)))
    sentence_starts = [sentence.start for sentence in reading.sentences]
    items: list[Word] = []
    previous_end = 0
    for token in tokenize(text):
        gap = text[previous_end : token.start]
        place = _Place(
            position=len(items),
            sentence=bisect_right(sentence_starts, token.start) - 1,
            joined=bool(items) and "\n" not in gap and not gap.strip(),
        )
        word = segmented.get(token.start)
        items.append(
            _other(text, token, place)
            if word is None or word.core is None
            else _word(text, word, word.core, place, outside)
        )
        previous_end = token.end
    return Words(text, items, {word.start: word.index for word in items})


class _Place(NamedTuple):
    """Where a token stands among the others."""

    position: int
    sentence: int
    joined: bool


def _other(text: str, token: Token, place: _Place) -> Word:
    """A number, a mark, or a proclitic that stands alone."""
    full = fold_key(token.of(text))
    return Word(
        index=place.position,
        token_start=token.start,
        start=token.start,
        end=token.end,
        full=full,
        proclitics="",
        key=full,
        bare=full,
        definite=False,
        sentence=place.sentence,
        is_word=token.kind == "word",
        joined=place.joined,
    )


def _word(
    text: str, word: SegmentedWord, core: Span, place: _Place, outside: frozenset[str]
) -> Word:
    proclitics = fold_key(text[word.word.start : core.start])
    letters = fold_key(core.of(text))
    swallowed = word.article is not None and len(word.article) == 1
    key = f"ا{letters}" if swallowed else letters
    definite = has_article(key)
    return Word(
        index=place.position,
        token_start=word.word.start,
        start=core.start if outside.issuperset(proclitics) else word.word.start,
        end=word.word.end,
        full=fold_key(word.word.of(text)),
        proclitics=proclitics,
        key=key,
        bare=key.removeprefix(ARTICLE) if definite else key,
        definite=definite,
        sentence=place.sentence,
        is_word=True,
        joined=place.joined,
        ends_in_alif=text[core.end - 1] == "ى",
    )
