"""Lessons: where each takes place in an annotated article, and how one begins anew."""

from dataclasses import replace

import pytest

from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.event import Argument, Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.services.desk import Desk
from annotator.services.editing import EditingSession
from annotator.services.lesson_places import FINDERS
from annotator.services.lesson_plan import Article, plan_course, suggested
from annotator.services.lesson_stage import put_in_order
from annotator.services.lessons import Lesson, LessonName, StagedMention, is_reached
from annotator.services.mention_edits import FlagMention, LabelSpan
from annotator.services.suggestion_edits import RejectSuggestion
from annotator.store import suggestions

TEXT = (
    "زار سامي نجار مدينة طرطوس. ووصل كمال حداد وسلمى وبلال إلى أوسلو. "
    "وقال نجار إن هدنة بدأت في أوسلو يوم الأحد."
)
TYPES = (("سامي نجار", "PER"), ("مدينة طرطوس", "GPE"), ("كمال حداد", "PER"), ("يوم الأحد", "DATE"))


def span(words: str, *, nth: int = 0) -> Span:
    place = -1
    for _ in range(nth + 1):
        place = TEXT.index(words, place + 1)
    return Span(place, place + len(words))


def annotations() -> Annotations:
    mentions = [Mention(words, span(words), type_name) for words, type_name in TYPES]
    mentions += [
        Mention("سلمى", span("سلمى"), "PER"),
        Mention("بلال", span("بلال"), "PER"),
        Mention("نجار", span("نجار", nth=1), "PER", kb="najjar"),
        Mention("طرطوس", span("طرطوس"), "GPE"),
        *(Mention(f"أوسلو {nth}", span("أوسلو", nth=nth), "GPE") for nth in (0, 1)),
    ]
    visit = Event("زار", span("زار"), "MOVE", (Argument("Agent", "سامي نجار"),))
    items: list[Item] = [*mentions, visit]
    return Annotations({key_of(item): item for item in items})


@pytest.fixture
def article(session: EditingSession) -> Article:
    return Article(TEXT, annotations(), session.schema)


def found(article: Article) -> dict[LessonName, Lesson]:
    return {lesson.name: lesson for lesson in plan_course(article, FINDERS).lessons}


def test_no_two_lessons_share_a_place_unless_one_goes_on_from_the_other(article: Article) -> None:
    course = plan_course(article, FINDERS)
    own = [lesson for lesson in course.lessons if not lesson.goes_on and lesson.name != "events"]
    places = [(lesson.name, place) for lesson in own for place in lesson.places]
    met = [
        (one, other)
        for one, place in places
        for other, elsewhere in places
        if one != other and place.overlaps(elsewhere)
    ]
    assert met == []


def test_a_word_with_a_proclitic_is_marked_without_it(article: Article) -> None:
    lesson = found(article)["mark"]
    assert lesson.span.of(TEXT) in {"سلمى", "بلال"}
    assert lesson.begins_at.start == lesson.span.start - 1


def test_a_mention_that_stands_within_another_is_left_to_be_marked(article: Article) -> None:
    lesson = found(article)["nested"]
    assert lesson.span == span("طرطوس")
    assert [staged.span for staged in lesson.stage] == [span("مدينة طرطوس")]


def test_what_stands_twice_is_marked_once_and_propagated(article: Article) -> None:
    lesson = found(article)["propagate"]
    assert (lesson.span, lesson.more) == (span("أوسلو"), (span("أوسلو", nth=1),))


def test_what_a_lesson_is_about_is_not_suggested_otherwise(article: Article) -> None:
    course = plan_course(article, FINDERS)
    taken = [place for lesson in course.lessons for place in lesson.places]
    own = {suggestion for lesson in course.lessons for suggestion in map(id, lesson.suggestions)}
    rest = [suggestion for suggestion in course.suggestions if id(suggestion) not in own]
    assert not any(
        suggestion.span.overlaps(place)  # type: ignore[union-attr]  # of events there are none
        for suggestion in rest
        for place in taken
    )


def test_an_article_in_which_nothing_is_marked_has_no_lessons(session: EditingSession) -> None:
    assert plan_course(Article(TEXT, Annotations(), session.schema), FINDERS).lessons == ()


# -- on the desk

PERSON = Span(4, 8)
ACCEPT = Lesson("accept", PERSON, "PER", suggestions=(suggested(PERSON, "PER"),))
UNDO = Lesson("undo", PERSON, "PER", suggestions=ACCEPT.suggestions, goes_on=True)


@pytest.fixture
def desk(session: EditingSession) -> Desk:
    with session.project.writing() as connection:
        suggestions.put(connection, "ana", "d1", ACCEPT.suggestions, suggester="tutorial")
    session.reload()
    return Desk(session)


def test_it_is_reached_when_the_mention_stands_whatever_made_it(desk: Desk) -> None:
    assert not is_reached(ACCEPT, desk)
    desk.run(LabelSpan(PERSON, "PER"))
    assert is_reached(ACCEPT, desk)


def test_begun_again_its_place_is_as_it_was_before(desk: Desk) -> None:
    desk.run(LabelSpan(PERSON, "ORG"))
    desk.run(LabelSpan(Span(9, 14), "GPE"))
    put_in_order(desk.session, ACCEPT, is_again=True)
    assert [mention.type for mention in desk.session.annotations.mentions] == ["GPE"]
    assert desk.session.open_suggestions == list(ACCEPT.suggestions)


def test_what_the_lesson_before_left_is_kept_until_it_is_begun_again(desk: Desk) -> None:
    flag = Lesson("flag", PERSON, "PER", stage=(StagedMention(PERSON, "PER"),))
    note = replace(flag, name="note", goes_on=True)
    put_in_order(desk.session, flag, is_again=False)
    [mention] = desk.session.annotations.mentions
    desk.run(FlagMention(mention.id, uncertain=True))
    put_in_order(desk.session, note, is_again=False)
    assert is_reached(flag, desk)
    put_in_order(desk.session, note, is_again=True)
    assert not is_reached(flag, desk)


@pytest.mark.parametrize("is_rejected", [True, False])
def test_what_is_to_be_taken_back_is_there_and_is_the_last_action(
    desk: Desk, *, is_rejected: bool
) -> None:
    if is_rejected:
        desk.run(RejectSuggestion(ACCEPT.suggestions[0].id))
    put_in_order(desk.session, UNDO, is_again=False)
    assert not is_reached(UNDO, desk)
    desk.session.undo()
    assert is_reached(UNDO, desk)


@pytest.mark.parametrize("is_rejected", [True, False])
def test_what_is_to_be_brought_back_was_taken_back_last(desk: Desk, *, is_rejected: bool) -> None:
    redo = replace(UNDO, name="redo")
    if is_rejected:
        desk.run(RejectSuggestion(ACCEPT.suggestions[0].id))
    put_in_order(desk.session, redo, is_again=False)
    assert not is_reached(redo, desk)
    desk.session.redo()
    assert is_reached(redo, desk)
