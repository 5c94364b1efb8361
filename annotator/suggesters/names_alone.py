"""Cut class nouns off names, for label schemas that mark the name alone: مدينة ⟦حلب⟧."""

from dataclasses import replace

from annotator.suggesters.adjectives import is_adjective
from annotator.suggesters.bodies import Body, fixed_body_at, fixed_body_end
from annotator.suggesters.lexicon import keys
from annotator.suggesters.places import FoundPlace, Place, place_at
from annotator.suggesters.vocabulary import is_ordinary
from annotator.suggesters.words import Words

_MARKS = frozenset("\"“«'‘”»’")


def name_of_place(words: Words, found: FoundPlace) -> FoundPlace | None:
    """The place's name without class noun, direction and adjectives; None if it has none."""
    if not found.headed:
        return found
    for index in range(found.first + 1, found.end):
        inner = place_at(words, index)
        if inner is not None:
            return replace(inner, headed=inner.place.weak)
    if found.place.concept == "facility":
        return None
    first, end = _rare(words, found.first + 1, found.end)
    place = Place("country", "", weak=True)
    return FoundPlace(first, end, place, headed=True) if end > first else None


def name_of_body(words: Words, found: Body) -> Body | None:
    """The body's name; None if it is called by a class noun alone, as organs of state are."""
    if found.fixed:
        return _listed_name(words, found.first, found.end)
    head = words[found.first].bare
    only_kind = found.concept == "media" or head in keys("organisations", "no-part-of-name")
    if only_kind or found.concept in {"government", "military"}:
        for index in range(found.first + 1, found.end):
            inner = _listed_name(words, index, found.end)
            if inner is not None:
                return inner
    if only_kind:
        first, end = _rare(words, found.first + 1, found.end)
        return replace(found, first=first, end=end) if end > first else None
    if found.concept in {"government", "military"}:
        return None
    if head not in keys("organisations", "needs-proof"):
        return found
    first, end = _rare(words, found.first + 1, found.end)
    return found if end > first else None


def _listed_name(words: Words, first: int, last: int) -> Body | None:
    """The listed name at a word, up to `last`, without a noun it can stand without: حركة ⟦حماس⟧."""
    found = fixed_body_at(words, first)
    if found is None:
        return None
    end = fixed_body_end(words, first)
    shorter = first + 1 < end and fixed_body_end(words, first + 1) == end
    if shorter and not words[first].definite:
        first += 1
    if end > last or words.surface(first, end) in keys("organisations", "no-name"):
        return None
    return replace(found, first=first, end=end)


def _rare(words: Words, index: int, end: int) -> tuple[int, int]:
    """The first row of words that no dictionary has, or of those between quotation marks."""
    for first in range(index, end):
        if words[first].full in _MARKS:
            close = next((i for i in range(first + 1, end) if words[i].full in _MARKS), end)
            return first + 1, close
        if words[first].is_word and not _is_common(words, first):
            last = first + 1
            while last < end and words[last].is_word and not _is_common(words, last):
                last += 1
            return first, last
    return index, index


def _is_common(words: Words, index: int) -> bool:
    word = words[index]
    return is_ordinary(word.bare) or is_adjective(word)
