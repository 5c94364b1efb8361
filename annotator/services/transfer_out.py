"""Export: a layer of a project into a file, and beside it what the format could not hold."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from annotator.model.label_schema import LabelSchema
from annotator.model.record import Loss, Record
from annotator.protocols import Exporter, ExportOptions
from annotator.services.project import Project
from annotator.services.whole_file import WrittenFile, refuse_existing, write_whole

LOSSES_SUFFIX = ".losses.json"
_UNSAFE_IN_NAME = re.compile(r'^\.|[/\\:*?"<>|%\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Destination:
    """Where exports go, and whether files that are there already may be replaced."""

    folder: Path
    force: bool = False


@dataclass(frozen=True)
class ExportReport:
    """What an export wrote."""

    format_name: str
    layer: str
    file: WrittenFile
    losses_path: Path
    documents: tuple[str, ...]
    losses: tuple[Loss, ...]

    @property
    def loss_counts(self) -> dict[str, int]:
        """How often each kind of loss happened, by name."""
        return dict(sorted(Counter(loss.kind for loss in self.losses).items()))


def records_of(project: Project, layer_name: str) -> Iterator[Record]:
    """Every document that the layer says anything about, in the order of import.

    Raises:
        NotFoundError: the project has no such layer.
    """
    layer = project.layer(layer_name)
    registry = project.identities(layer_name)
    for heading in project.headings():
        annotations = project.annotations(layer_name, heading.id)
        if annotations.items:
            slugs = {mention.kb for mention in annotations.mentions}
            yield Record(
                document=project.document(heading.id),
                layer=layer,
                annotations=annotations,
                identities={slug: registry[slug] for slug in registry if slug in slugs},
                round=max((mark.round for mark in annotations.done), default=1),
            )


def export_layer(
    project: Project,
    layer_name: str,
    exporter: Exporter,
    destination: Destination,
    options: ExportOptions | None = None,
) -> ExportReport:
    """Write one layer as `folder`/format/layer, one document at a time, and its losses beside it.

    Raises:
        NotFoundError: the project has no such layer.
        UsageError: a file is there already, or the format cannot do what `options` ask for.
        AnnotatorError: it cannot be written.
    """
    options = options or ExportOptions()
    schema = project.schema_of(layer_name)
    documents: list[str] = []
    records = _noting(records_of(project, layer_name), documents)
    exported = exporter.export(records, schema, options)
    folder = destination.folder / exporter.name
    path = folder / f"{_UNSAFE_IN_NAME.sub(_escaped, layer_name)}{exported.suffix}"
    losses_path = path.with_name(path.name + LOSSES_SUFFIX)
    refuse_existing(losses_path, force=destination.force)
    file = write_whole(path, exported.text, force=destination.force)
    report = ExportReport(
        exporter.name, layer_name, file, losses_path, tuple(documents), tuple(exported.losses)
    )
    write_whole(losses_path, [_summary(report, schema, options)], force=destination.force)
    return report


def _escaped(match: re.Match[str]) -> str:
    """As in a web address: two names never become one."""
    return f"%{ord(match[0]):02X}"


def _noting(records: Iterator[Record], documents: list[str]) -> Iterator[Record]:
    for record in records:
        documents.append(record.document.id)
        yield record


def _summary(report: ExportReport, schema: LabelSchema, options: ExportOptions) -> str:
    """The losses file: what was written, from what, and every loss; no times, so it repeats."""
    summary = {
        "file": report.file.path.name,
        "sha256": report.file.sha256,
        "bytes": report.file.byte_count,
        "format": report.format_name,
        "layer": report.layer,
        "label_schema": {"name": schema.name, "version": schema.version, "sha256": schema.sha256},
        "options": {
            "subtoken": options.subtoken,
            "level": options.level,
            "label_map": dict(sorted(options.label_map.items())),
        },
        "offset_unit": "code points",
        "documents": report.documents,
        "loss_counts": report.loss_counts,
        "losses": [asdict(loss) for loss in report.losses],
    }
    return json.dumps(summary, ensure_ascii=False, indent=2) + "\n"
