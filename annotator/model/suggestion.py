"""What a machine proposes, and what a person decided about it."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, TypeAlias

from annotator.model.identifiers import content_id
from annotator.model.mention import Attributes
from annotator.model.reason import Why
from annotator.model.span import Span

Verdict: TypeAlias = Literal["accepted", "rejected", "corrected", "skipped"]
Layer: TypeAlias = Literal["mention", "event"]


@dataclass(frozen=True, slots=True)
class SuggestedMention:
    """A span a suggester takes for a mention of `type`; never stored as an annotation."""

    span: Span
    type: str
    suggester: str
    score: float = 1.0
    """Probability that a person would accept it, 0 to 1, as the suggester estimates it."""
    why: Why = ""
    """One line for the annotator: what made the suggester say so."""
    attributes: Attributes = field(default_factory=dict)
    kb: str | None = None

    @property
    def id(self) -> str:
        """Depends on what is proposed alone, not on who proposes it."""
        return suggestion_id("mention", self.span, self.type)


@dataclass(frozen=True, slots=True)
class SuggestedArgument:
    """A role of a suggested event and the span of the mention or trigger that would fill it."""

    role: str
    filler: Span
    score: float = 1.0
    why: Why = ""


@dataclass(frozen=True, slots=True)
class SuggestedEvent:
    """A trigger a suggester takes for an event of `type`, with the arguments it guesses."""

    trigger: Span
    type: str
    suggester: str
    score: float = 1.0
    why: Why = ""
    arguments: tuple[SuggestedArgument, ...] = ()
    attributes: Attributes = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Depends on trigger and type alone, not on arguments or suggester."""
        return suggestion_id("event", self.trigger, self.type)


Suggestion: TypeAlias = SuggestedMention | SuggestedEvent


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person did with one suggestion; kept with the annotations, undone like them."""

    layer: Layer
    span: Span
    type: str
    verdict: Verdict
    suggester: str
    score: float
    at: str | None = None

    @property
    def id(self) -> str:
        """The identifier of the suggestion it decides."""
        return suggestion_id(self.layer, self.span, self.type)


@lru_cache(maxsize=1 << 14)
def suggestion_id(layer: Layer, span: Span, type_name: str) -> str:
    """The identifier of a suggestion within its document; the same whoever proposes it."""
    return content_id(layer, str(span.start), str(span.end), type_name)


def span_of(suggestion: Suggestion) -> Span:
    """The span of the mention, or of the event's trigger."""
    match suggestion:
        case SuggestedMention():
            return suggestion.span
        case SuggestedEvent():
            return suggestion.trigger
