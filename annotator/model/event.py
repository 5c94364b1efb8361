"""An event: a trigger with a type, and arguments in roles filled by mentions or other events."""

from dataclasses import dataclass, field

from annotator.model.mention import Attributes, Provenance
from annotator.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Argument:
    """A role and the identifier of the mention or event of the same document that fills it."""

    role: str
    target: str


@dataclass(frozen=True, slots=True)
class Event:
    """A happening in the news; its own identity across sentences is `coref`."""

    id: str
    trigger: Span
    type: str
    arguments: tuple[Argument, ...] = ()
    attributes: Attributes = field(default_factory=dict)
    coref: str | None = None
    """Slug shared by every event mention of one happening, within its layer."""
    uncertain: bool = False
    provenance: Provenance = field(default_factory=Provenance)

    def fillers(self, role: str) -> tuple[str, ...]:
        """Identifiers of what fills `role`, in the order they were given."""
        return tuple(argument.target for argument in self.arguments if argument.role == role)
