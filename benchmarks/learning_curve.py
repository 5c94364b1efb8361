"""How good the learned model is on stories it never saw, by how many stories it learned from.

    python -m benchmarks.learning_curve [CORPUS.jsonl] [--folds N] [--sizes 10,20,40] [--json]

Cross-validated: the stories are parted into folds, always the same; each fold is suggested for by
models that learned from the first stories of the others. Size 0 is the rules alone. Strict F1 of
mentions and of triggers over all stories.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.agreement.span_f1 import F1, LabelledSpan, set_f1
from annotator.model.annotations import Annotations
from annotator.model.record import Record
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.protocols import Memory, Suggester
from annotator.services.schemas import load_schema
from annotator.services.suggesting import installed_suggesters, suggest_document
from annotator.suggesters.sequence_learner import judges
from benchmarks.suggestions import read_records
from tools.train_models import CORPUS, Example, examples_of, make_model

_ALL = 1_000_000


class Curve:
    """What was suggested at each size, and what was wanted."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._spans: dict[tuple[int, str, str], list[LabelledSpan]] = {}

    def add(self, size: int, records: Sequence[Record], suggesters: Sequence[Suggester]) -> None:
        """Suggest for the stories at this size."""
        for record in records:
            document, annotations = record.document, record.annotations
            schema = load_schema(record.layer.schema_name)
            found = suggest_document(document, schema, Memory(), Annotations(), suggesters)
            name = document.id
            self._of(size, "mentions", "found").extend(
                (name, s.span.start, s.span.end, s.type)
                for s in found
                if isinstance(s, SuggestedMention)
            )
            self._of(size, "triggers", "found").extend(
                (name, s.trigger.start, s.trigger.end, s.type)
                for s in found
                if isinstance(s, SuggestedEvent)
            )
            self._of(size, "mentions", "wanted").extend(
                (name, m.span.start, m.span.end, m.type) for m in annotations.mentions
            )
            self._of(size, "triggers", "wanted").extend(
                (name, e.trigger.start, e.trigger.end, e.type) for e in annotations.events
            )

    def figures(self) -> Iterator[dict[str, object]]:
        """A point of the curve for every size."""
        for size in sorted({size for size, _, _ in self._spans}):
            yield {
                "stories": size,
                **{
                    kind: _scores(
                        set_f1(self._of(size, kind, "wanted"), self._of(size, kind, "found"))
                    )
                    for kind in ("mentions", "triggers")
                },
            }

    def _of(self, size: int, kind: str, side: str) -> list[LabelledSpan]:
        return self._spans.setdefault((size, kind, side), [])


def learning_curve(
    examples: Sequence[Example], sizes: Sequence[int], fold_count: int
) -> list[dict[str, object]]:
    """The points of the curve; a size larger than what a fold leaves means all of that."""
    order = list(examples)
    random.Random(1).shuffle(order)  # noqa: S311 -- stories, not secrets
    rules = tuple(s for s in installed_suggesters() if not s.stage.endswith("judged"))
    curve = Curve()
    for fold in range(fold_count):
        held_back = [example.record for example in order[fold::fold_count]]
        rest = [example for n, example in enumerate(order) if n % fold_count != fold]
        curve.add(0, held_back, rules)
        for size in sorted({min(size, len(rest)) for size in sizes if size}):
            model = make_model(rest[:size])
            reached = _ALL if size == len(rest) else size
            curve.add(reached, held_back, (*rules, *judges(model)))
    most = len(order) - len(order) // fold_count
    return [{**p, "stories": most} if p["stories"] == _ALL else p for p in curve.figures()]


def _scores(score: F1) -> dict[str, float]:
    return {
        "precision": round(score.precision or 0.0, 4),
        "recall": round(score.recall or 0.0, 4),
        "f1": round(score.f1 or 0.0, 4),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the curve, as one JSON object or a line for each point."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learning_curve")
    parser.add_argument("corpus", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--sizes", default="10,20,40,80")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    examples = examples_of(read_records(options.corpus))
    sizes = [int(size) for size in options.sizes.split(",")]
    points = learning_curve(examples, [*sizes, len(examples)], options.folds)
    if options.json:
        print(json.dumps({"folds": options.folds, "stories": len(examples), "curve": points}))
        return
    for point in points:
        print(point)


if __name__ == "__main__":
    main()
