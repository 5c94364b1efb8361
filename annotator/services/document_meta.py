"""Look at and correct what is known about a document: title, source, publication date, address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from annotator.errors import UsageError
from annotator.model.document import Document
from annotator.services.document_groups import document_groups
from annotator.services.project import Project, utc_now
from annotator.store import documents, suggestions

PUBLISHED = "published"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True)
class ZoneView:
    """A zone and its text."""

    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True)
class DocumentView:
    """What there is to know about a document beside its text."""

    document_id: str
    title: str
    character_count: int
    sha256: str
    meta: Mapping[str, str]
    zones: tuple[ZoneView, ...]
    group: tuple[str, ...]
    """The documents it belongs together with, itself among them; empty for none."""


def view_document(project: Project, document_id: str) -> DocumentView:
    """What there is to know about a document.

    Raises:
        NotFoundError: there is none.
    """
    document = project.document(document_id)
    groups = document_groups(project)
    group = next((g.documents for g in groups if document_id in g.documents), ())
    zones = tuple(
        ZoneView(zone.span.start, zone.span.end, zone.kind, zone.span.of(document.text))
        for zone in document.zones
    )
    return DocumentView(
        document_id,
        document.title,
        len(document.text),
        document.sha256,
        document.meta,
        zones,
        group,
    )


def set_meta(project: Project, document_id: str, values: Mapping[str, str]) -> Document:
    """Set metadata of a document, an empty value takes one off; the document as it is now.

    With another publication date, what was suggested goes: dates in the text hang on it.

    Raises:
        NotFoundError: there is no such document.
        UsageError: a name is none, or the publication date is no day as YYYY-MM-DD.
    """
    for name, value in values.items():
        if not _NAME.fullmatch(name):
            message = f"{name!r} cannot name metadata; use small Latin letters, as in source"
            raise UsageError(message)
        if name == PUBLISHED and value and not _is_day(value):
            message = f"{value!r} is no day; write it as in 2025-12-31"
            raise UsageError(message)
    before = project.document(document_id)
    meta = {**before.meta, **values}
    after = replace(before, meta={name: value for name, value in meta.items() if value})
    with project.writing() as connection:
        documents.replace(connection, after, at=utc_now())
        if before.meta.get(PUBLISHED) != after.meta.get(PUBLISHED):
            suggestions.forget(connection, document_id)
    return after


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
