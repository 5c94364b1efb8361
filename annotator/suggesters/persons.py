"""Find personal names: after a title, by a given name, by a known family name, by repetition."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.model.reason import Reason, because
from annotator.suggesters.lexicon import keys
from annotator.suggesters.offices import find_offices
from annotator.suggesters.personal_names import (
    is_given_name,
    is_known_name,
    is_second_part,
    may_be_name,
    name_end,
)
from annotator.suggesters.places import place_at
from annotator.suggesters.speech import is_verb_of_saying
from annotator.suggesters.vocabulary import is_ordinary, unambiguous_surnames
from annotator.suggesters.words import Word, Words

_SHORT = 3
"""Letters of words that are too short to be known as unknown."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Words `first` up to `end` are a personal name."""

    first: int
    end: int
    score: float
    why: Reason


def find_persons(words: Words) -> list[FoundPerson]:
    """Every personal name, none overlapping, with the strongest evidence for each."""
    evidence = [*_after_titles(words), *_by_given_name(words), *_by_family_name(words)]
    evidence += [*_after_verbs_of_saying(words), *_unknown_words(words)]
    evidence += _repeated(words, _without_overlaps(evidence))
    return [p for p in _without_overlaps(evidence) if not _names_a_facility(words, p.first)]


def _names_a_facility(words: Words, index: int) -> bool:
    """«ساحة رياض الصلح», «إذاعة "أفريك ماتان"»: the name only tells which one."""
    before = words.previous(index)
    if before is None and index > 1 and words[index - 1].full in _OPENING_MARKS:
        before = words[index - 2]
    return (
        before is not None
        and not before.definite
        and not words[index].proclitics
        and before.bare in keys("organisations", "facility", "media")
    )


_OPENING_MARKS = frozenset('"«“')


def _without_overlaps(found: list[FoundPerson]) -> list[FoundPerson]:
    taken: set[int] = set()
    kept = []
    for person in sorted(found, key=lambda p: (p.first - p.end, -p.score, p.first)):
        if taken.isdisjoint(range(person.first, person.end)):
            taken.update(range(person.first, person.end))
            kept.append(person)
    return sorted(kept, key=lambda p: p.first)


def _after_titles(words: Words) -> Iterator[FoundPerson]:
    for office in find_offices(words):
        if words.follower(office.end) is None or _is_place(words, office.end):
            continue
        if not office.complete and words[office.end - 1].bare not in keys("titles", "rank"):
            continue
        end = name_end(words, office.end, led=True)
        if end is not None:
            known = any(is_known_name(word) for word in words.items[office.end : end])
            score = 0.8 if known else 0.7
            if known or end - office.end > 1 or words[office.end - 1].definite:
                yield FoundPerson(office.end, end, score, because("a name after a title"))


def _by_given_name(words: Words) -> Iterator[FoundPerson]:
    """A listed given name with a second part that is, or may be, a name."""
    for index, word in enumerate(words.items):
        if not _opens_full_name(words, index, word):
            continue
        end = name_end(words, index)
        if end is None or end == index + 1:
            continue
        rest = words.items[index + 1 : end]
        if (is_ordinary(word.bare) or word.key == _PREPOSITION) and not all(
            _is_proof(part) for part in rest
        ):
            continue
        yield FoundPerson(
            index, end, 0.7, because("begins with the given name {name}", name=word.key)
        )


def _opens_full_name(words: Words, index: int, word: Word) -> bool:
    if not is_given_name(word):
        return word.bare in {"ابو", "عبد"} and name_end(words, index) is not None
    before = words.previous(index)
    # Inside a name: its beginning was seen already.
    return before is None or bool(word.proclitics) or not is_given_name(before)


_PREPOSITION = "علي"
"""على as it is printed where a final ى is written ي."""


def _is_proof(word: Word) -> bool:
    """Whether the word shows that the ordinary one before it is a given name: not «علي الرغم»."""
    unknown = word.definite and not is_ordinary(word.bare)
    return unknown or may_be_name(word) or is_second_part(word)


def _by_family_name(words: Words) -> Iterator[FoundPerson]:
    for index, word in enumerate(words.items):
        if word.is_word and word.bare in unambiguous_surnames():
            yield FoundPerson(
                index, index + 1, 0.85, because("the family name {name}", name=word.key)
            )


def _after_verbs_of_saying(words: Words) -> Iterator[FoundPerson]:
    """«قال ويتكوف»: after a verb of saying, a word that is in no dictionary."""
    for index, word in enumerate(words.items):
        if not word.is_word or not is_verb_of_saying(word) or words.follower(index + 1) is None:
            continue
        name = words[index + 1]
        if not name.definite and not _is_place(words, index + 1):
            end = name_end(words, index + 1)
            if end is not None and may_be_name(name):
                yield FoundPerson(
                    index + 1, end, 0.6, because("an unknown word after a verb of saying")
                )


def _unknown_words(words: Words) -> Iterator[FoundPerson]:
    """«باولا مانتوفاني»: two or more words side by side that are in no dictionary."""
    index = 0
    while index < len(words) - 1:
        end = name_end(words, index) if _is_unknown(words, index) else None
        if end is not None and end - index > 1 and may_be_name(words[index + 1]):
            yield FoundPerson(index, end, 0.5, because("words that are in no dictionary"))
        index = end or index + 1


def _is_unknown(words: Words, index: int) -> bool:
    word = words[index]
    return (
        len(word.bare) > _SHORT
        and may_be_name(word)
        and not is_ordinary(word.bare)
        and place_at(words, index) is None
    )


def _repeated(words: Words, found: list[FoundPerson]) -> Iterator[FoundPerson]:
    """The last part alone of a full name met elsewhere in the text."""
    last_parts = {
        words[person.end - 1].key: words.surface(person.first, person.end)
        for person in found
        if person.end - person.first > 1 and words[person.end - 1].full not in _NEVER_ALONE
    }
    for index, word in enumerate(words.items):
        full_name = last_parts.get(word.key)
        if full_name is None or (is_ordinary(word.bare) and not word.definite):
            continue
        yield FoundPerson(
            index, index + 1, 0.85, because("the last part of {name}", name=full_name)
        )


_NEVER_ALONE = frozenset({"الدين", "الله", "الرحمن", "العزيز"})


def _is_place(words: Words, index: int) -> bool:
    place = place_at(words, index)
    return place is not None and not place.place.weak
