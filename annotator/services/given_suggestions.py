"""Suggestions from interchange files: read, checked, and kept as sources of the project."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from annotator.errors import InvalidDataError
from annotator.formats.jsonl import JsonlImporter
from annotator.model.mention import Provenance
from annotator.model.record import Record, Refusal
from annotator.model.span import Span
from annotator.model.suggestion import (
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
)
from annotator.protocols import ImportOptions
from annotator.services.project import Project
from annotator.store import documents, suggestions

UNSCORED = 0.7
"""The score of a suggestion whose file gives none: it is shown as a sure one, and not above."""


@dataclass
class GivenReport:
    """What became of one file."""

    path: str
    document_ids: list[str] = field(default_factory=list)
    suggestion_count: int = 0
    sources: list[str] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def take_suggestions(
    project: Project, layer: str, path: Path, *, skip_invalid: bool = False
) -> GivenReport:
    """Keep what a file proposes for documents of the project, in place of what it said before.

    The suggester's name and score stand in the `provenance` of each entity and event. A refusal
    keeps the whole file out, unless what is invalid shall be skipped.

    Raises:
        InvalidDataError: it cannot be read at all.
        TryAgainError: it could not be stored; nothing of it was.
    """
    if not path.is_file():
        message = f"{path} is no file; name an interchange file, JSON lines"
        raise InvalidDataError(message)
    report = GivenReport(str(path))
    with suppress(_KeepOutError), project.writing() as connection:
        for piece in JsonlImporter().read(path, _options(project, layer)):
            found = _stored_document(project, piece)
            if isinstance(found, Refusal):
                report.refusals.append(found)
                continue
            document_id, record = found
            report.document_ids.append(document_id)
            for source, proposed in _by_source(record, path.stem).items():
                name = suggestions.SOURCE_PREFIX + source
                suggestions.put(connection, layer, document_id, tuple(proposed), suggester=name)
                report.suggestion_count += len(proposed)
                report.sources.append(source)
        if report.refusals and not skip_invalid:
            raise _KeepOutError
        report.sources = sorted(set(report.sources))
        report.document_ids = list(dict.fromkeys(report.document_ids))
        return report
    return GivenReport(str(path), refusals=report.refusals)


class _KeepOutError(Exception):
    """Ends the transaction of a file that holds a refusal."""


def _options(project: Project, layer: str) -> ImportOptions:
    """What the reader needs; a line without annotator stands for `layer`, which is not written."""

    def stored_text(sha256: str) -> str | None:
        found = documents.by_sha256(project.connection, sha256)
        return project.document(found[0]).text if found else None

    schema = project.schema_of(layer)
    return ImportOptions(
        schemas={schema.name: schema},
        schema_name=schema.name,
        layer=layer,
        stored_text=stored_text,
    )


def _stored_document(project: Project, piece: Record | Refusal) -> tuple[str, Record] | Refusal:
    """The project's document with the text of the record, and the record."""
    if isinstance(piece, Refusal):
        return piece
    document = piece.document
    known = documents.get(project.connection, document.id)
    if known is not None and known.text == document.text:
        return document.id, piece
    same_text = documents.by_sha256(project.connection, document.sha256)
    if same_text:
        return same_text[0], piece
    reason = (
        "the project has another text for it; suggest for the text that `annotator export` writes"
        if known is not None
        else "the project has no such document; bring it in with: annotator import"
    )
    return Refusal(document.id, (reason,))


def _by_source(record: Record, unnamed: str) -> dict[str, list[Suggestion]]:
    """The record's mentions and events as suggestions, by the name of who proposes them."""
    annotations = record.annotations
    places: dict[str, Span] = {mention.id: mention.span for mention in annotations.mentions}
    places |= {event.id: event.trigger for event in annotations.events}
    found: dict[str, list[Suggestion]] = {}
    for mention in annotations.mentions:
        source, score = _signed(mention.provenance, unnamed)
        found.setdefault(source, []).append(
            SuggestedMention(
                mention.span, mention.type, source, score, f"proposed by {source}",
                attributes=mention.attributes, kb=mention.kb,
            )
        )  # fmt: skip
    for event in annotations.events:
        source, score = _signed(event.provenance, unnamed)
        arguments = tuple(
            SuggestedArgument(argument.role, places[argument.target], score)
            for argument in event.arguments
        )
        found.setdefault(source, []).append(
            SuggestedEvent(
                event.trigger, event.type, source, score, f"proposed by {source}",
                arguments=arguments, attributes=event.attributes,
            )
        )  # fmt: skip
    return found or {unnamed: []}


def _signed(provenance: Provenance, unnamed: str) -> tuple[str, float]:
    score = UNSCORED if provenance.score is None else provenance.score
    return provenance.suggester or unnamed, score
