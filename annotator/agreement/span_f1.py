"""Exact agreement of two sets of labelled spans: precision, recall and F1."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

LabelledSpan: TypeAlias = tuple[str, int, int, str]
"""Document, start, end (code points, half open), label."""


@dataclass(frozen=True, slots=True)
class F1:
    """Agreement of two sets; the counts are kept so that reports can add them up."""

    matched: int
    """In both sets."""
    first: int
    """In the first set: the gold one, where there is one."""
    second: int
    """In the second set: the predicted one, where there is one."""

    @property
    def precision(self) -> float | None:
        """Share of the second set that is in the first; None where the second is empty."""
        return self.matched / self.second if self.second else None

    @property
    def recall(self) -> float | None:
        """Share of the first set that is in the second; None where the first is empty."""
        return self.matched / self.first if self.first else None

    @property
    def f1(self) -> float | None:
        """2|X∩Y| / (|X|+|Y|), the harmonic mean of both; None where both sets are empty.

        Hripcsak and Rothschild (2005): for spans, where nobody counts the pieces of text that
        neither annotator marked, this is what chance-corrected measures tend to.
        """
        total = self.first + self.second
        return 2 * self.matched / total if total else None

    def __add__(self, other: "F1") -> "F1":
        return F1(
            self.matched + other.matched, self.first + other.first, self.second + other.second
        )


def set_f1(a: Iterable[Hashable], b: Iterable[Hashable]) -> F1:
    """Agreement of two collections taken as sets: what stands twice counts once."""
    first, second = frozenset(a), frozenset(b)
    return F1(len(first & second), len(first), len(second))


def span_f1(a: Iterable[LabelledSpan], b: Iterable[LabelledSpan]) -> F1:
    """Agreement on span and label; nested spans are taken as they are."""
    return set_f1(a, b)


def span_f1_by_label(a: Iterable[LabelledSpan], b: Iterable[LabelledSpan]) -> dict[str, F1]:
    """The same for each label that either side uses, by label."""
    first, second = frozenset(a), frozenset(b)
    labels = sorted({span[3] for span in first | second})
    return {
        label: set_f1(
            (span for span in first if span[3] == label),
            (span for span in second if span[3] == label),
        )
        for label in labels
    }


def boundary_f1(a: Iterable[LabelledSpan], b: Iterable[LabelledSpan]) -> F1:
    """Agreement on where the spans stand, whatever their labels."""
    return set_f1((span[:3] for span in a), (span[:3] for span in b))
