"""What a document and its readers say about a word that general counts do not know."""

from collections import Counter
from collections.abc import Container, Iterable

from annotator.arabic.proclitic_features import CONJUNCTIONS, PREPOSITIONS, candidates
from annotator.arabic.word_counts import UNKNOWN, zipf

# Set by hand, in the ranker's unit: treebanks are made of passages too short to learn them from.
_REST_STANDS_ALONE = 4.0
_WORD_BEARS_PROCLITIC = -6.0
_WORD_RECURS = -5.0
_RECURS_COUNT = 3
_WELL_KNOWN = 4.0
"""From this Zipf value on the counts know better than the document."""
_MIN_NAME_LENGTH = 3


class CliticEvidence:
    """The folded words of a document, and of the names that people confirmed."""

    def __init__(self, words: Iterable[str], *, confirmed: Container[str] = frozenset()) -> None:
        self._counts = Counter(words)
        self._confirmed = confirmed

    def settled(self, word: str) -> str | None:
        """The proclitics of a confirmed name, or of a word that ends in one; None if open."""
        for proclitics in candidates(word):
            name = word[len(proclitics) :]
            if len(name) >= _MIN_NAME_LENGTH and name in self._confirmed:
                return proclitics
        return None

    def weigh(self, word: str, proclitics: str) -> float:
        """How much likelier the document makes it that `word` begins with `proclitics`.

        «وويتكوف» in the text says that ويتكوف is whole, «كوشنر» that وكوشنر is not.
        """
        if not proclitics or zipf(word) >= _WELL_KNOWN:
            return 0.0
        rest = word[len(proclitics) :]
        weight = 0.0
        if self._stands_alone(rest):
            weight += _REST_STANDS_ALONE
        elif self._counts[word] >= _RECURS_COUNT and zipf(rest) == UNKNOWN:
            weight += _WORD_RECURS
        if self._bears_proclitic(word):
            weight += _WORD_BEARS_PROCLITIC
        return weight

    def _stands_alone(self, rest: str) -> bool:
        # a word so common that it stands in any document says nothing about this one
        return (
            len(rest) >= _MIN_NAME_LENGTH
            and bool(self._counts[rest] or self._counts[f"ال{rest}"])
            and zipf(rest) < _WELL_KNOWN
        )

    def _bears_proclitic(self, word: str) -> bool:
        # و stands before ب and ل too, so it proves nothing for a word that begins with those
        bearing = PREPOSITIONS + (CONJUNCTIONS if word[0] in CONJUNCTIONS else "")
        return any(self._counts[letter + word] for letter in bearing)
