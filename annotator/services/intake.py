"""Take the records of one file into a project: each document and each layer once."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from annotator.arabic.furniture import published_in, zones_of
from annotator.errors import AnnotatorError
from annotator.model.annotations import Annotations
from annotator.model.change import WHOLE_LAYER, Added, Change
from annotator.model.document import Document
from annotator.model.entity import Identity
from annotator.model.record import Record, Refusal
from annotator.services.import_report import FileReport
from annotator.services.project import Project, record, utc_now
from annotator.services.same_annotations import same_annotations
from annotator.store import documents, state

_STORED_TOGETHER = 200
"""Documents written by one statement: a third quicker than one by one."""


class Intake:
    """Stores what one file holds within the caller's transaction, and reports on it."""

    def __init__(
        self, project: Project, connection: sqlite3.Connection, report: FileReport
    ) -> None:
        self._project = project
        self._connection = connection
        self._report = report
        self._now = utc_now()
        self._waiting: dict[str, Document] = {}
        """Documents by identifier that are accepted and not written yet."""
        self._waiting_ids: dict[str, str] = {}
        """Their check sums -> their identifiers."""

    def take(self, piece: Record | Refusal) -> None:
        """Store a record, or add to the report why it cannot be stored."""
        if isinstance(piece, Refusal):
            self._report.refusals.append(piece)
            return
        problem = self._take_document(piece) or self._take_layer(piece)
        if problem:
            where = f"{self._report.path}: document {piece.document.id}"
            self._report.refusals.append(Refusal(where, (problem,)))

    def flush(self) -> None:
        """Write what was accepted so far."""
        documents.add(self._connection, self._waiting.values(), at=self._now)
        self._waiting.clear()
        self._waiting_ids.clear()

    def _take_document(self, piece: Record) -> str | None:
        """Accept the document unless the project has it; why it cannot be stored, if so."""
        document, sha256 = piece.document, piece.document.sha256
        same_id, same_text = documents.known(self._connection, document.id, sha256)
        if document.id in self._waiting:
            same_id = self._waiting[document.id].sha256
        if same_id == sha256:
            self._report.known_documents.append(document.id)
            return None
        if same_id is not None:
            return (
                "the project has another text under this identifier; put this one in its place"
                f" with annotator document replace {document.id}, or give it another name"
            )
        twin = same_text or self._waiting_ids.get(sha256)
        if twin is not None:
            return f"its text is that of document {twin} already in the project; leave it out"
        if not piece.layer.name:
            document = with_found_metadata(document)
        self._waiting[document.id] = document
        self._waiting_ids[sha256] = document.id
        if len(self._waiting) >= _STORED_TOGETHER:
            self.flush()
        self._report.added_documents.append(document.id)
        self._report.counts.add(document.text)
        return None

    def _take_layer(self, piece: Record) -> str | None:
        """Store the layer's annotations unless the project has them; why it cannot, if so."""
        name, document_id = piece.layer.name, piece.document.id
        if not name:
            return None
        try:
            layer = self._project.open_layer(
                name, schema_name=piece.layer.schema_name, note=piece.layer.note
            )
        except AnnotatorError as error:
            return str(error)
        held = state.annotations(self._connection, layer.name, document_id)
        if held.items:
            if not same_annotations(held, piece.annotations):
                return (
                    f"layer {name} has other annotations there; import under another name with --as"
                )
            self._report.known_layers.append((name, document_id))
            return None
        changes: list[Change] = [
            *_registry(self._project, piece),
            *(Added(document_id, item) for item in piece.annotations.items.values()),
        ]
        if changes:
            record(self._connection, layer.name, changes, is_import=True)
        self._report.added_layers.append((name, document_id))
        if piece.schema_sha256 not in {None, self._project.schema(layer.schema_name).sha256}:
            self._report.other_schema_layers.append((name, document_id))
        return None


def with_found_metadata(document: Document) -> Document:
    """The document with its zones and what they tell, for a text that came without any."""
    text = document.text
    zones = document.zones or zones_of(text)
    meta = dict(document.meta)
    headline = next((zone for zone in zones if zone.kind == "headline"), None)
    if headline is not None:
        meta.setdefault("title", headline.span.of(text))
    published = published_in(text)
    if published is not None:
        meta.setdefault("published", published)
    return replace(document, zones=zones, meta=meta)


def _registry(project: Project, piece: Record) -> Iterator[Change]:
    """What the layer's registry does not know yet; a slug without an entry is named by its text."""
    known = project.identities(piece.layer.name)
    named = {**_from_text(piece.annotations, piece.document.text), **piece.identities}
    return (Added(WHOLE_LAYER, named[slug]) for slug in named if slug not in known)


def _from_text(annotations: Annotations, text: str) -> dict[str, Identity]:
    """An identity for each slug, named by the first mention that carries it."""
    named: dict[str, Identity] = {}
    for mention in annotations.mentions:
        if mention.kb is not None:
            named.setdefault(mention.kb, Identity(mention.kb, mention.span.of(text)))
    return named
