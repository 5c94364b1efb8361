"""CoNLL with IOB2 labels: four columns, one layer of labels, for taggers.

It holds tokens, sentences and the outermost mentions (or triggers). It has no place for white
space, identifiers of documents, nested spans, identities, attributes, arguments, relations, notes;
losses tell of the spans that are not written exactly.
"""

import re
from collections.abc import Iterable, Iterator

from annotator.arabic.sentences import sentences
from annotator.arabic.tokenize import tokenize
from annotator.errors import UsageError
from annotator.formats.token_labels import LabelledSpan, label_tokens
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Loss, Record
from annotator.protocols import Exported, ExportOptions

DOCUMENT_START = "-DOCSTART- -X- O O"
"""Exactly so, with spaces: readers take anything else for a token."""

_COLUMNS = "\t-X-\t_\t"
"""Between token and label: part of speech and chunk, both unknown. With spaces in place of tabs
a token that begins with # would make the line a comment."""

_LABEL = re.compile(r"[^\s\-]+")


class ConllExporter:
    """Writes mentions or triggers as IOB2, every document cut into sentences."""

    name = "conll"

    def export(
        self, records: Iterable[Record], schema: LabelSchema, options: ExportOptions
    ) -> Exported:
        """Documents one after the other, each begun by its line.

        Raises:
            UsageError: the label map names an unknown type, or a label readers would take apart.
        """
        labels = _labels(schema, options)
        losses: list[Loss] = []
        return Exported(".conll", _documents(records, labels, options, losses), losses)


def _labels(schema: LabelSchema, options: ExportOptions) -> dict[str, str]:
    """The label of every type that is written."""
    types = schema.entities if options.level == "entities" else schema.events
    for name in options.label_map:
        if name not in schema.entities and name not in schema.events:
            message = f"the label map names {name}, which label schema {schema.name} does not have"
            raise UsageError(message)
    labels = {name: options.label_map.get(name, name) for name in types}
    for name, label in labels.items():
        if label and not _LABEL.fullmatch(label):
            message = (
                f"{name} cannot be written as {label!r}: a label has no white space and no hyphen;"
                f" choose another one with --label-map {name}=LABEL"
            )
            raise UsageError(message)
    return {name: label for name, label in labels.items() if label}


def _documents(
    records: Iterable[Record], labels: dict[str, str], options: ExportOptions, losses: list[Loss]
) -> Iterator[str]:
    separator = ""
    for record in records:
        yield separator + _document(record, labels, options, losses)
        separator = "\n"


def _document(
    record: Record, labels: dict[str, str], options: ExportOptions, losses: list[Loss]
) -> str:
    text = record.document.text
    mentions = [(m.span, m.type) for m in record.annotations.mentions]
    triggers = [(event.trigger, event.type) for event in record.annotations.events]
    tokens = tokenize(text)
    labelled = label_tokens(
        text,
        tokens,
        (
            LabelledSpan(span, labels[name])
            for span, name in (mentions if options.level == "entities" else triggers)
            if name in labels
        ),
        subtoken=options.subtoken,
    )
    losses += (
        Loss(
            kind,
            record.document.id,
            f"{lost.label} {lost.span.of(text)!r} at {lost.span.start}-{lost.span.end}",
        )
        for kind, lost in labelled.lost
    )
    whole = [span for span, _ in (*mentions, *triggers)]
    ends = [sentence.end for sentence in sentences(text, tokens=tokens, keep_whole=whole)]
    lines = [DOCUMENT_START]
    sentence = -1
    last = 0  # where the sentence of the line before ends
    for (start, end), label in zip(labelled.tokens, labelled.labels, strict=True):
        if start >= last:
            sentence += 1
            last = ends[sentence]
            lines.append("")
        lines.append(text[start:end] + _COLUMNS + label)
    lines.append("")
    return "\n".join(lines)
