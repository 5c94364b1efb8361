"""Find numbers in digits and words, with percent signs, measures and currencies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from annotator.suggesters.concepts import Concept
from annotator.suggesters.lexicon import keys, packed
from annotator.suggesters.nisbas import is_nisba
from annotator.suggesters.phrases import PhraseTable, table
from annotator.suggesters.words import Word, Words

_LONGEST_ABOUT = 4
_PERCENT_SIGNS = frozenset("%٪")
_SYMBOLS = frozenset("$€£₪₽₴¥")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """Words `first` up to `end` are a number or, with a currency, a sum of money."""

    first: int
    end: int
    concept: Concept


@lru_cache
def _number_words() -> PhraseTable[str]:
    return table(keys("time", "number"), articles=False)


@lru_cache
def _about() -> PhraseTable[str]:
    return table(keys("time", "about"), articles=True)


@lru_cache
def _percent() -> PhraseTable[str]:
    return PhraseTable({phrase: phrase for phrase in keys("time", "percent")}, articles=True)


@lru_cache
def _currencies() -> frozenset[str]:
    listed = set(packed("calendar.tsv.gz", "currency"))
    units = listed - {"وحده", "ذهب", "فضه", "حقوق", "عمله", "مارك", "كود", "سول", "ليون", "ليف"}
    plurals = {f"{unit.removesuffix('ه')}ات" for unit in units} | {"دراهم", "دنانير", "جنيهات"}
    return frozenset(units | plurals | {f"{unit}ا" for unit in units})


def is_digits(word: Word) -> bool:
    """Whether the token is a number written in digits."""
    return not word.is_word and word.full[:1].isdigit()


def number_end(words: Words, index: int) -> int | None:
    """Where the number that begins at `index` ends, units not included; None without one."""
    word = words[index]
    if is_digits(word):
        end = index + 1
        large = words.follower(end)
        return end + 1 if large is not None and large.bare in keys("time", "large-number") else end
    found = _number_words().at(words, index) if word.is_word and not word.definite else None
    if found is None:
        return None
    end = found[0]
    while (step := _continuation(words, end)) is not None:
        end = step
    return end


def _continuation(words: Words, index: int) -> int | None:
    word = words.joined(index)
    if word is None or word.definite or word.proclitics not in {"", "و"}:
        return None
    found = _number_words().at(words, index)
    return found[0] if found else None


def about_start(words: Words, first: int) -> int:
    """Where the quantifier begins that ends right before the word: «نحو», «ما لا يقل عن»."""
    for index in range(max(first - _LONGEST_ABOUT, 0), first):
        found = _about().at(words, index)
        if found is not None and found[0] == first and words.follower(first) is not None:
            return index
        if found is not None and found[0] == first and is_digits(words[first]):
            return index if words[first].joined else first
    return first


def _is_ordinal(words: Words, index: int) -> bool:
    """«ثالث عملية»: which of several, before its noun."""
    word = words[index]
    noun = words.follower(index + 1)
    return (
        word.is_word
        and not word.definite
        and word.bare in keys("time", "ordinal")
        and noun is not None
        and not noun.definite
    )


def find_numbers(words: Words) -> Iterator[FoundNumber]:
    """Every number outside of larger ones; dates are not told apart here."""
    index = 0
    while index < len(words):
        end = number_end(words, index)
        if end is None:
            if _is_ordinal(words, index):
                yield FoundNumber(index, index + 1, "number")
            index += 1
            continue
        found = _with_unit(words, index, end)
        found = replace(found, first=about_start(words, found.first))
        spelled_alone = end - index == 1 and words[index].bare in keys("time", "ambiguous-number")
        if found.concept != "number" or not spelled_alone:
            yield found
        index = found.end


def _with_unit(words: Words, first: int, end: int) -> FoundNumber:
    """With percent sign, measure or currency, as mark or word, before or after."""
    mark = words[end].full if end < len(words) else ""
    unit = words.follower(end)
    percent = _percent().at(words, end) if words.joined(end) else None
    if mark in _PERCENT_SIGNS:
        return FoundNumber(first, end + 1, "number")
    if percent is not None:
        return FoundNumber(first, percent[0], "number")
    if unit is not None and unit.bare in keys("time", "measure"):
        return FoundNumber(first, end + 1, "number")
    return _money(words, first, end) or FoundNumber(first, end, "number")


def _money(words: Words, first: int, end: int) -> FoundNumber | None:
    if end < len(words) and words[end].full in _SYMBOLS:
        return FoundNumber(first, end + 1, "money")
    if first and words[first - 1].full in _SYMBOLS and words[first].joined:
        return FoundNumber(first - 1, end, "money")
    unit = words.follower(end)
    if unit is None or unit.bare not in _currencies():
        return None
    after = words.follower(end + 1)
    return FoundNumber(first, end + 1 + (after is not None and is_nisba(after)), "money")


def number_before(words: Words, index: int) -> int | None:
    """Where the number begins that ends right before `index`; None without one."""
    for first in range(max(index - 4, 0), index):
        if number_end(words, first) == index and (first == index - 1 or words[index - 1].joined):
            return about_start(words, first) if words.follower(index) else None
    return None
