"""Find the names of places: countries, cities, regions, seas, and class nouns with their names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from annotator.arabic.function_words import FUNCTION_WORDS
from annotator.suggesters.adjectives import adjectives_end, is_adjective
from annotator.suggesters.concepts import Concept
from annotator.suggesters.lexicon import keys, packed, valued
from annotator.suggesters.phrases import PhraseTable
from annotator.suggesters.vocabulary import is_ordinary
from annotator.suggesters.words import Words


class Place(NamedTuple):
    """A place's name: its concept, the slug of the thing, and whether the name alone is proof."""

    concept: Concept
    slug: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """Words `first` up to `end` name `place`; `headed` by a class noun such as city."""

    first: int
    end: int
    place: Place
    headed: bool = False


_SHORTEST = 3
_LAST_WORD = ("city", "weak-city", "region", "country")
"""Kinds of the packed gazetteer; of one name in several the last one stands.

Spellings that fold alike share a name: if one of them is a common word, the name alone is no proof.
"""


@lru_cache
def _place_names() -> PhraseTable[str]:
    """All names, with their articles; each stands for its kind and slug, which `_place` parts."""
    listed: dict[str, str] = {}
    for kind in _LAST_WORD:
        rows = packed("gazetteer.tsv.gz", kind)
        listed |= {name: f"{kind} {slug}" for name, slug in rows.items()}
    listed |= dict.fromkeys(keys("places", "region"), "country ")
    for kind in ("city", "country"):
        listed |= {name: f"{kind} {slug}" for name, slug in valued("places", kind).items()}
    listed |= dict.fromkeys(keys("places", "location"), "location ")
    listed |= dict.fromkeys(keys("places", "facility-names"), "facility ")
    return PhraseTable(listed, articles=True)


_CONCEPTS: Mapping[str, Concept] = {
    "city": "country",
    "weak-city": "country",
    "country": "country",
    "region": "location",
    "location": "location",
    "facility": "facility",
}


def _place(listed: str) -> Place:
    kind, _, slug = listed.partition(" ")
    return Place(_CONCEPTS[kind], slug, weak=kind == "weak-city")


@lru_cache
def _heads() -> PhraseTable[Concept]:
    concepts: dict[str, Concept] = {}
    concepts.update(dict.fromkeys(keys("places", "compass"), "location"))
    for section, concept in _SECTIONS:
        concepts.update(dict.fromkeys(keys("organisations", section), concept))
    return PhraseTable(concepts, articles=False)


_SECTIONS: tuple[tuple[str, Concept], ...] = (
    ("location", "location"),
    ("facility", "facility"),
    ("place", "country"),
)


def place_at(words: Words, index: int) -> FoundPlace | None:
    """The place whose bare name begins at the word, weak names included."""
    found = _place_names().at(words, index)
    if found is None or words[index].full in FUNCTION_WORDS:
        return None
    return FoundPlace(index, found[0], _place(found[1]))


def place_phrase_at(words: Words, index: int) -> FoundPlace | None:
    """The place that begins at the word, with or without a class noun; no weak name alone."""
    found = _headed(words, index) or place_at(words, index)
    return found if found is not None and (found.headed or not found.place.weak) else None


def find_places(words: Words) -> Iterator[FoundPlace]:
    """Every place in the text, the longest first where names share words; none overlap."""
    confirmed = _names_proven_here(words)
    index = 0
    while index < len(words):
        found = place_phrase_at(words, index) or _proven(words, index, confirmed)
        if found is None:
            index += 1
            continue
        yield found
        index = found.end


def _names_proven_here(words: Words) -> frozenset[str]:
    """Weak and unknown names that some place in the text shows to be names of places."""
    proven: set[str] = set()
    for index, word in enumerate(words.items):
        headed = _headed(words, index)
        if headed is not None and headed.place.concept == "country":
            proven.add(words[headed.end - 1].key)
        weak = place_at(words, index)
        if weak is None or not weak.place.weak:
            continue
        follows_place_word = _follows_preposition(words, index) and not is_ordinary(word.bare)
        if follows_place_word or _is_dateline(words, weak):
            proven.update(w.key for w in words.items[index : weak.end])
    return frozenset(proven)


def _follows_preposition(words: Words, index: int) -> bool:
    if words[index].proclitics == "ب":
        return True
    before = words.previous(index)
    return (
        before is not None
        and not words[index].proclitics
        and before.full in {"في", "الي", "قرب", "نحو", "باتجاه"}
    )


def _is_dateline(words: Words, found: FoundPlace) -> bool:
    """«صور (لبنان)», «نيامي - »: at the beginning of a line, before a mark."""
    if words[found.first].joined or found.end >= len(words):
        return False
    return words[found.end].full in _AFTER_DATELINE and words[found.end].joined


_AFTER_DATELINE = frozenset("(-–—:/،")


def _proven(words: Words, index: int, confirmed: frozenset[str]) -> FoundPlace | None:
    if words[index].key not in confirmed:
        return None
    weak = place_at(words, index)
    if weak is not None and all(w.key in confirmed for w in words.items[index : weak.end]):
        return weak
    if is_ordinary(words[index].bare):
        return None
    return FoundPlace(index, index + 1, Place("country", "", weak=True))


def _headed(words: Words, index: int) -> FoundPlace | None:
    """A class noun in construct with a name: مدينة ميامي, مطار بن غوريون, بلدة with a rare word."""
    head = _heads().at(words, index)
    if head is None or words[index].definite or words.follower(head[0]) is None:
        return None
    end, concept = head
    inner = place_at(words, end)
    by_chance = concept == "location" and is_ordinary(words[end].bare)
    if inner is not None and not (inner.place.weak and by_chance):
        end = adjectives_end(words, inner.end, definite=True)
        same = inner.place.concept == concept
        place = Place(concept, inner.place.slug if same else "")
        return FoundPlace(index, end, place, headed=True)
    if words[index].bare in keys("places", "compass"):
        return None
    return _with_unlisted_name(words, index, end, concept)


def _with_unlisted_name(words: Words, index: int, end: int, concept: Concept) -> FoundPlace | None:
    """«قصر العدالة», «بلدة بيزيميني»: a facility with any noun, a place with a rare word."""
    if concept == "facility" and words[end].definite and not is_adjective(words[end]):
        end = adjectives_end(words, end + 1, definite=True)
    elif _is_name_of_place(words, end):
        longer = _is_name_of_place(words, end + 1) and not words[end + 1].definite
        end += 1 + longer
    else:
        return None
    return FoundPlace(index, end, Place(concept, ""), headed=True)


def _is_name_of_place(words: Words, index: int) -> bool:
    word = words.follower(index)
    return word is not None and len(word.bare) >= _SHORTEST and not is_ordinary(word.bare)
