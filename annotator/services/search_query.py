"""What somebody looks for: words, exact characters or a regular expression, and where."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from annotator.arabic.names import CANDIDATE, blocking_key, similar_names
from annotator.arabic.normalize import fold_key
from annotator.arabic.search_words import fold_text
from annotator.arabic.word_forms import WordForm, forms_of
from annotator.arabic.word_matching import WantedWord, WordFinder, words_of
from annotator.errors import UsageError
from annotator.model.span import Span
from annotator.services.project import Project
from annotator.store import search
from annotator.wording import worded

UNMARKED, SUGGESTED, UNCERTAIN = "unmarked", "suggested", "uncertain"
STATUSES = (
    *("accepted", "corrected", "added", "propagated", "adjudicated", "imported"),
    *(UNCERTAIN, SUGGESTED, UNMARKED),
)
"""What an annotation may be, a suggestion not decided yet, and text that nobody marked."""

MOST_WORDS = 32
"""Of a longer query only so many words are looked up, and may bear proclitics."""


@dataclass(frozen=True)
class Query:
    """A search; without filters it finds places in the text, with one annotations.

    The filters are joined by «and», the values of one by «or»; an empty one lets all through.
    """

    pattern: str = ""
    """May be empty with a filter: every annotation it lets through."""
    is_regex: bool = False
    is_exact: bool = False
    """Exactly these characters, wherever they stand; else spelling makes no difference."""
    proclitics: bool = True
    """Find the word behind conjunction, preposition and article as well."""
    similar: bool = False
    """Find other spellings of a name as well: ترامب for ترمب."""
    types: frozenset[str] = frozenset()
    layers: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    """Of events, which the annotation fills."""
    documents: frozenset[str] = frozenset()

    @property
    def wants_annotations(self) -> bool:
        """Whether hits are annotations, not places in the text."""
        return bool(self.types or self.layers or self.statuses or self.roles)


Finder: TypeAlias = Callable[[str], Iterator[Span]]


@dataclass(frozen=True)
class Plan:
    """How a query is answered: what finds its places in a text, and which texts may have some."""

    find: Finder
    words: tuple[tuple[str, ...], ...] = ()
    """A text without one of every group has none; empty where every text must be read."""


def make_plan(project: Project, query: Query) -> Plan:
    """The way to find what the query's pattern names.

    Raises:
        UsageError: it is no regular expression, or there is nothing to look for.
    """
    if not query.pattern.strip():
        message = worded("nothing to look for; give words, or a filter such as --type")
        raise UsageError(message)
    if query.is_regex:
        return Plan(_regex(query))
    words = [] if query.is_exact else words_of(query.pattern)
    if not words:
        return Plan(_literal(query.pattern, is_exact=query.is_exact))
    wanted = [_wanted(project, word, query) for word in words[:MOST_WORDS]]
    wanted += [{word: WordForm(word)} for word in words[MOST_WORDS:]]
    return Plan(WordFinder(wanted), tuple(tuple(forms) for forms in wanted[:MOST_WORDS]))


def _wanted(project: Project, word: str, query: Query) -> WantedWord:
    names = [word, *(_similar(project, word) if query.similar else ())]
    forms = [
        form
        for name in names
        for form in (forms_of(name) if query.proclitics else (WordForm(name),))
    ]
    return {form.letters: form for form in reversed(forms)}


def _similar(project: Project, word: str) -> list[str]:
    """Words of the project that may spell the same name."""
    key = blocking_key(word)
    return [
        other
        for other in search.every_word(project.connection)
        if other != word and blocking_key(other) == key and similar_names(word, other) >= CANDIDATE
    ]


def _regex(query: Query) -> Finder:
    flags = re.RegexFlag(0) if query.is_exact else re.IGNORECASE
    try:
        expression = re.compile(query.pattern if query.is_exact else fold_key(query.pattern), flags)
    except (re.error, RecursionError, OverflowError) as error:
        message = worded(
            "not a regular expression: {reason}; leave --regex out to find it as it stands",
            reason=str(error),
        )
        raise UsageError(message) from error

    def find(text: str) -> Iterator[Span]:
        if query.is_exact:
            spans = (Span(*m.span()) for m in expression.finditer(text) if m[0])
        else:
            folded = fold_text(text)
            spans = (
                folded.to_source(Span(*m.span())) for m in expression.finditer(folded.text) if m[0]
            )
        return spans

    return find


def _literal(pattern: str, *, is_exact: bool) -> Finder:
    """Exactly these characters, or marks without a word, whatever their spelling."""
    quoted = re.escape(pattern if is_exact else pattern.strip())
    return _regex(Query(quoted, is_regex=True, is_exact=True))
