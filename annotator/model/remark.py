"""What an annotator says about a document or a piece of it, beside the annotations themselves."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Level: TypeAlias = Literal["entities", "identity", "events"]
LEVELS: tuple[Level, ...] = ("entities", "identity", "events")

SetAsideReason: TypeAlias = Literal["broken", "duplicate", "not news", "wrong language"]
SET_ASIDE_REASONS: tuple[SetAsideReason, ...] = (
    "broken",
    "duplicate",
    "not news",
    "wrong language",
)


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a mention or event, whose identifier is `on`; an empty `on` is the document."""

    id: str
    on: str
    by: str
    at: str
    text: str
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class DocumentLabel:
    """The value of one label of the whole document, such as its topic; `id` is the label's name."""

    id: str
    value: str


@dataclass(frozen=True, slots=True)
class Done:
    """The annotator finished this level of the document in this round."""

    level: Level
    round: int = 1
    at: str | None = None

    @property
    def id(self) -> str:
        """Level and round: a level is finished once in a round."""
        return f"{self.level}/{self.round}"


@dataclass(frozen=True, slots=True)
class SetAside:
    """The annotator will not annotate this document, and why."""

    reason: SetAsideReason

    @property
    def id(self) -> str:
        """A document is set aside once."""
        return "set-aside"
