"""Choose the proclitics of a word: by print, by confirmed names, by counts and by its document."""

import re
from dataclasses import dataclass
from functools import lru_cache
from string import digits

from annotator.arabic.clitic_evidence import CliticEvidence
from annotator.arabic.marks import TATWEEL
from annotator.arabic.normalize import fold
from annotator.arabic.proclitic_features import CONJUNCTIONS, PROCLITICS
from annotator.arabic.proclitic_ranker import ProcliticRanker
from annotator.arabic.word_counts import UNKNOWN, zipf

_ALONE = re.compile("([وف]?[بلك]?)(?:(?<!ل)ال|(?<=ل)ل)?")
_BEFORE_FOREIGN = re.compile("[وف]?[بلك]?(?=(?:ال|(?<=ل)ل)?[0-9A-Za-z])")
_OPENING = frozenset("\"«“”'([\u2018")
_TATWEEL_BEHIND = 4.0
"""A tatweel behind the first letter («لـروسيا») speaks for a proclitic, in the ranker's unit."""

_LONG_PREPOSITIONS = ("في", "من", "علي", "الي", "عن")
_WELL_KNOWN = 4.5
_MIN_JOINED = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """How many letters of a word are proclitics, and which."""

    proclitics: str
    joined: int = 0
    """Letters of a long preposition printed without its space, behind a conjunction if any."""


_WHOLE = Choice("")


class ProcliticChooser:
    """Chooses with the weights of a ranker and the evidence of one document."""

    def __init__(self, evidence: CliticEvidence, ranker: ProcliticRanker) -> None:
        self._evidence = evidence
        self._ranker = ranker

    def choose(self, letters: str, *, printed: str, following: str) -> Choice:
        """The proclitics of the folded word `letters`, and the character printed behind it."""
        if letters[:1] not in PROCLITICS:
            return _joined(letters, "") or _WHOLE
        alone = _alone(letters, printed, following)
        if alone is not None:
            return alone
        settled = self._evidence.settled(letters)
        if settled is not None:
            return Choice(settled)
        foreign = _BEFORE_FOREIGN.match(letters)
        if foreign is not None:
            return Choice(foreign.group())
        best = self._best(letters, printed)
        return _joined(letters, best) or Choice(best)

    def _best(self, letters: str, printed: str) -> str:
        # «بنسبة9»: the writer forgot a space
        ranking = self._ranker.rank(letters.rstrip(digits))
        if len(ranking) == 1:
            return next(iter(ranking))
        weights = {
            proclitics: score
            + self._evidence.weigh(letters, proclitics)
            + _weigh_tatweel(printed, proclitics)
            for proclitics, score in ranking.items()
        }
        return max(weights, key=weights.__getitem__)


def _alone(letters: str, printed: str, following: str) -> Choice | None:
    """A token that is nothing but proclitics and article: «و كوشنر», «لـ"رويترز"»."""
    detached = printed.endswith(TATWEEL) or (following != "" and following in _OPENING)
    if not detached and letters != "و":
        return None
    match = _ALONE.fullmatch(letters)
    return Choice(match[1]) if match else None


def _weigh_tatweel(printed: str, proclitics: str) -> float:
    if not proclitics or TATWEEL not in printed:
        return 0.0
    behind = fold(printed).ends[len(proclitics) - 1]
    return _TATWEEL_BEHIND if printed[behind - 1] == TATWEEL else 0.0


@lru_cache(maxsize=65536)
def _joined(letters: str, best: str) -> Choice | None:
    """«فيموسكو» read as two words, when nothing else explains it and the second is well known."""
    if zipf(letters) != UNKNOWN or zipf(letters[len(best) :]) != UNKNOWN:
        return None
    for conjunction in ("", *CONJUNCTIONS):
        for preposition in _LONG_PREPOSITIONS:
            before = conjunction + preposition
            rest = letters.removeprefix(before)
            if rest != letters and len(rest) >= _MIN_JOINED and zipf(rest) >= _WELL_KNOWN:
                return Choice(conjunction, joined=len(preposition))
    return None
