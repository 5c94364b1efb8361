"""The lessons of the tutorial: what each is about, and how one sees that it was done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from annotator.model.annotations import Annotations
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import Suggestion, Verdict
from annotator.services.desk import Desk

LessonName: TypeAlias = Literal[
    "accept",
    "sentence",
    "reject",
    "undo",
    "redo",
    "relabel",
    "mark",
    "proclitic",
    "boundary",
    "nested",
    "propagate",
    "identity",
    "flag",
    "note",
    "events",
    "trigger",
    "argument",
    "guesses",
    "finish",
]
"""What is practised, in this order."""
ORDER: tuple[LessonName, ...] = get_args(LessonName)


@dataclass(frozen=True)
class StagedMention:
    """A mention that stands already when a lesson begins."""

    span: Span
    type: str
    slug: str = ""
    """Of the thing it names; empty while nobody has said so."""


@dataclass(frozen=True)
class Lesson:
    """One thing to do, at one place of the article."""

    name: LessonName
    span: Span
    """What is to be decided or marked; as it shall be in the end."""
    type: str = ""
    """The type it shall have."""
    shown: Span | None = None
    """What stands there to begin with, where that is another span."""
    wrong_type: str = ""
    """The type a suggestion gives it by mistake."""
    stage: tuple[StagedMention, ...] = ()
    more: tuple[Span, ...] = ()
    """Where the same words stand further on, or what else is to be decided at once."""
    role: str = ""
    """The role that is to be filled."""
    suggestions: tuple[Suggestion, ...] = ()
    """What is suggested for it."""
    goes_on: bool = False
    """It goes on from what the lesson before left: nothing is put in order for it."""

    @property
    def begins_at(self) -> Span:
        """Where the cursor is put."""
        return self.shown or self.span

    @property
    def places(self) -> tuple[Span, ...]:
        """All that belongs to the lesson; no other lesson touches it."""
        return (self.span, self.begins_at, *self.more, *(staged.span for staged in self.stage))


@dataclass(frozen=True)
class Course:
    """The lessons of one article, and what is suggested in it."""

    lessons: tuple[Lesson, ...]
    suggestions: tuple[Suggestion, ...]


def is_reached(lesson: Lesson, desk: Desk) -> bool:
    """Whether what the lesson asks for is so; by which keys makes no odds."""
    annotations = desk.session.annotations
    match lesson.name:
        case "events":
            return desk.level == "events"
        case "finish":
            return annotations.is_done(desk.done_levels)
        case name:
            return _REACHED[name](lesson, annotations)


def _is_marked(lesson: Lesson, annotations: Annotations) -> bool:
    return mention_at(annotations, lesson.span, lesson.type) is not None


def _is_rejected(lesson: Lesson, annotations: Annotations) -> bool:
    return verdict_on(annotations, lesson.span) == "rejected"


def _is_undecided(lesson: Lesson, annotations: Annotations) -> bool:
    return verdict_on(annotations, lesson.span) is None


def _are_all_marked(lesson: Lesson, annotations: Annotations) -> bool:
    return set(lesson.more) <= {mention.span for mention in annotations.mentions}


def _is_identified(lesson: Lesson, annotations: Annotations) -> bool:
    mention = mention_at(annotations, lesson.span, lesson.type)
    return mention is not None and mention.kb is not None


def _is_flagged(lesson: Lesson, annotations: Annotations) -> bool:
    mention = mention_at(annotations, lesson.span, lesson.type)
    return mention is not None and mention.uncertain


def _is_noted(lesson: Lesson, annotations: Annotations) -> bool:
    mention = mention_at(annotations, lesson.span, lesson.type)
    return mention is not None and any(note.on == mention.id for note in annotations.notes)


def _is_triggered(lesson: Lesson, annotations: Annotations) -> bool:
    return event_at(annotations, lesson.span, lesson.type) is not None


def _has_arguments(lesson: Lesson, annotations: Annotations) -> bool:
    event = event_at(annotations, lesson.span, lesson.type)
    return event is not None and bool(event.arguments)


_REACHED: Mapping[LessonName, Callable[[Lesson, Annotations], bool]] = {
    "accept": _is_marked,
    "sentence": _are_all_marked,
    "reject": _is_rejected,
    "undo": _is_undecided,
    "redo": _is_rejected,
    "relabel": _is_marked,
    "mark": _is_marked,
    "proclitic": _is_marked,
    "boundary": _is_marked,
    "nested": _is_marked,
    "propagate": _are_all_marked,
    "identity": _is_identified,
    "flag": _is_flagged,
    "note": _is_noted,
    "trigger": _is_triggered,
    "argument": _has_arguments,
    "guesses": _has_arguments,
}


def mention_at(annotations: Annotations, span: Span, type_name: str) -> Mention | None:
    """The mention of exactly this span and type."""
    found = (each for each in annotations.mentions if each.span == span)
    return next((each for each in found if each.type == type_name), None)


def event_at(annotations: Annotations, trigger: Span, type_name: str) -> Event | None:
    """The event of exactly this trigger and type."""
    found = (each for each in annotations.events if each.trigger == trigger)
    return next((each for each in found if each.type == type_name), None)


def verdict_on(annotations: Annotations, span: Span) -> Verdict | None:
    """What was decided on the suggested mention there."""
    found = (each.verdict for each in annotations.decisions if each.span == span)
    return next(found, None)
