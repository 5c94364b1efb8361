"""What was suggested and what is right, counted: by kind, by type, by source, by score."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.agreement.span_f1 import F1, LabelledSpan, set_f1, span_f1_by_label
from annotator.model.annotations import Annotations
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion

Filled: TypeAlias = tuple[str, int, int, str, str, int, int]
"""Document, trigger, event type, role, filler."""

BINS = 10


@dataclass(frozen=True, slots=True)
class Scores:
    """Exact precision, recall and F1; None where there is nothing to divide by."""

    precision: float | None
    recall: float | None
    f1: float | None
    annotated: int
    suggested: int


@dataclass(frozen=True, slots=True)
class SourceScore:
    """How often a source was right on a type."""

    suggester: str
    type: str
    suggested: int
    precision: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Suggestions of about one score: how many of them were right."""

    mean_score: float
    right_share: float
    count: int


@dataclass
class Counts:
    """Everything annotated and everything suggested in some documents."""

    mentions: tuple[list[LabelledSpan], list[LabelledSpan]] = field(
        default_factory=lambda: ([], [])
    )
    triggers: tuple[list[LabelledSpan], list[LabelledSpan]] = field(
        default_factory=lambda: ([], [])
    )
    arguments: tuple[list[Filled], list[Filled]] = field(default_factory=lambda: ([], []))
    judged: list[tuple[str, str, float, bool]] = field(default_factory=list)
    """Suggester, type, score, whether it was right."""

    def add(self, key: str, annotations: Annotations, suggested: Sequence[Suggestion]) -> None:
        """Compare one document's suggestions with its annotations."""
        mentions = [(key, m.span.start, m.span.end, m.type) for m in annotations.mentions]
        triggers = [(key, e.trigger.start, e.trigger.end, e.type) for e in annotations.events]
        self.mentions[0].extend(mentions)
        self.triggers[0].extend(triggers)
        self.arguments[0].extend(_annotated_arguments(key, annotations))
        right = set(mentions), set(triggers)
        for each in suggested:
            match each:
                case SuggestedMention(span=span):
                    kind, side = 0, self.mentions
                case SuggestedEvent(trigger=span):
                    kind, side = 1, self.triggers
                    self.arguments[1].extend(_suggested_arguments(key, each))
            place = (key, span.start, span.end, each.type)
            side[1].append(place)
            self.judged.append((each.suggester, each.type, each.score, place in right[kind]))

    def by_type(self) -> dict[str, dict[str, Scores]]:
        """`mentions` and `triggers` -> type -> scores."""
        return {
            name: {label: scores(f1) for label, f1 in span_f1_by_label(*sides).items()}
            for name, sides in (("mentions", self.mentions), ("triggers", self.triggers))
        }

    def totals(self) -> dict[str, Scores]:
        """`mentions`, `triggers` and `arguments` -> scores."""
        return {
            "mentions": scores(set_f1(*self.mentions)),
            "triggers": scores(set_f1(*self.triggers)),
            "arguments": scores(set_f1(*self.arguments)),
        }

    def by_source(self) -> list[SourceScore]:
        """Every source on every type, by name."""
        table: dict[tuple[str, str], list[bool]] = {}
        for suggester, type_name, _, is_right in self.judged:
            table.setdefault((suggester, type_name), []).append(is_right)
        return [
            SourceScore(suggester, type_name, len(found), sum(found) / len(found))
            for (suggester, type_name), found in sorted(table.items())
        ]

    def calibration(self) -> tuple[list[Bin], float | None]:
        """Bins of equal width, and the mean distance of score and share (ECE); None without any."""
        bins = list(self._bins())
        total = sum(each.count for each in bins)
        if not total:
            return [], None
        return bins, sum(abs(b.mean_score - b.right_share) * b.count for b in bins) / total

    def _bins(self) -> Iterator[Bin]:
        for number in range(BINS):
            inside = [
                (score, is_right)
                for _, _, score, is_right in self.judged
                if min(int(score * BINS), BINS - 1) == number
            ]
            if inside:
                count = len(inside)
                mean = sum(score for score, _ in inside) / count
                yield Bin(mean, sum(is_right for _, is_right in inside) / count, count)


def scores(f1: F1) -> Scores:
    """The figures of a comparison whose first side is the annotated one."""
    return Scores(f1.precision, f1.recall, f1.f1, f1.first, f1.second)


def _annotated_arguments(key: str, annotations: Annotations) -> Iterable[Filled]:
    places = {mention.id: mention.span for mention in annotations.mentions}
    places |= {event.id: event.trigger for event in annotations.events}
    for event in annotations.events:
        for argument in event.arguments:
            filler = places.get(argument.target)
            if filler is not None:
                at = (key, event.trigger.start, event.trigger.end, event.type)
                yield (*at, argument.role, filler.start, filler.end)


def _suggested_arguments(key: str, event: SuggestedEvent) -> Iterable[Filled]:
    for argument in event.arguments:
        at = (key, event.trigger.start, event.trigger.end, event.type)
        yield (*at, argument.role, argument.filler.start, argument.filler.end)
