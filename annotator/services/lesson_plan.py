"""Finds a place for each lesson in an article that somebody annotated: by rule, in any article."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.model.annotations import Annotations
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.services.lessons import ORDER, Course, Lesson, StagedMention
from annotator.services.words import Words

SUGGESTER = "tutorial"
SCORE = 0.9


@dataclass(frozen=True)
class Article:
    """An annotated article, and what lessons may use of it."""

    text: str
    annotations: Annotations
    schema: LabelSchema

    @cached_property
    def words(self) -> Words:
        """The words of the text."""
        return Words(self.text, proclitics_outside=self.schema.boundary.proclitics_outside)

    @cached_property
    def plain(self) -> list[Mention]:
        """The mentions that no other one overlaps, with a type that one letter gives."""
        every = self.annotations.mentions
        return [
            mention
            for mention in every
            if len(self.schema.entities[mention.type].key) == 1
            and not any(o.span.overlaps(mention.span) for o in every if o is not mention)
        ]

    @cached_property
    def persons_first(self) -> list[Mention]:
        """The plain mentions, those of the first type before all others: what one knows best."""
        return sorted(self.plain, key=lambda mention: mention.type != self.first_type)

    @cached_property
    def first_type(self) -> str:
        """The entity type that is taken for another one where a mistake is wanted."""
        return next(iter(self.schema.entities))

    def is_word(self, span: Span) -> bool:
        """Whether a letter pressed on the word there marks exactly this span."""
        word = self.words.holding(span.start)
        return word is not None and self.words.stem(word) == span


def suggested(span: Span, type_name: str) -> SuggestedMention:
    """A suggestion the tutorial makes."""
    return SuggestedMention(span, type_name, SUGGESTER, SCORE)


def plan_course(
    article: Article, finders: Sequence[Callable[[Article], Iterator[Lesson]]]
) -> Course:
    """A place for each lesson there is one for, nowhere two; what else is marked is suggested.

    The finders that come first choose first.
    """
    found: list[Lesson] = []
    used: list[Span] = []
    for find in finders:
        lesson = next((each for each in find(article) if not _meet(each.places, used)), None)
        if lesson is not None:
            found += [lesson, *_going_on(lesson)]
            used += lesson.places
    own = [
        suggestion for lesson in found if not lesson.goes_on for suggestion in lesson.suggestions
    ]
    rest: list[Suggestion] = [
        suggested(mention.span, mention.type)
        for mention in article.plain
        if not _meet((mention.span,), used)
    ]
    if found:
        found += [Lesson("events", found[0].span), Lesson("finish", found[0].span, goes_on=True)]
    lessons = sorted(found, key=lambda lesson: ORDER.index(lesson.name))
    return Course(tuple(lessons), (*own, *rest))


def _meet(places: Sequence[Span], used: Sequence[Span]) -> bool:
    return any(place.overlaps(other) for place in places for other in used)


def _going_on(lesson: Lesson) -> Iterator[Lesson]:
    """The lessons that go on from what this one left."""
    match lesson.name:
        case "reject":
            yield replace(lesson, name="undo", goes_on=True)
            yield replace(lesson, name="redo", goes_on=True)
        case "flag":
            yield replace(lesson, name="note", goes_on=True)
        case "trigger":
            yield replace(lesson, name="argument", goes_on=True)
        case _:
            return


def staged(mention: Mention, *, slug: str = "") -> StagedMention:
    """The mention, standing already."""
    return StagedMention(mention.span, mention.type, slug)
