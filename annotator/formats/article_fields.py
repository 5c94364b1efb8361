"""Which column of a table, or key of a JSON object, holds which part of an article."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TypeAlias

from annotator.errors import UsageError
from annotator.formats.encodings import Reasons
from annotator.model.document import Document
from annotator.protocols import ImportOptions

Row: TypeAlias = Mapping[str, str]
"""The values of one article by the names its file gives them; what is empty may be missing."""

TEXT, ID, PUBLISHED = "text", "id", "published"
_JOIN = "+"
"""`text=headline+body` makes the text of two fields, a blank line between them."""

_USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    TEXT: (
        *("text", "body", "content", "article", "article_text", "article_body", "articlebody"),
        *(
            "fulltext",
            "full_text",
            "maintext",
            "النص",
            "نص",
            "نص الخبر",
            "المحتوى",
            "المقال",
            "الخبر",
        ),
    ),
    ID: ("id", "doc_id", "document_id", "article_id", "guid", "uuid", "المعرف", "رقم"),
    "title": ("title", "headline", "heading", "العنوان", "عنوان"),
    "source": (
        "source",
        "outlet",
        "publisher",
        "site",
        "sitename",
        "newspaper",
        "المصدر",
        "الموقع",
    ),
    PUBLISHED: (
        *("published", "date", "published_at", "publication_date", "publish_date", "pubdate"),
        *("date_published", "datepublished", "datetime", "التاريخ", "تاريخ", "تاريخ النشر"),
    ),
    "url": ("url", "link", "uri", "الرابط", "رابط"),
}
_FORBIDDEN = re.compile("[\0\ud800-\udfff]")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_MONTHS = 12


def find_fields(names: Iterable[str], options: ImportOptions, *, source: str) -> dict[str, str]:
    """Part of an article -> the name that `source`, a file, has for it; `names` are all it has.

    Raises:
        UsageError: a name that was given is not there, or nothing tells which holds the text.
    """
    known = list(dict.fromkeys(names))
    by_usual = {name.strip().lower(): name for name in reversed(known)}
    fields = {
        part: next(by_usual[name] for name in usual if name in by_usual)
        for part, usual in _USUAL_NAMES.items()
        if not by_usual.keys().isdisjoint(usual)
    }
    for part, given in options.fields.items():
        if given not in known and not all(name in known for name in given.split(_JOIN)):
            message = f"{source} has no field {given!r}; it has: {', '.join(known)}"
            raise UsageError(message)
        fields[part] = given
    if TEXT not in fields:
        message = (
            f"{source} does not say which field is the text; say it with --map text=NAME,"
            f" it has: {', '.join(known)}"
        )
        raise UsageError(message)
    return fields


def article(
    row: Row, fields: Mapping[str, str], options: ImportOptions, *, default_id: str
) -> Document | Reasons:
    """The document that a row holds, or why it holds none."""
    text = _value(row, fields[TEXT])
    if not text.strip():
        return (f"its {fields[TEXT]} holds no text; leave it out",)
    if len(text) > options.max_characters:
        return (f"it is longer than {options.max_characters:,} characters; split it",)
    meta = {
        part: value.strip()
        for part, name in fields.items()
        if part not in {TEXT, ID} and (value := _value(row, name)).strip()
    }
    identifier = _value(row, fields[ID]).strip() if ID in fields else ""
    if any(map(_FORBIDDEN.search, (text, identifier, *meta.values()))):
        return ("it holds NUL or half a character (a lone surrogate); remove it",)
    if PUBLISHED in meta:
        given = meta.pop(PUBLISHED)
        day = iso_date(given)
        meta |= {PUBLISHED: day} if day else {"published_as_given": given}
    return Document(identifier or default_id, text, meta=meta)


def iso_date(given: str) -> str | None:
    """The day of a date or time in a common notation, as YYYY-MM-DD; None where it is not sure.

    06/12/2025 may be in June or in December, so it is not taken.
    """
    found = _ISO.match(given)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _DAY_FIRST.match(given)
    if found:
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if first == second or first > _MONTHS:
            return _day(year, second, first)
        return _day(year, first, second) if second > _MONTHS else None
    try:
        return parsedate_to_datetime(given).date().isoformat()
    except (ValueError, TypeError):  # not the date of a mail header either, as feeds have them
        return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _value(row: Row, name: str) -> str:
    """The value of a field, or of several joined by a blank line."""
    if name in row or _JOIN not in name:
        return row.get(name, "")
    values = (row.get(part, "").strip("\r\n") for part in name.split(_JOIN))
    return "\n\n".join(value for value in values if value.strip())
