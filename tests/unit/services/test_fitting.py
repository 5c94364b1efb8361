"""Putting a filler into the role it most likely has: which role, and what gives way."""

from dataclasses import replace

import pytest

from annotator.model.event import Event
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedMention, Suggestion
from annotator.services.argument_form import ArgumentForm, event_of
from annotator.services.desk import Desk
from annotator.services.editing import EditingSession
from annotator.services.event_edits import MarkTrigger
from annotator.services.fitting import (
    fitted,
    fitting_edit,
    fitting_items,
    next_fitting,
)
from annotator.services.mention_edits import LabelSpan
from annotator.services.navigation import Item, place_of
from annotator.services.project import Project
from annotator.store import suggestions
from tests.unit.services.conftest import TEXT

VISIT, WALID, BAGHDAD = Span(0, 3), Span(4, 8), Span(9, 14)
BEIRUT = Span(TEXT.index("بيروت"), TEXT.index("بيروت") + 5)
LIKELY = {
    ("Destination", BAGHDAD): 0.6,
    ("Origin", BAGHDAD): 0.2,
    ("Agent", BAGHDAD): 0.1,
    ("Destination", BEIRUT): 0.5,
    ("Agent", WALID): 0.9,
}
PROPOSED: tuple[Suggestion, ...] = (SuggestedMention(BEIRUT, "GPE", "test", 0.9),)


@pytest.fixture
def desk(project: Project, session: EditingSession) -> Desk:
    with project.writing() as connection:
        suggestions.put(connection, "ana", "d1", PROPOSED, suggester="test")
    session.reload_suggestions()
    session.run(LabelSpan(WALID, "PER"))
    session.run(LabelSpan(BAGHDAD, "GPE"))
    session.run(MarkTrigger(VISIT, "MOVE"))
    return Desk(session, level="events")


def form_of(desk: Desk, *guesses: tuple[str, Span]) -> ArgumentForm:
    [event] = desk.session.annotations.events
    made = tuple(SuggestedArgument(role, span) for role, span in guesses)
    return ArgumentForm(event.id, made, likely=LIKELY)


def at(span: Span, form: ArgumentForm, desk: Desk) -> Item:
    return next(item for item in fitting_items(form, desk) if place_of(item) == span)


def press(span: Span, form: ArgumentForm, desk: Desk) -> ArgumentForm:
    step = next_fitting(form, at(span, form, desk), desk)
    assert step is not None
    desk.run(fitting_edit(step, form, form.event_id, desk))
    return fitted(form, step, desk)


def filled(form: ArgumentForm, desk: Desk) -> list[tuple[str, str]]:
    event = event_of(form, desk)
    assert isinstance(event, Event)
    places = {item.id: place_of(item) for item in desk.items("entities").all}
    return [(a.role, places[a.target].of(TEXT)) for a in event.arguments]


def test_what_stands_in_the_sentence_is_offered_the_nearest_first(desk: Desk) -> None:
    found = [place_of(item) for item in fitting_items(form_of(desk), desk)]
    assert found == [WALID, BAGHDAD, BEIRUT]


def test_the_first_press_puts_it_into_its_likeliest_role_the_others_lead_on_and_out(
    desk: Desk,
) -> None:
    form = press(BAGHDAD, form_of(desk), desk)
    assert filled(form, desk) == [("Destination", "بغداد")]
    form = press(BAGHDAD, form, desk)
    assert filled(form, desk) == [("Origin", "بغداد")]
    form = press(BAGHDAD, form, desk)
    assert filled(form, desk) == [("Agent", "بغداد")]
    form = press(BAGHDAD, press(BAGHDAD, form, desk), desk)
    assert filled(form, desk) == [], "it stands where such an event happens, and then nowhere"
    form = press(BAGHDAD, form, desk)
    assert filled(form, desk) == [("Destination", "بغداد")]


def test_an_open_suggestion_is_taken_along(desk: Desk) -> None:
    form = press(BEIRUT, form_of(desk), desk)
    assert [words for _, words in filled(form, desk)] == ["بيروت"]
    assert BEIRUT in {mention.span for mention in desk.session.annotations.mentions}


def test_a_guess_for_the_same_role_gives_way(desk: Desk) -> None:
    form = press(WALID, form_of(desk, ("Agent", BAGHDAD), ("Destination", BEIRUT)), desk)
    assert [(guess.role, guess.filler) for guess in form.guesses] == [("Destination", BEIRUT)]


def test_a_guess_that_is_joined_to_it_stays(desk: Desk) -> None:
    form = press(BAGHDAD, form_of(desk, ("Destination", BEIRUT)), desk)
    assert [(guess.role, guess.filler) for guess in form.guesses] == [("Destination", BEIRUT)]
    assert filled(form, desk) == [("Destination", "بغداد")]


def test_a_role_it_was_taken_out_of_comes_last(desk: Desk) -> None:
    form = form_of(desk)
    item = at(BAGHDAD, form, desk)
    refused = frozenset({("Destination", item.id)})
    step = next_fitting(replace(form, refused=refused), item, desk)
    assert step is not None
    assert (step.role, step.following) == ("Origin", "Agent")
