"""A mention: a span with an entity type, what a person set on it, and where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from annotator.model.span import Span

AttributeValue: TypeAlias = str | bool
Attributes: TypeAlias = Mapping[str, AttributeValue]
"""Only what somebody set: an absent attribute has the label schema's default."""

Status: TypeAlias = Literal[
    "accepted", "corrected", "added", "propagated", "adjudicated", "imported"
]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who or what made an annotation, and who decided on it."""

    status: Status = "added"
    suggester: str | None = None
    score: float | None = None
    decided_by: str | None = None
    decided_at: str | None = None
    """UTC, ISO 8601 with a final Z."""
    adjudicated_by: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Text that names or describes something, with the type the label schema gives it."""

    id: str
    span: Span
    type: str
    attributes: Attributes = field(default_factory=dict)
    kb: str | None = None
    """Slug of the identity it names, from the registry of its layer."""
    uncertain: bool = False
    provenance: Provenance = field(default_factory=Provenance)
