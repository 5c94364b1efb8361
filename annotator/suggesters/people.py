"""Find nouns for persons: unnamed groups, and one person known by a noun and a nisba."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from annotator.model.reason import Reason, because
from annotator.suggesters.adjectives import adjectives_end, is_adjective
from annotator.suggesters.bodies import body_at
from annotator.suggesters.concepts import Concept
from annotator.suggesters.lexicon import keys
from annotator.suggesters.nisbas import is_nisba
from annotator.suggesters.numerals import number_before
from annotator.suggesters.phrases import PhraseTable
from annotator.suggesters.places import place_phrase_at
from annotator.suggesters.speech import is_verb_of_saying
from annotator.suggesters.words import Word, Words

_SOUND_ENDINGS = ("ون", "ين", "ان", "و", "تان", "تين")
_PLURAL_ENDINGS = ("ين", "ون")
_SHORTEST_PARTICIPLE = 6
_SHORTEST_ADJECTIVE = 5


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """Words `first` up to `end` name unnamed persons."""

    first: int
    end: int
    concept: Concept
    score: float
    why: Reason


@lru_cache
def _heads() -> PhraseTable[str]:
    """Noun -> what kind of noun it is; later kinds overrule earlier ones."""
    table: dict[str, str] = {}
    for base in keys("groups", "sound"):
        table.update(dict.fromkeys((f"{base}{ending}" for ending in _SOUND_ENDINGS), "plural"))
        table[f"{base}ي"] = "construct"
    table.update(dict.fromkeys(keys("groups", "broken"), "plural"))
    table.update(dict.fromkeys(keys("groups", "collective"), "collective"))
    table.update(dict.fromkeys(keys("groups", "casualty"), "casualty"))
    table.update(dict.fromkeys(keys("groups", "pair"), "pair"))
    table.update(dict.fromkeys(keys("groups", "country-pair"), "countries"))
    for base in keys("titles", "person"):
        table[base] = "one"
    return PhraseTable(table, articles=False)


_CONCEPTS: dict[str, Concept] = {"one": "person", "countries": "country"}
_BARE_SCORES = {"pair": 0.8, "countries": 0.7, "casualty": 0.7, "plural": 0.45}
"""What a noun without nisba or complement is worth, by its kind."""


def find_people(words: Words) -> Iterator[FoundPeople]:
    """Every such noun phrase, none overlapping."""
    index = 0
    while index < len(words):
        found = _people_at(words, index)
        if found is None:
            index += 1
            continue
        yield found
        index = found.end


def _people_at(words: Words, index: int) -> FoundPeople | None:
    head = _head_at(words, index)
    if head is None or _is_inside_construct(words, index):
        return None
    end, kind = head
    after = _extended(words, end)
    if _is_one_of(words, index):
        return FoundPeople(index - 1, after, "person", 0.6, because("one of several persons"))
    concept = _CONCEPTS.get(kind, "group")
    if any(is_nisba(word) for word in words.items[end:after]):
        return FoundPeople(index, after, concept, 0.85, because("a noun for persons with a nisba"))
    if kind == "one":
        return _one_person(words, index, after)
    if after > end:
        score = 0.5
        return FoundPeople(
            index, after, concept, score, because("a noun for persons with a complement")
        )
    score = _BARE_SCORES.get(kind, 0.0)
    return (
        FoundPeople(index, after, concept, score, because("a noun for persons")) if score else None
    )


def _head_at(words: Words, index: int) -> tuple[int, str] | None:
    """Where the noun for persons ends that begins at the word, and what kind it is."""
    head = _heads().at(words, index) or _participle_at(words, index)
    if head is None and words[index].bare in _counted() and number_before(words, index) is not None:
        return index + 1, "plural"
    return head


def _one_person(words: Words, index: int, after: int) -> FoundPeople | None:
    """«قال مصدر»: an indefinite noun for one person, right after a verb of saying."""
    before = words.previous(index)
    if before is None or words[index].definite:
        return None
    if is_verb_of_saying(before) or before.full in _APPOSITIVE:
        return FoundPeople(index, after, "person", 0.65, because("a person after a verb of saying"))
    return FoundPeople(index, after, "person", 0.42, because("a noun for one person"))


_APPOSITIVE = frozenset({"وهو", "وهي", "هو", "هي"})


def _participle_at(words: Words, index: int) -> tuple[int, str] | None:
    """«المحرضين»: a plural participle with its article, used as a noun."""
    word = words[index]
    before = words.previous(index)
    is_noun = before is None or not before.definite
    if (
        word.definite
        and is_noun
        and word.bare.startswith("م")
        and word.bare.endswith(_PLURAL_ENDINGS)
        and len(word.bare) >= _SHORTEST_PARTICIPLE
        and not is_nisba(word)
    ):
        return index + 1, "plural"
    return None


@lru_cache
def _counted() -> frozenset[str]:
    """Nouns for persons as they stand after numerals."""
    singular = keys("groups", "sound") | keys("titles", "person")
    return keys("groups", "counted") | singular | {f"{noun}ا" for noun in singular}


def _is_one_of(words: Words, index: int) -> bool:
    before = words.previous(index)
    return before is not None and before.bare in {"احد", "احدي"}


def _is_inside_construct(words: Words, index: int) -> bool:
    """«رئيس الوزراء», «نقابة الصحفيين»: the noun only completes a title or the name of a body."""
    before = words.previous(index)
    if before is None or before.definite or words[index].proclitics:
        return False
    heads = keys("titles", "office") | keys("organisations", "organisation", "government")
    return before.bare in heads and before.bare not in keys("groups", "broken", "collective")


def _extended(words: Words, end: int) -> int:
    """With complement, adjectives and joined nisbas: «مسؤولون أمريكيون وروس»."""
    definite = words[end - 1].definite
    nxt = words.follower(end)
    if nxt is not None and not definite and not is_nisba(nxt):
        after = _construct_end(words, end, nxt)
        if after > end:
            definite, end = True, after
    end = _adjectives_end(words, end, definite=definite)
    while (word := words.joined(end)) is not None and _is_joined_nisba(word, words[end - 1]):
        end += 1
    return end


def _adjectives_end(words: Words, index: int, *, definite: bool) -> int:
    """Adjectives of any kind, plural participles and numerals with an article among them."""
    while (end := adjectives_end(words, index, definite=definite)) > index or (
        (word := words.follower(index)) is not None
        and word.definite == definite
        and _is_plural_adjective(word)
    ):
        index = max(end, index + 1)
    return index


def _is_plural_adjective(word: Word) -> bool:
    if word.definite and word.bare in keys("time", "number"):
        return True
    if word.bare in keys("groups", "adjective"):
        return True
    return (
        word.bare.endswith(_PLURAL_ENDINGS)
        and word.bare.startswith("م")
        and len(word.bare) >= _SHORTEST_ADJECTIVE
    )


def _construct_end(words: Words, index: int, nxt: Word) -> int:
    body = body_at(words, index)
    if body is not None:
        return body.end
    place = place_phrase_at(words, index)
    if place is not None:
        return place.end
    return index + 1 if nxt.definite and not is_adjective(nxt) else index


def _is_joined_nisba(word: Word, before: Word) -> bool:
    return (
        word.proclitics == "و"
        and is_nisba(word)
        and is_nisba(before)
        and word.definite == before.definite
    )
