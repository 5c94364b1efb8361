"""A line of the interchange file made a record, or every reason why it cannot be one."""

from collections.abc import Iterator

from pydantic import ValidationError

from annotator.formats.interchange import Line, SpanPart
from annotator.formats.items_reading import ItemReader
from annotator.formats.shape_reasons import Reasons, shape_reasons
from annotator.formats.span_reading import SpanReader
from annotator.model.annotations import Annotations
from annotator.model.document import Document, Zone, text_sha256
from annotator.model.entity import Identity
from annotator.model.label_schema import LabelSchema
from annotator.model.layer import Layer
from annotator.model.record import Record
from annotator.model.soundness import faults
from annotator.protocols import ImportOptions


def read_line(raw: bytes, options: ImportOptions) -> Record | Reasons:
    """The record that `raw`, one line without its end, holds; or all that is wrong with it."""
    try:
        line = Line.model_validate_json(raw)
    except ValidationError as error:
        return shape_reasons(raw, error)
    reasons: list[str] = []
    schema_name = line.label_schema.name if line.label_schema else options.schema_name
    layer_name = _layer_name(line, options, reasons)
    schema = _schema(schema_name, options, reasons) if layer_name else None
    text = _text(line, options, reasons)
    if not text:
        return tuple(reasons)
    spans = SpanReader(text, reasons)
    reader = ItemReader(line, spans, reasons)
    annotations = reader.annotations()
    if schema:
        reasons += _faults(annotations, text, schema, reader.names)
    document = Document(
        id=line.doc_id,
        text=text,
        language=line.language,
        meta={name: value for name, value in line.meta.items() if value is not None},
        zones=tuple(_zones(line, spans)),
    )
    if reasons:
        return tuple(reasons)
    return Record(
        document=document,
        layer=Layer(layer_name, schema_name),
        annotations=annotations,
        identities={
            slug: Identity(slug, part.label, part.wikidata)
            for slug, part in line.identities.items()
        },
        round=line.round,
        schema_sha256=line.label_schema.sha256 if line.label_schema else None,
    )


def _layer_name(line: Line, options: ImportOptions, reasons: list[str]) -> str:
    name = line.layer or options.layer
    says_something = line.entities or line.events or line.relations or line.notes or line.done
    if name == "all":
        reasons.append("`layer` is all, which stands for every layer; name one annotator")
    elif not name and (says_something or line.document_labels or line.set_aside):
        reasons.append("`layer` is missing; say whose annotations they are with --as")
    return name


def _schema(name: str, options: ImportOptions, reasons: list[str]) -> LabelSchema | None:
    schema = options.schemas.get(name)
    if schema is None:
        known = ", ".join(options.schemas) or "none"
        reasons.append(
            f"label schema {name!r} is not known here; known: {known};"
            " take it up with annotator schema add"
        )
    return schema


def _text(line: Line, options: ImportOptions, reasons: list[str]) -> str:
    """The document's text; empty, and a reason why, where it cannot be had."""
    if line.text is None:
        stored = options.stored_text(line.sha256) if line.sha256 else None
        if stored is None:
            reasons.append("`text` is missing, and `sha256` names no text of the project")
        return stored or ""
    if len(line.text) > options.max_characters:
        reasons.append(
            f"`text` has {len(line.text):,} characters, the limit is {options.max_characters:,};"
            " split the document"
        )
        return ""
    if line.sha256 not in (None, text_sha256(line.text)):
        reasons.append("`sha256` is not the check sum of `text`; one of the two was changed")
    return line.text


def _zones(line: Line, spans: SpanReader) -> Iterator[Zone]:
    for number, part in enumerate(line.zones, start=1):
        span = spans.read(SpanPart(start=part.start, end=part.end), f"zone {number}")
        if span is not None:
            yield Zone(span, part.kind)


def _faults(
    annotations: Annotations, text: str, schema: LabelSchema, names: dict[str, str]
) -> Iterator[str]:
    """What is wrong, said once, after the names of all that it is wrong with."""
    owners: dict[str, list[str]] = {}
    events = {event.id for event in annotations.events}
    for fault in faults(annotations, text=text, schema=schema):
        # What points at an item that was left out for another reason needs no reason of its own.
        if fault.kind != "reference" or fault.ids[-1] in events:
            owners.setdefault(fault.message, []).extend(names[own] for own in fault.ids)
    return (f"{', '.join(dict.fromkeys(found))}: {message}" for message, found in owners.items())
