"""The forms in which a word may be printed: bare, with proclitics before it, with the article.

The way back from a word to its proclitics is `clitics`; going forth from the word that is looked
for needs no index of every split, and asks the ranker about a few dozen words only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from annotator.arabic.article import article_length
from annotator.arabic.clitic_evidence import CliticEvidence
from annotator.arabic.proclitic_choice import ProcliticChooser
from annotator.arabic.proclitic_ranker import shipped_ranker

_ARTICLE = "ال"
_PREFIXES = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_FUTURE = "س"
_LONG_PREPOSITIONS = ("في", "من", "علي", "الي", "عن")
_LIKELY = 0.1
"""From this probability on a reading is worth finding: nothing is changed by a hit."""


@dataclass(frozen=True, slots=True)
class WordForm:
    """A folded printed form of a word, and how many of its letters are cut off before it."""

    letters: str
    proclitics: str = ""
    """Conjunction and preposition, which stay outside of a mention."""
    has_future: bool = False
    """The س of a verb follows them; it stays with the verb."""
    article: int = 0
    """Letters of the article before the word, where it was looked for without: 0, 1 or 2."""
    joined: int = 0
    """Letters of a long preposition printed without its space, «في» in «فيموسكو»."""

    @property
    def cut(self) -> int:
        """How many letters stand before what a person would mark."""
        return len(self.proclitics) + self.joined


@lru_cache(maxsize=1024)
def forms_of(word: str) -> tuple[WordForm, ...]:
    """The forms in which a folded word may be printed, itself first: not «ولد» for «لد»."""
    return tuple(form for form in possible_forms(word) if is_likely(form))


def possible_forms(word: str) -> list[WordForm]:
    """Every form that rules of spelling allow for a folded word, itself first."""
    forms = {form.letters: form for form in reversed(list(_forms(word)))}
    bare = WordForm(word)
    return [bare, *(form for letters, form in forms.items() if letters != word)]


def is_likely(form: WordForm) -> bool:
    """Whether a reader may take the form for the word."""
    if form.joined:
        chooser = ProcliticChooser(CliticEvidence(()), shipped_ranker())
        choice = chooser.choose(form.letters, printed=form.letters, following=" ")
        return choice.joined == form.joined and choice.proclitics == form.proclitics
    word = form.letters[form.cut + form.article :]
    if word[:1].isascii():
        return not form.has_future  # letters before a number or a foreign word are proclitics
    wanted = form.proclitics + (_FUTURE if form.has_future else "")
    if wanted and _probability(form.letters, wanted) < _LIKELY:
        return False
    core = form.letters[form.cut :]
    return not form.article or article_length(core, behind=form.proclitics) > 0


def _forms(word: str) -> Iterator[WordForm]:
    for conjunction in _PREFIXES:
        for preposition in _PREPOSITIONS:
            yield from _with(conjunction + preposition, word)
        yield WordForm(conjunction + _FUTURE + word, conjunction, has_future=True)
        for long in _LONG_PREPOSITIONS:
            yield WordForm(conjunction + long + word, conjunction, joined=len(long))


def _with(proclitics: str, word: str) -> Iterator[WordForm]:
    """The word behind the proclitics, without and with the article, whose alif goes after ل."""
    if not proclitics.endswith("ل"):
        yield WordForm(proclitics + word, proclitics)
        if not word.startswith(_ARTICLE):
            yield WordForm(proclitics + _ARTICLE + word, proclitics, article=2)
        return
    if word.startswith(_ARTICLE):
        yield WordForm(proclitics + word.removeprefix("ا"), proclitics)
        return
    yield WordForm(proclitics + word, proclitics)
    yield WordForm(f"{proclitics}ل{word}", proclitics, article=1)
    if word.startswith("ل"):  # of three lams one is not written: ل + ال + لبناني
        yield WordForm(f"{proclitics}{word}", proclitics, article=1)


def _probability(letters: str, proclitics: str) -> float:
    """How likely the ranker finds it that a word begins with exactly these proclitics."""
    ranking = shipped_ranker().rank(letters)
    if proclitics not in ranking:
        return 0.0
    return 1.0 / sum(exp(min(50.0, score - ranking[proclitics])) for score in ranking.values())
