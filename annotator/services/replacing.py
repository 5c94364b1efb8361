"""Put a corrected text in the place of a document's text, and carry every layer over to it."""

import sqlite3
from dataclasses import dataclass, replace

from annotator.arabic.text_alignment import TextAlignment
from annotator.errors import InvalidDataError
from annotator.model.change import Added
from annotator.model.document import Document, text_sha256
from annotator.model.identifiers import new_id
from annotator.model.remark import Note
from annotator.services.carrying import CarriedLayer, Misfit, carry_layer
from annotator.services.intake import with_found_metadata
from annotator.services.project import Project, record, utc_now
from annotator.services.undoing import TEXT_REPLACED
from annotator.store import documents, groups, journal, state, suggestions

_REPLACER = "annotator document replace"
"""Who wrote the note that every layer gets."""
_NAMED = 10
"""Annotations that the note names."""


@dataclass(frozen=True)
class ReplaceReport:
    """What became of a document's annotations."""

    document_id: str
    kept_count: int
    """Mentions and events, of all layers, that went over as they were."""
    misfits: tuple[Misfit, ...]
    layers: tuple[str, ...]
    """Those that had worked on the document."""
    requeued: tuple[str, ...]
    """Layers in which it counted as done and now does not."""


def replace_text(project: Project, document_id: str, text: str) -> ReplaceReport:
    """Give a document a corrected text; annotations of every layer go with their words.

    What finds no place is taken off, what stands on changed words is marked as uncertain; either
    takes the marks that levels are done off, and a note says so. Undo does not go behind this.
    The old text is kept aside.

    Raises:
        NotFoundError: there is no such document.
        InvalidDataError: the text is the same, or that of another document.
        TryAgainError: it could not be stored; nothing was.
    """
    before = project.document(document_id)
    _check(project, before, text)
    after = _with_text(before, text)
    alignment = TextAlignment(before.text, text)
    carried: dict[str, CarriedLayer] = {}
    requeued = []
    with project.writing() as connection:
        now = utc_now()
        documents.replace(connection, after, at=now)
        groups.forget_text(connection, document_id)
        suggestions.forget(connection, document_id)
        for layer in _layers_at_work(connection, document_id):
            held = state.annotations(connection, layer, document_id)
            found = carry_layer(
                layer, held, document_id=document_id, old=before.text, alignment=alignment
            )
            note = Added(document_id, Note(new_id(), "", _REPLACER, now, _told(found)))
            record(connection, layer, [*found.changes, note], undoes=TEXT_REPLACED)
            carried[layer] = found
            if found.misfits and held.done:
                requeued.append(layer)
    return ReplaceReport(
        document_id,
        kept_count=sum(found.kept_count for found in carried.values()),
        misfits=tuple(misfit for found in carried.values() for misfit in found.misfits),
        layers=tuple(carried),
        requeued=tuple(requeued),
    )


def _check(project: Project, before: Document, text: str) -> None:
    if text == before.text:
        message = f"the text of {before.id} is exactly this already; nothing to replace"
        raise InvalidDataError(message)
    twins = documents.by_sha256(project.connection, text_sha256(text))
    if twins:
        message = f"this is the text of document {twins[0]}; nothing was replaced"
        raise InvalidDataError(message)


def _with_text(before: Document, text: str) -> Document:
    """The document with the new text; what was read off the old text is read off it anew."""
    meta = dict(before.meta)
    found = with_found_metadata(replace(before, meta={}, zones=())).meta
    for name, value in found.items():
        if meta.get(name) == value:
            del meta[name]
    return with_found_metadata(replace(before, text=text, meta=meta, zones=()))


def _layers_at_work(connection: sqlite3.Connection, document_id: str) -> list[str]:
    """Every layer that ever said something about the document: its undo must know of this."""
    entries = journal.entries(connection, document_id=document_id)
    return list(dict.fromkeys(entry.author for entry in entries))


def _told(found: CarriedLayer) -> str:
    """What the note in a layer says."""
    text = f"the text was replaced; {found.kept_count} annotations went over"
    for is_lost, what in ((True, "lost"), (False, "to look at")):
        named = [m for m in found.misfits if m.is_lost is is_lost]
        if named:
            listed = ", ".join(f"{m.type} «{m.text}»" for m in named[:_NAMED])
            text += f"; {len(named)} {what}: {listed}" + (" …" if len(named) > _NAMED else "")
    return text
