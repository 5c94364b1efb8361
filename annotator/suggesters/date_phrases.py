"""Find expressions of time: days, dates, months, years, durations, with all their modifiers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotator.suggesters.date_parts import Part, bare, part_at
from annotator.suggesters.lexicon import fold_phrase, keys
from annotator.suggesters.words import Words


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Words `first` up to `end` are an expression of time."""

    first: int
    end: int


def find_dates(words: Words) -> Iterator[FoundDate]:
    """Every expression of time, the longest first; none overlap."""
    index = 0
    while index < len(words):
        found = _date_at(words, index)
        if found is None:
            index += 1
            continue
        yield found
        index = found.end


def _date_at(words: Words, index: int) -> FoundDate | None:
    parts: list[Part] = []
    end = index
    while (part := part_at(words, end, parts)) is not None:
        parts.append(part)
        end = part.end
    while parts and parts[-1].kind in _NEVER_LAST:
        parts.pop()
    while len(parts) > 1 and parts[0].kind == "number" and not _leads(parts):
        parts.pop(0)
        if parts[0].kind == "mark":
            parts.pop(0)
    if len(parts) > 1 and words[parts[0].first].bare in _DEMONSTRATIVES:
        parts = parts if words[parts[1].first].definite else parts[1:]
    if len(parts) > 1 and parts[0].kind == "ago" and not _is_ago(parts, words):
        parts.pop(0)
    if not parts or not _is_date(parts, words):
        return None
    return FoundDate(parts[0].first, parts[-1].end)


_DEMONSTRATIVES = frozenset({"هذا", "هذه"})
_NEVER_LAST = frozenset({"hour", "before", "ago", "mark", "number", "ordinal"})


def _is_ago(parts: list[Part], words: Words) -> bool:
    """«قبل ثلاثة أسابيع» tells when; «قبل السبت» and «قبل ساعات من» only before what."""
    kinds = {part.kind for part in parts[1:]}
    following = words.follower(parts[-1].end)
    if following is not None and following.full == "من":
        return False
    return kinds <= {"number", "unit", "span", "before"} and bool(kinds & {"unit", "span"})


def _leads(parts: list[Part]) -> bool:
    """Whether the number that begins the expression belongs to what follows it."""
    kinds = [part.kind for part in parts]
    if kinds[1] in {"unit", "month"}:
        return True
    return kinds[1:4] == ["mark", "number", "month"]


_SURE = frozenset({"weekday", "alone"})
_AFTER_DURATION_PREPOSITION = frozenset({"خلال", "بعد", "في", "منذ"})
_SINGLE_UNITS = frozenset(fold_phrase("شهر أسبوع سنة عام").split())
_PLURAL_UNITS = frozenset(fold_phrase("دقائق ساعات أيام أسابيع أشهر شهور سنوات ثوان").split())


def _is_date(parts: list[Part], words: Words) -> bool:
    kinds = [part.kind for part in parts]
    present = set(kinds)
    first = parts[0].first
    if present & _SURE:
        return True
    if "month" in present:
        doubtful = bare(words.surface(first, parts[0].end)) in keys("time", "doubtful-month")
        return len(kinds) > 1 or not doubtful or _after_time_preposition(words, first)
    if "year" in present:
        return len(kinds) > 1 or _after_time_preposition(words, first)
    if "span" in present or _counts_units(kinds):
        return True
    if "unit" in present or "part" in present:
        return "after" in present or _is_this_unit(words, first, kinds)
    return False


def _counts_units(kinds: list[str]) -> bool:
    """«ثلاثة أسابيع», «عدة أيام», «قبل أيام»: a unit right after what counts it."""
    return any(left in {"number", "ago"} and right == "unit" for left, right in pairwise(kinds))


def _is_this_unit(words: Words, first: int, kinds: list[str]) -> bool:
    """«هذا الأسبوع», «نهاية العام»; «خلال ساعات»."""
    if kinds[0] == "before":
        return words[first].bare in _THIS or words[first].bare in {"عده", "بضعه", "بضع"}
    before = words.previous(first)
    return (
        before is not None
        and before.key in _AFTER_DURATION_PREPOSITION
        and words[first].key in _PLURAL_UNITS | _SINGLE_UNITS
        and not words[first].proclitics
    )


_THIS = frozenset({"هذا", "هذه", "نهايه", "بدايه", "مطلع", "منتصف", "اواخر", "اوائل", "اوايل"})


def _after_time_preposition(words: Words, index: int) -> bool:
    before = words.previous(index)
    return before is not None and before.full in {"في", "منذ", "عام", "سنه", "بحلول", "حتي", "خلال"}
