"""Read the pieces that expressions of time are made of: units, numbers, months, modifiers."""

from dataclasses import dataclass
from functools import lru_cache

from annotator.suggesters.calendar import months, weekdays
from annotator.suggesters.lexicon import fold_phrase, keys
from annotator.suggesters.numerals import is_digits, number_end
from annotator.suggesters.phrases import PhraseTable
from annotator.suggesters.words import Word, Words

_PIECES = 3
"""Day, month and year."""
_FIRST_YEAR, _LAST_YEAR = 1300, 2150
"""Of the Hijri and of the Gregorian calendar."""
_JOINING_MARKS = frozenset("/-–(")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an expression, words `first` up to `end`, and what it is."""

    first: int
    end: int
    kind: str


@lru_cache
def _parts() -> PhraseTable[str]:
    kinds: dict[str, str] = {}
    for section, kind in (("unit", "unit"), ("before", "before"), ("ago", "ago")):
        kinds.update(dict.fromkeys(keys("time", section), kind))
    kinds.update({f"{unit}ا": "unit" for unit in keys("time", "unit")})
    kinds.update(dict.fromkeys(keys("time", "dual-unit"), "span"))
    kinds.update({part.removeprefix("ال"): "part" for part in keys("time", "part-of-day")})
    kinds.update({bare(month): "month" for month in keys("time", "hijri-month")})
    kinds.update(dict.fromkeys(months(), "month"))
    kinds.update({bare(month): "month" for month in months()})
    for unit in ("يوم", "ليله", "شهر", "عام", "سنه", "فتره"):
        kinds[unit] = "unit"
    return PhraseTable(kinds, articles=False)


def bare(phrase: str) -> str:
    """The folded words without their articles."""
    return " ".join(word.removeprefix("ال") for word in phrase.split())


@lru_cache
def _fixed() -> PhraseTable[str]:
    kinds = dict.fromkeys(keys("time", "alone"), "alone")
    kinds.update(dict.fromkeys(weekdays(), "weekday"))
    return PhraseTable(kinds, articles=True)


@lru_cache
def _after() -> frozenset[str]:
    return keys("time", "after")


def part_at(words: Words, index: int, before: list[Part]) -> Part | None:
    """The part that begins at the word and goes on with those `before`; None where none does."""
    if index >= len(words) or (before and not _continues(words, index)):
        return None
    last = before[-1].kind if before else ""
    if (special := _special(words, index, last)) is not None:
        return special
    fixed = _fixed().at(words, index)
    if fixed is not None:
        return Part(index, *fixed)
    if not before and is_written_date(words[index].full):
        return Part(index, index + 1, "alone")
    number = number_end(words, index)
    if number is not None:
        return _number(words, index, number, last)
    found = _parts().at(words, index)
    return Part(index, *found) if found else None


def _special(words: Words, index: int, last: str) -> Part | None:
    """What is a part only after certain others: marks, modifiers, eras; and ordinal days."""
    word = words[index]
    kind = _joining_kind(words, index, last)
    if kind is None and _modifies(word, last):
        kind = "after"
    if kind is not None:
        return Part(index, index + 1, kind)
    if not word.definite or last not in {"", "weekday"}:
        return None
    hour = _hour(words, index) if word.bare in _HOURS and not last else None
    if hour is None and word.bare in keys("time", "ordinal") | {"اول", "حادي"}:
        return _ordinal_day(words, index)
    return hour


def _joining_kind(words: Words, index: int, last: str) -> str | None:
    """What a mark, or the word that gives the same date in another calendar, is to the date."""
    word = words[index]
    if word.full in _JOINING_MARKS and last in {"month", "number", "year"}:
        return "mark"
    if word.full == ")" and last == "month" and words[index - 1].bare in months():
        return "close"
    if last in {"year", "close", "after"} and word.key in {"ه", "م", "الموافق"}:
        return "mark" if word.key == "الموافق" else "after"
    return None


def _modifies(word: Word, last: str) -> bool:
    """«الماضي», «الخمس» of «السنوات الخمس»: whether the word completes what stands before it."""
    if last and last != "ago" and word.definite and word.bare in _after():
        return True
    if last in {"unit", "span"} and word.bare in _AFTER_INDEFINITE:
        return True
    return last == "unit" and word.definite and word.bare in keys("time", "number")


_HOURS = frozenset(
    fold_phrase("واحدة ثانية ثالثة رابعة خامسة سادسة سابعة ثامنة تاسعة عاشرة حادية").split()
)


def _hour(words: Words, index: int) -> Part | None:
    """«الثامنة مساء», «الثامنة من مساء الجمعة»."""
    end = index + 1
    following = words.follower(end)
    if following is not None and following.full == "من":
        end += 1
        following = words.follower(end)
    if following is None:
        return None
    fixed = _fixed().at(words, end)
    part = _parts().at(words, end)
    is_time = (fixed is not None and fixed[1] == "alone") or (
        part is not None and part[1] == "part"
    )
    return Part(index, end, "hour") if is_time else None


_AFTER_INDEFINITE = frozenset({"لاحق", "ماضيه", "عده", "قليله", "واحد", "واحده"})


def _ordinal_day(words: Words, index: int) -> Part | None:
    """«السابع عشر من مايو»."""
    end = index + 1
    following = words.follower(end)
    if following is not None and following.bare in {"عشر", "عشره"}:
        end += 1
    tens = words.joined(end)
    if tens is not None and tens.proclitics == "و" and tens.bare in {"عشرين", "عشرون", "ثلاثين"}:
        end += 1
    of, month = words.follower(end), words.follower(end + 1)
    if of is not None and of.full == "من" and month is not None:
        found = _parts().at(words, end + 1)
        if found is not None and found[1] in {"month", "unit"}:
            return Part(index, end + 1, "ordinal")
    return None


def _number(words: Words, index: int, end: int, last: str) -> Part | None:
    if _is_year(words, index) and last != "number":
        return Part(index, end, "year")
    if last in {"", "before", "ago", "mark"}:
        return Part(index, end, "number")
    following = words.follower(end)
    if last in {"weekday", "part", "after"} and following is not None:
        found = _parts().at(words, end)
        if found is not None and found[1] == "month":
            return Part(index, end, "number")
    return None


def _continues(words: Words, index: int) -> bool:
    """Whether the token goes on with the expression: nothing parts it and no proclitic opens it."""
    word = words[index]
    if not word.joined:
        return False
    return not word.proclitics or (word.proclitics == "و" and number_end(words, index) is not None)


def _is_year(words: Words, index: int) -> bool:
    digits = words[index].full
    return is_digits(words[index]) and digits.isdigit() and _FIRST_YEAR <= int(digits) <= _LAST_YEAR


def is_written_date(token: str) -> bool:
    """Whether the token is a whole date in digits, such as 2025-12-06 or 6/12/2025."""
    pieces = token.replace("/", "-").replace(".", "-").split("-")
    return len(pieces) == _PIECES and all(piece.isdigit() for piece in pieces)
