"""What became of each source's suggestions, by type: the precision people's decisions measure."""

from collections import Counter
from collections.abc import Mapping

from annotator.model.annotations import Annotations
from annotator.model.suggestion import Verdict
from annotator.protocols import Tried

Verdicts = dict[str, dict[str, Counter[Verdict]]]
"""suggester -> type -> verdict -> how often."""


def count_verdicts(verdicts: Verdicts, annotations: Annotations) -> None:
    """Add the decisions of one document."""
    for decision in annotations.decisions:
        types = verdicts.setdefault(decision.suggester, {})
        types.setdefault(decision.type, Counter())[decision.verdict] += 1


def tried(verdicts: Verdicts) -> Mapping[str, Mapping[str, Tried]]:
    """How each source fared; what was skipped says nothing."""
    return {
        suggester: {
            type_name: Tried(counts["accepted"], counts.total() - counts["skipped"])
            for type_name, counts in types.items()
        }
        for suggester, types in verdicts.items()
    }
