"""Find where conjunctions, prepositions and the article end inside the words of a document."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from annotator.arabic.article import article_length
from annotator.arabic.clitic_evidence import CliticEvidence
from annotator.arabic.normalize import fold, fold_key
from annotator.arabic.proclitic_choice import Choice, ProcliticChooser
from annotator.arabic.proclitic_features import CONJUNCTIONS, FUTURE
from annotator.arabic.proclitic_ranker import ProcliticRanker, shipped_ranker
from annotator.arabic.tokenize import Token, tokenize
from annotator.model.span import Span


@dataclass(frozen=True, slots=True)
class SegmentedWord:
    """A word of the text and its parts; a part it does not have is None."""

    word: Span
    conjunction: Span | None = None
    preposition: Span | None = None
    future: Span | None = None
    """The س of a verb; it stays with the verb."""
    article: Span | None = None
    """ال, or the one lam left of it behind ل; it stays with the noun."""
    joined: Span | None = None
    """A long preposition printed without its space, «في» in «فيموسكو»; cutting it is optional."""
    stem: Span | None = None
    """The rest with its suffixes; None where a proclitic stands alone, as in لـ"رويترز"."""

    @property
    def core(self) -> Span | None:
        """What is left when conjunction and preposition are cut."""
        parts = [
            part for part in (self.future, self.article, self.joined, self.stem) if part is not None
        ]
        return Span(parts[0].start, parts[-1].end) if parts else None

    @property
    def tokens(self) -> list[Span]:
        """The parts as tokens of their own: conjunction, preposition, core."""
        parts = (self.conjunction, self.preposition, self.core)
        return [part for part in parts if part is not None]


class Segmenter:
    """The words of one text, each cut into its parts when it is asked for."""

    def __init__(
        self,
        text: str,
        *,
        confirmed: Container[str] = frozenset(),
        tokens: Sequence[Token] | None = None,
        ranker: ProcliticRanker | None = None,
        given: Mapping[str, str] | None = None,
    ) -> None:
        """`confirmed` holds the folded words (`fold_key`) of names that are never split.

        `tokens` saves cutting the text again; `ranker` weighs with other weights than those that
        ship. `given` holds the proclitics of folded words as another segmenter knows them; it is
        asked before ours.
        """
        found = tokenize(text) if tokens is None else tokens
        self.words = [token for token in found if token.kind == "word"]
        self._text = text
        self._keys = [fold_key(word.of(text)) for word in self.words]
        evidence = CliticEvidence(self._keys, confirmed=confirmed)
        self._chooser = ProcliticChooser(evidence, ranker or shipped_ranker())
        self._confirmed = confirmed
        self._given = given or {}

    def at(self, number: int) -> SegmentedWord:
        """The parts of one of `words`."""
        letters = self._keys[number]
        known = None if letters in self._confirmed else self._given.get(letters)
        return _segmented(self._text, self.words[number], letters, self._chooser, known)


def segment(
    text: str,
    *,
    confirmed: Container[str] = frozenset(),
    tokens: Sequence[Token] | None = None,
    ranker: ProcliticRanker | None = None,
    given: Mapping[str, str] | None = None,
) -> list[SegmentedWord]:
    """The words of `text` in order, each with its parts; see `Segmenter`."""
    segmenter = Segmenter(text, confirmed=confirmed, tokens=tokens, ranker=ranker, given=given)
    return [segmenter.at(number) for number in range(len(segmenter.words))]


def split_tokens(
    text: str, *, confirmed: Container[str] = frozenset(), tokens: Sequence[Token] | None = None
) -> list[Span]:
    """The tokens of `text`, the proclitics of every word as tokens of their own.

    و|كوشنر, ل|لرئيس, و|ب|الكرملين: the article, the س of verbs and suffixes are not cut.
    """
    found = tokenize(text) if tokens is None else tokens
    words = iter(segment(text, confirmed=confirmed, tokens=found))
    return [
        span
        for token in found
        for span in (next(words).tokens if token.kind == "word" else [token.span])
    ]


def proclitic_length(
    word: str, *, confirmed: Container[str] = frozenset(), ranker: ProcliticRanker | None = None
) -> int:
    """How many characters of one printed word are conjunction and preposition."""
    if not word:
        return 0
    alone = [Token(0, len(word), "word")]
    core = segment(word, confirmed=confirmed, tokens=alone, ranker=ranker)[0].core
    return core.start if core is not None else len(word)


def _segmented(
    text: str, token: Token, letters: str, chooser: ProcliticChooser, known: str | None
) -> SegmentedWord:
    """One word with the proclitics known or chosen for it."""
    whole = token.span
    printed = token.of(text)
    following = text[token.end : token.end + 1]
    if known is None:
        choice = chooser.choose(letters, printed=printed, following=following)
    else:
        choice = Choice(known)
    after = len(choice.proclitics)
    article = 0 if choice.joined else article_length(letters[after:], behind=choice.proclitics)
    if not after and not article and not choice.joined:
        return SegmentedWord(whole, stem=whole)
    lengths = {
        **{_part_of(letter): 1 for letter in choice.proclitics},
        "joined": choice.joined,
        "article": article,
        "stem": len(letters) - after - choice.joined - article,
    }
    parts = _printed_parts(printed, lengths)
    if parts is None:
        return SegmentedWord(whole, stem=whole)
    return SegmentedWord(whole, **{name: span.shift(token.start) for name, span in parts.items()})


def _printed_parts(printed: str, lengths: dict[str, int]) -> dict[str, Span] | None:
    """Where the letters of each part are printed; None if one character holds letters of two."""
    folded = fold(printed)
    last = len(folded.text)
    parts: dict[str, Span] = {}
    after = 0
    for name, length in lengths.items():
        if not length:
            continue
        first, after = after, after + length
        start = folded.starts[first] if first else 0
        if first and start < folded.ends[first - 1]:
            return None
        parts[name] = Span(start, folded.ends[after - 1] if after < last else len(printed))
    return parts


def _part_of(letter: str) -> str:
    if letter in CONJUNCTIONS:
        return "conjunction"
    return "future" if letter == FUTURE else "preposition"
