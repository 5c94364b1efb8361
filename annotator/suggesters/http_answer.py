"""The answer of an HTTP suggester: its shape, and its offsets checked against the text."""

from collections.abc import Iterator
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from annotator.model.document import Document
from annotator.model.label_schema import LabelSchema
from annotator.model.span import Span
from annotator.model.suggestion import (
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
)

Score: TypeAlias = Annotated[float, Field(ge=0, le=1)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Place(_Part):
    """Where something stands: by offsets, or by which of the places with this text."""

    text: Annotated[str, Field(min_length=1)]
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None
    occurrence: Annotated[int, Field(ge=1)] | None = None
    """Counted from 1; needed where offsets are missing and the text stands in several places."""


class MentionPart(Place):
    """A mention."""

    type: str
    score: Score = 0.7
    why: str = ""
    kb: str | None = None
    attributes: dict[str, str | bool] = Field(default_factory=dict)


class ArgumentPart(Place):
    """A role and what fills it."""

    role: str
    score: Score = 0.7


class EventPart(_Part):
    """An event."""

    type: str
    trigger: Place
    score: Score = 0.7
    why: str = ""
    arguments: list[ArgumentPart] = Field(default_factory=list)
    attributes: dict[str, str | bool] = Field(default_factory=dict)


class Answer(_Part):
    """All that a server proposes for one document."""

    suggester: Annotated[str, Field(min_length=1, max_length=60)] = "http"
    mentions: list[MentionPart] = Field(default_factory=list)
    events: list[EventPart] = Field(default_factory=list)


class AnswerReader:
    """Makes suggestions of an answer; what does not fit text or label schema is refused."""

    def __init__(self, document: Document, schema: LabelSchema) -> None:
        self._text = document.text
        self._schema = schema
        self.refusals: list[str] = []
        """What was refused and why, a sentence each."""

    def read(self, answer: Answer) -> tuple[Suggestion, ...]:
        """What can stand, mentions first."""
        return (*self._mentions(answer), *self._events(answer))

    def _mentions(self, answer: Answer) -> Iterator[SuggestedMention]:
        for number, part in enumerate(answer.mentions, start=1):
            name = f"mention {number}"
            if part.type not in self._schema.entities:
                self.refusals.append(f"{name}: no entity type is named {part.type!r}")
            elif span := self._span(part, name):
                yield SuggestedMention(
                    span, part.type, answer.suggester, round(part.score, 3), part.why[:200],
                    attributes=part.attributes, kb=part.kb,
                )  # fmt: skip

    def _events(self, answer: Answer) -> Iterator[SuggestedEvent]:
        for number, part in enumerate(answer.events, start=1):
            name = f"event {number}"
            if part.type not in self._schema.events:
                self.refusals.append(f"{name}: no event type is named {part.type!r}")
            elif span := self._span(part.trigger, name):
                arguments = tuple(self._arguments(part, name))
                yield SuggestedEvent(
                    span, part.type, answer.suggester, round(part.score, 3), part.why[:200],
                    arguments=arguments, attributes=part.attributes,
                )  # fmt: skip

    def _arguments(self, event: EventPart, name: str) -> Iterator[SuggestedArgument]:
        for part in event.arguments:
            if part.role not in self._schema.roles:
                self.refusals.append(f"{name}: no role is named {part.role!r}")
            elif span := self._span(part, f"{name}, {part.role}"):
                yield SuggestedArgument(part.role, span, round(part.score, 3), event.why[:200])

    def _span(self, place: Place, name: str) -> Span | None:
        span = self._by_offsets(place) if place.start is not None else self._by_text(place)
        if isinstance(span, Span):
            return span
        self.refusals.append(f"{name}: {span}")
        return None

    def _by_offsets(self, place: Place) -> Span | str:
        start, end = place.start or 0, place.end or 0
        if not start < end <= len(self._text):
            return f"{start}-{end} lies outside the text of {len(self._text)} characters"
        found = self._text[start:end]
        if found != place.text:
            return f"{start}-{end} is {found!r} in the text, {place.text!r} in the answer"
        return Span(start, end)

    def _by_text(self, place: Place) -> Span | str:
        starts = [i for i in range(len(self._text)) if self._text.startswith(place.text, i)]
        if not starts:
            return f"{place.text!r} is not in the text"
        if place.occurrence is None and len(starts) > 1:
            return f"{place.text!r} stands in {len(starts)} places; say which with `occurrence`"
        number = place.occurrence or 1
        if number > len(starts):
            return f"{place.text!r} stands in {len(starts)} places, not {number}"
        return Span(starts[number - 1], starts[number - 1] + len(place.text))
