"""An assignment: a document given to an annotator for one round."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assignment:
    """`annotator` is asked to annotate `document_id` in `round`."""

    document_id: str
    annotator: str
    round: int = 1
