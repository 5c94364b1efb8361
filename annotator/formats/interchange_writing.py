"""A record made a line of the interchange file; the same record, the same bytes.

What nobody set is null, false or empty; but it is left out of `attributes` and `provenance`, and so
are an empty `done_at` and `set_aside`. Items are numbered in reading order. Arguments follow the
label schema's order of roles, then the numbers of their fillers, mentions first; attributes follow
the label schema; notes stand in the order they were written, all else that has a name by name.
"""

import json
from operator import attrgetter

from annotator.arabic.clitics import split_tokens
from annotator.arabic.normalize import fold_key
from annotator.arabic.sentences import sentences
from annotator.arabic.tokenize import tokenize
from annotator.formats.interchange import SCHEMA_VERSION
from annotator.formats.items_writing import ItemWriter, Json
from annotator.formats.token_labels import cut
from annotator.model.document import LEADING_METADATA, Document
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Loss, Record
from annotator.model.remark import LEVELS


def write_line(record: Record, schema: LabelSchema, losses: list[Loss]) -> str:
    """The line with its end; `losses` takes earlier rounds, and what points at nothing any more."""
    document, annotations = record.document, record.annotations
    writer = ItemWriter(annotations, document.id, document.text, schema)
    items = writer.items()
    line = {
        "schema_version": SCHEMA_VERSION,
        "doc_id": document.id,
        "text": document.text,
        "sha256": document.sha256,
        "language": document.language,
        "meta": _meta(document),
        "label_schema": {"name": schema.name, "version": schema.version, "sha256": schema.sha256},
        "layer": record.layer.name or None,
        **_progress(record),
        "zones": [
            {"start": zone.span.start, "end": zone.span.end, "kind": zone.kind}
            for zone in document.zones
        ],
        "document_labels": {
            label.id: label.value
            for label in sorted(annotations.document_labels, key=attrgetter("id"))
        },
        **_units(record),
        **items,
        "identities": {
            slug: {"label": identity.label, "wikidata": identity.wikidata}
            for slug, identity in sorted(record.identities.items())
        },
    }
    losses += writer.losses
    losses += [
        Loss("round", document.id, f"{mark.level} was finished in round {mark.round}")
        for mark in annotations.done
        if mark.round != record.round
    ]
    return json.dumps(line, ensure_ascii=False) + "\n"


def _meta(document: Document) -> Json:
    leading = {name: document.meta.get(name) for name in LEADING_METADATA}
    return leading | {
        name: document.meta[name] for name in sorted(document.meta) if name not in leading
    }


def _progress(record: Record) -> Json:
    finished = {mark.level: mark for mark in record.annotations.done if mark.round == record.round}
    levels = [level for level in LEVELS if level in finished]
    times = {level: finished[level].at for level in levels if finished[level].at}
    aside = record.annotations.set_aside
    return {
        "done": levels,
        **({"done_at": times} if times else {}),
        "round": record.round,
        **({"set_aside": aside.reason} if aside else {}),
    }


def _units(record: Record) -> Json:
    """Sentences and tokens, so that every mention and trigger is made of whole ones.

    Proclitics are tokens of their own, whether anything is annotated there or not; what begins a
    mention or trigger is never taken for one.
    """
    text, annotations = record.document.text, record.annotations
    spans = [mention.span for mention in annotations.mentions]
    spans += [event.trigger for event in annotations.events]
    first_words = {fold_key(word) for span in spans for word in span.of(text).split()[:1]}
    tokens = tokenize(text)
    found = sentences(text, tokens=tokens, keep_whole=spans)
    return {
        "sentences": [[sentence.start, sentence.end] for sentence in found],
        "tokens": cut(text, split_tokens(text, tokens=tokens, confirmed=first_words), spans),
    }
