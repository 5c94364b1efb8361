"""Recognise the words of a personal name: given names, family names, and what joins them."""

from functools import lru_cache

from annotator.arabic.function_words import FUNCTION_WORDS
from annotator.suggesters.adjectives import listed_adjectives
from annotator.suggesters.calendar import weekdays
from annotator.suggesters.lexicon import keys, valued
from annotator.suggesters.nisbas import certain_nisbas, is_nisba
from annotator.suggesters.trigger_lexicon import trigger_entries
from annotator.suggesters.vocabulary import given_names, is_ordinary, surnames
from annotator.suggesters.words import Word, Words

_LONGEST = 5
_SHORTEST = 3
_OPENING_PARTICLES = frozenset({"ابو", "عبد", "بن", "ام", "فان", "فون", "ال", "ابن"})
_ENDING_A_NAME = FUNCTION_WORDS | frozenset({"في", "الذي", "التي", "وقال"})


@lru_cache
def _particles() -> frozenset[str]:
    return keys("given_names", "particle")


@lru_cache
def _second_parts() -> frozenset[str]:
    return keys("given_names", "second-part")


@lru_cache
def _no_name_words() -> frozenset[str]:
    """Function words, heads of titles and bodies, nouns for persons: they never continue a name."""
    return (
        FUNCTION_WORDS
        | keys("titles", "office", "kinship", "portfolio")
        | keys("organisations", "government", "military", "media", "organisation", "facility")
        | keys("organisations", "place", "location")
        | keys("groups", "broken", "sound")
        | keys("time", "unit", "number", "before", "part-of-day")
        | keys("nouns", "weapon", "document")
        | {label.removeprefix("ال") for label in weekdays()}
    )


def is_given_name(word: Word) -> bool:
    """Whether the word is a listed given name."""
    return word.is_word and (word.key in given_names() or _is_ali(word))


def is_known_name(word: Word) -> bool:
    """Whether the word is a listed given name or family name."""
    return is_given_name(word) or (word.is_word and word.bare in surnames())


def may_be_name(word: Word) -> bool:
    """Whether the word may be a part of a name: listed, or no word of the language."""
    return is_known_name(word) or (_is_plain(word) and not is_ordinary(word.bare))


def is_second_part(word: Word) -> bool:
    """Whether the word is the second half of a given name: «صلاح ⟦الدين⟧»."""
    return word.key in _second_parts()


def _is_ali(word: Word) -> bool:
    """علي, printed unlike the preposition على."""
    return word.key == "علي" and not word.ends_in_alif


def _is_plain(word: Word) -> bool:
    """Whether nothing speaks against the word as a part of a name, but that it may be ordinary."""
    return (
        word.is_word
        and not word.definite
        and len(word.bare) >= _SHORTEST
        and not is_nisba(word)
        and word.bare not in listed_adjectives()
        and word.bare not in _no_name_words()
        and word.bare not in trigger_entries()
    )


def name_end(words: Words, index: int, *, led: bool = False) -> int | None:
    """Where the personal name that begins at `index` ends; None when the word begins none.

    `led` by a title or a verb, its first word may be an ordinary one if the second may not.
    """
    if not _begins_name(words, index, led=led):
        return None
    end, last = index, index + _LONGEST
    while end < min(last, len(words)):
        step = 1 if end == index and _is_led(words, index, led) else 0
        step = step or _name_part(words, end, position=end - index)
        if not step:
            break
        end += step
        last += step - 1  # «محمد بن راشد بن سعيد آل مكتوم»: particles do not count
    return end if end > index else None


def _begins_name(words: Words, index: int, *, led: bool) -> bool:
    if index >= len(words):
        return False
    return may_be_name(words[index]) or _opens_name(words, index) or _is_led(words, index, led)


def _is_led(words: Words, index: int, led: bool) -> bool:  # noqa: FBT001 - passed on as it came
    """An ordinary word before one that can only be a name: «إيف مارتينو»."""
    following = words.follower(index + 1)
    if not led or following is None or not _is_plain(words[index]):
        return False
    return may_be_name(following)


def _opens_name(words: Words, index: int) -> bool:
    """«أبو مازن», «عبد الله»: a particle and what it joins."""
    following = words.follower(index + 1)
    if following is None or words[index].bare not in _OPENING_PARTICLES:
        return False
    return following.full in _second_parts() or _is_plain(following) or is_known_name(following)


def _name_part(words: Words, index: int, *, position: int) -> int:
    """How many words from `index` on continue the name: 0, 1 or 2."""
    word = words[index] if position == 0 else words.follower(index)
    if word is None or not word.is_word:
        return 0
    following = words.follower(index + 1)
    if position and word.definite and word.bare not in _particles():
        return int(_is_definite_part(word) or _ends_with_article(words, index))
    if word.bare in _particles() and following is not None:
        joined = _is_definite_part(following) or may_be_name(following) or _is_plain(following)
        return 2 if joined else 0
    if may_be_name(word):
        return int(not is_ordinary(word.bare) or is_known_name(word))
    return int(position > 0 and _is_plain(word) and _ordinary_part(words, index))


def _ordinary_part(words: Words, index: int) -> bool:
    """Whether an ordinary word is inside a name or ends it: «خوليو سيزار أباركا», «حميد شاهين،»."""
    following = words.follower(index + 1)
    if following is not None and may_be_name(following) and not is_ordinary(following.bare):
        return True
    before = words[index - 1]
    return _is_last(words, index) and (may_be_name(before) or before.key in _second_parts())


def _ends_with_article(words: Words, index: int) -> bool:
    """«محمد الخطيب،»: an ordinary word with an article after a given name, and then a stop."""
    return (
        _is_last(words, index)
        and is_given_name(words[index - 1])
        and _may_be_family_name(words[index])
    )


def _is_last(words: Words, index: int) -> bool:
    following = words.follower(index + 1)
    return following is None or following.bare in _ENDING_A_NAME


def _may_be_family_name(word: Word) -> bool:
    """Whether nothing speaks against an ordinary word with an article as a family name."""
    return (
        not is_nisba(word)
        and word.bare not in listed_adjectives()
        and word.bare not in keys("titles", "portfolio")
        and word.bare not in keys("organisations", "government", "military", "place", "location")
        and word.bare not in keys("time", "after", "unit")
        and word.key not in weekdays()
    )


def _is_definite_part(word: Word) -> bool:
    """«الدين», «الحريري»: a word with an article inside a name."""
    if word.key in _second_parts() or word.bare in surnames():
        return True
    if not word.definite or word.bare in listed_adjectives() or word.bare in _no_name_words():
        return False
    if word.key in valued("places", "city") or word.key in valued("places", "country"):
        return False
    if is_nisba(word):
        return word.bare not in certain_nisbas()
    return not is_ordinary(word.bare) or (word.bare.endswith("ي") and len(word.bare) > _SHORTEST)
