"""The names of months and days as all Arab countries print them, from a packed table."""

from collections.abc import Mapping
from functools import lru_cache

from annotator.suggesters.lexicon import packed


@lru_cache
def months() -> Mapping[str, int]:
    """Folded name of a month, in all Arab countries -> its number."""
    return {m: int(n) for kind, m, n in packed("calendar.tsv.gz") if kind == "month"}


@lru_cache
def weekdays() -> Mapping[str, int]:
    """Folded name of a day with its article -> its number, Monday being 0."""
    days = {d: int(n) for kind, d, n in packed("calendar.tsv.gz") if kind == "weekday"}
    return days | {"الاثنين": 0, "الاربعا": 2}
