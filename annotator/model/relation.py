"""A relation: a typed, directed link between two mentions of one document."""

from dataclasses import dataclass, field

from annotator.model.mention import Provenance


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` stands in the relation `type` to `target`; both are identifiers of mentions."""

    id: str
    type: str
    source: str
    target: str
    provenance: Provenance = field(default_factory=Provenance)
