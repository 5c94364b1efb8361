"""The ISO value of an expression of time, where the text and the publication date settle it."""

from collections.abc import Sequence
from datetime import date, timedelta

from annotator.model.document import Document
from annotator.suggesters.calendar import months, weekdays
from annotator.suggesters.date_parts import is_written_date
from annotator.suggesters.date_phrases import FoundDate
from annotator.suggesters.words import Word, Words

_FIRST_YEAR, _LAST_YEAR = 1900, 2150
_LAST_DAY = 31
_NEXT = frozenset({"مقبل", "قادم", "مقبله", "قادمه"})
_RELATIVE_DAYS = {"اليوم": 0, "الليله": 0, "امس": -1, "البارحه": -1, "غدا": 1}


def published_on(document: Document) -> date | None:
    """The day the article appeared, from its metadata."""
    return _parsed(document.meta.get("published", "")[:10])


def iso_value(words: Words, found: FoundDate, published: date | None) -> str | None:
    """A day (2025-12-06), month (2025-12) or year (2025); None where nothing settles it."""
    items = words.items[found.first : found.end]
    written = next((w.full for w in items if is_written_date(w.full)), None)
    if written is not None:
        return _written(written)
    month = _month(items)
    year = next((int(w.full) for w in items if _is_year(w)), None)
    if month is not None:
        return _month_value(items, month, year, published)
    if year is not None:
        return str(year)
    return _relative_value(items, published) if published is not None else None


def _written(token: str) -> str | None:
    pieces = [int(piece) for piece in token.replace("/", "-").replace(".", "-").split("-")]
    if pieces[0] < _FIRST_YEAR:
        pieces.reverse()
    try:
        return date(*pieces).isoformat()
    except ValueError:
        return None


def _month(items: Sequence[Word]) -> int | None:
    for index, word in enumerate(items):
        two = f"{word.key} {items[index + 1].full}" if index + 1 < len(items) else ""
        if (number := months().get(two) or months().get(word.key)) is not None:
            return number
    return None


def _is_year(word: Word) -> bool:
    return word.full.isdigit() and _FIRST_YEAR <= int(word.full) <= _LAST_YEAR


def _month_value(
    items: Sequence[Word], month: int, year: int | None, published: date | None
) -> str | None:
    day = next((int(w.full) for w in items if w.full.isdigit() and int(w.full) <= _LAST_DAY), None)
    if year is None:
        if published is None:
            return None
        year = published.year
        if not any(w.bare in _NEXT for w in items) and (month, day or 1) > (
            published.month,
            published.day,
        ):
            year -= 1  # news tells of what was, unless it says otherwise
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _relative_value(items: Sequence[Word], published: date) -> str | None:
    for word in items:
        weekday = weekdays().get(word.key)
        if weekday is not None:
            back = (published.weekday() - weekday) % 7
            later = 7 - back if any(w.bare in _NEXT for w in items) else -back
            return (published + timedelta(days=later)).isoformat()
    if len(items) == 1 and items[0].key in _RELATIVE_DAYS:
        return (published + timedelta(days=_RELATIVE_DAYS[items[0].key])).isoformat()
    return None


def _parsed(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
