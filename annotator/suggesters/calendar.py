"""The names of months and days as all Arab countries print them, from a packed table."""

from collections.abc import Mapping
from functools import lru_cache

from annotator.suggesters.lexicon import packed


@lru_cache
def months() -> Mapping[str, int]:
    """Folded name of a month, in all Arab countries -> its number."""
    return {month: int(number) for month, number in packed("calendar.tsv.gz", "month").items()}


@lru_cache
def weekdays() -> Mapping[str, int]:
    """Folded name of a day with its article -> its number, Monday being 0."""
    days = packed("calendar.tsv.gz", "weekday")
    return {day: int(number) for day, number in days.items()} | {"الاثنين": 0, "الاربعا": 2}
