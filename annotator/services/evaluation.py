"""How good suggestions are on a layer's finished documents, each held out from what is learned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.errors import AnnotatorError
from annotator.model.annotations import Annotations
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Record
from annotator.services.document_groups import document_groups
from annotator.services.evaluation_counts import Bin, Counts, Scores, SourceScore
from annotator.services.finished import finished_records
from annotator.services.project import Project
from annotator.services.suggestion_stack import Job, Stack
from annotator.services.teaching import taught_stack

MOST_DOCUMENTS = 60
"""Evaluated at most; of more, as many spread over all of them."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What suggestions are worth after some documents."""

    document_count: int
    mentions_f1: float | None
    triggers_f1: float | None
    arguments_f1: float | None


@dataclass(frozen=True)
class Evaluation:
    """Cross-validated figures of one layer."""

    layer: str
    document_count: int
    fold_count: int
    totals: dict[str, Scores]
    by_type: dict[str, dict[str, Scores]]
    by_source: list[SourceScore]
    calibration: list[Bin]
    calibration_error: float | None
    """Mean distance between a suggestion's score and the share that is right."""
    curve: list[CurvePoint]
    """By how many documents were learned from; 0 is what ships."""


Report = Callable[[int, int], None]
"""Told how many documents are suggested for, and of how many."""


def evaluate(
    project: Project, layer: str, *, fold_count: int = 5, report: Report | None = None
) -> Evaluation:
    """Learn from some finished documents, suggest for the others, and compare; in turns.

    Documents that belong together (copies, one story) are never on both sides.

    Raises:
        AnnotatorError: fewer than two groups of documents are finished.
    """
    records = _spread(finished_records(project, layer))
    parts = _parts(project, records, fold_count)
    if len(parts) <= 1:
        message = (
            f"{layer} has {len(records)} finished documents that do not belong together;"
            " evaluating needs two or more: finish them with Q"
        )
        raise AnnotatorError(message)
    schema = project.schema_of(layer)
    most = min(len(records) - len(part) for part in parts)
    steps = _steps(most)
    course = _Course(schema, len(records) * (len(steps) + 1), report)
    whole = Counts()
    curve = [Counts() for _ in steps]
    for number, held_out in enumerate(parts):
        learned = [r for other, part in enumerate(parts) if other != number for r in part]
        course.test(learned, held_out, whole)
        for count, counts in zip(steps, curve, strict=True):
            course.test(_first(learned, count), held_out, counts)
    steps.append(most)
    curve.append(whole)
    bins, error = whole.calibration()
    return Evaluation(
        layer=layer,
        document_count=len(records),
        fold_count=len(parts),
        totals=whole.totals(),
        by_type=whole.by_type(),
        by_source=whole.by_source(),
        calibration=bins,
        calibration_error=error,
        curve=[_point(count, counts) for count, counts in zip(steps, curve, strict=True)],
    )


class _Course:
    """Teaches and tests, and tells how far it is."""

    def __init__(self, schema: LabelSchema, total: int, report: Report | None) -> None:
        self._schema = schema
        self._total = total
        self._report = report
        self._done = 0

    def test(self, learned: Sequence[Record], held_out: Sequence[Record], counts: Counts) -> None:
        stack: Stack = taught_stack(learned, self._schema)
        for record in held_out:
            made = stack.make(Job(record.document, Annotations()))
            counts.add(record.document.id, record.annotations, made.suggestions)
            self._done += 1
            if self._report is not None:
                self._report(self._done, self._total)


def _spread(records: Sequence[Record]) -> list[Record]:
    if len(records) <= MOST_DOCUMENTS:
        return list(records)
    step = len(records) / MOST_DOCUMENTS
    return [records[int(number * step)] for number in range(MOST_DOCUMENTS)]


def _parts(project: Project, records: Sequence[Record], fold_count: int) -> list[list[Record]]:
    """Parts of about equal size; groups stay whole, the largest are placed first."""
    group_of = {key: group.key for group in document_groups(project) for key in group.documents}
    groups: dict[str, list[Record]] = {}
    for record in records:
        key = record.document.id
        groups.setdefault(group_of.get(key, key), []).append(record)
    parts: list[list[Record]] = [[] for _ in range(min(fold_count, len(groups)))]
    for group in sorted(groups.values(), key=len, reverse=True):
        min(parts, key=len).extend(group)
    return parts


def _steps(most: int) -> list[int]:
    """0, 1, 2, 4 … below all there are."""
    steps = [0]
    while (following := max(1, 2 * steps[-1])) < most:
        steps.append(following)
    return steps


def _first(records: Sequence[Record], count: int) -> list[Record]:
    """As many, spread over all."""
    return [records[number * len(records) // count] for number in range(count)] if count else []


def _point(count: int, counts: Counts) -> CurvePoint:
    totals = counts.totals()
    return CurvePoint(count, totals["mentions"].f1, totals["triggers"].f1, totals["arguments"].f1)
