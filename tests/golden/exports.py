"""Which golden files there are and which export makes each."""

from annotator.formats.conll import ConllExporter
from annotator.formats.jsonl import JsonlExporter
from annotator.model.record import Loss
from annotator.protocols import Exporter, ExportOptions
from tests.golden.hard_document import golden_records, golden_schema

LABEL_MAP = {"PER": "PERS", "DATE": ""}

EXPORTS: dict[str, tuple[Exporter, ExportOptions]] = {
    "hard.jsonl": (JsonlExporter(), ExportOptions()),
    "entities.split.conll": (ConllExporter(), ExportOptions()),
    "entities.widen.conll": (ConllExporter(), ExportOptions(subtoken="widen")),
    "entities.drop.conll": (ConllExporter(), ExportOptions(subtoken="drop")),
    "entities.mapped.conll": (ConllExporter(), ExportOptions(label_map=LABEL_MAP)),
    "triggers.split.conll": (ConllExporter(), ExportOptions(level="triggers")),
    "triggers.widen.conll": (ConllExporter(), ExportOptions(level="triggers", subtoken="widen")),
    "triggers.drop.conll": (ConllExporter(), ExportOptions(level="triggers", subtoken="drop")),
}


def golden_export(name: str) -> tuple[bytes, list[Loss]]:
    """What the golden file of that name should hold, and what its export lost."""
    exporter, options = EXPORTS[name]
    exported = exporter.export(golden_records(), golden_schema(), options)
    return "".join(exported.text).encode(), exported.losses
