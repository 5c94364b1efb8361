"""The event layer: triggers, and the argument form that opens in place."""

from collections.abc import AsyncIterator, Callable

import pytest

from annotator.model.event import Event
from annotator.model.suggestion import SuggestedArgument
from annotator.services.argument_form import eligible, weighed
from annotator.services.editing import EditingSession
from annotator.services.navigation import place_of
from annotator.services.pointing import filler_labels
from annotator.tui.app import AnnotatorApp
from annotator.tui.labelling import fitting_letters, placed_labels
from annotator.tui.screens import arguing
from annotator.tui.widgets.argument_bar import ArgumentBar
from tests.tui.conftest import Clock, Stage, span

GUESSES = (
    SuggestedArgument("Target", span("القتال")),
    SuggestedArgument("Agent", span("كمال حداد")),
    SuggestedArgument("Time", span("يوم الأحد")),
)


@pytest.fixture
async def stage(
    open_app: Callable[[], AnnotatorApp], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Stage]:
    def guess(_: EditingSession, event: Event) -> tuple[SuggestedArgument, ...]:
        return GUESSES if event.type == "CEASE" else ()

    monkeypatch.setattr(arguing, "guesses_for", guess)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        yield stage


async def test_space_takes_a_suggested_event_with_all_its_arguments(stage: Stage) -> None:
    await stage.press("`", "tab", "space")
    assert stage.events == [
        ("زار", "MOVE", [("Agent", "سامي نجار"), ("Destination", "مدينة طرطوس")])
    ]
    assert ("سامي نجار", "PER") in stage.mentions
    stage.assert_sound()


async def test_a_letter_makes_a_trigger_and_space_takes_what_is_guessed(stage: Stage) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e", "space")
    (trigger, type_name, arguments) = stage.events[0]
    assert (trigger, type_name) == ("وقف", "CEASE")
    assert arguments == [("Agent", "كمال حداد"), ("Time", "يوم الأحد")]


async def test_leaving_the_form_takes_no_guess(stage: Stage) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e", "escape")
    assert stage.events == [("وقف", "CEASE", [])]
    assert stage.screen.form is None


async def test_the_full_stop_takes_the_event_of_the_form_and_the_rest_of_its_sentence(
    stage: Stage,
) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e", ".")
    assert stage.events[-1] == (
        "وقف",
        "CEASE",
        [("Agent", "كمال حداد"), ("Time", "يوم الأحد")],
    )
    assert stage.screen.form is None
    await stage.press("tab", ".")
    assert [name for _, name, _ in stage.events] == ["MOVE", "CEASE"]
    assert stage.screen.form is None
    stage.assert_sound()


async def test_a_role_is_filled_with_two_keys(stage: Stage) -> None:
    await stage.press(".", "`")
    stage.go_to("وقف")
    await stage.press("e")
    await stage.press("a", label_of(stage, "مدينة طرطوس", role_key="a"))
    assert ("Agent", "مدينة طرطوس") in stage.events[0][2]
    assert stage.screen.form is not None, "the form stays open for the other roles"


def label_of(stage: Stage, words: str, *, role_key: str) -> str:
    """The label that will stand on `words` once the role's letter is pressed."""
    screen = stage.screen
    assert screen.form is not None
    event = stage.desk.session.annotations.events[0]
    role = stage.desk.session.schema.role_for_key(event.type, role_key)
    assert role is not None
    fillers = eligible(weighed(screen.form, stage.desk), role, stage.desk)
    schema = stage.desk.session.schema
    taken = [schema.roles[name].key for name in schema.event_roles(event.type)]
    visible = screen.article.visible_span
    placed = placed_labels(fillers, stage.desk.text, visible, labels=filler_labels(taken))
    return next(label for item, label, _ in placed if place_of(item) == span(words))


async def test_pointing_a_role_replaces_its_guess_and_keeps_the_others(stage: Stage) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e")
    await stage.press("a", label_of(stage, "سامي نجار", role_key="a"), "space")
    assert stage.events[0][2] == [("Agent", "سامي نجار"), ("Time", "يوم الأحد")]
    assert ("سامي نجار", "PER") in stage.mentions, "a suggested filler is taken along"


async def test_an_empty_role_takes_the_nearest_filler_with_one_key_and_one_more_with_the_next(
    stage: Stage,
) -> None:
    await stage.press(".", "`")
    stage.go_to("بحث")
    await stage.press("m", "p")
    assert stage.events == [("بحث", "MEET", [("Participant", "حداد")])], "the nearest may be it"
    await stage.press("p")
    assert [role for role, _ in stage.events[0][2]] == ["Participant"] * 2
    stage.assert_sound()


async def test_pointing_at_a_filler_again_takes_it_out(stage: Stage) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e", "a")
    first = next(iter(stage.screen.labels))
    await stage.press(first)
    assert len(stage.events[0][2]) == 1
    await stage.press(first)
    assert stage.events[0][2] == []


async def test_a_role_is_emptied(stage: Stage) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e", "a", "backspace", "space")
    assert [role for role, _ in stage.events[0][2]] == ["Time"]


async def test_a_letter_in_the_text_puts_what_it_stands_on_into_its_likeliest_role(
    stage: Stage,
) -> None:
    await stage.press(".", "`")
    stage.go_to("وقف")
    await stage.press("c")
    letter = letter_of(stage, "حداد", nth=1)
    assert letter in stage.screen.labels
    await stage.press(letter)
    [(_, _, arguments)] = stage.events
    assert [words for _, words in arguments] == ["حداد"]
    assert letter not in stage.screen.labels, "its role's letter stands there now"
    assert f"{letter} again" in stage.line("keys")
    await stage.press(letter)
    [(_, _, after)] = stage.events
    assert after != arguments, "the next likely role"
    await stage.press("z", "z")
    assert stage.events == [("وقف", "CONCEDE", [])]
    stage.assert_sound()


async def test_letters_in_the_text_wait_while_a_role_is_pointed(stage: Stage) -> None:
    await stage.press(".", "`")
    stage.go_to("وقف")
    await stage.press("c")
    bar = stage.screen.query_one(ArgumentBar)
    assert bar.letters
    await stage.press("a")
    assert not bar.letters
    assert bar.labels
    await stage.press("escape")
    assert bar.letters


def letter_of(stage: Stage, words: str, *, nth: int = 0) -> str:
    """The letter drawn for `words` in the open form."""
    screen = stage.screen
    assert screen.form is not None
    placed = fitting_letters(screen.form, stage.desk, screen.article.visible_span)
    return next(letter for item, letter, _ in placed if place_of(item) == span(words, nth=nth))


async def test_escape_gives_up_pointing_and_keeps_the_form(stage: Stage) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e", "a", "escape")
    assert stage.screen.form is not None
    assert stage.screen.form.pointing is None
    assert stage.events == [("وقف", "CEASE", [])]


async def test_a_suggested_event_has_its_form_open_and_a_role_key_takes_it(stage: Stage) -> None:
    await stage.press(".", "`", "ctrl+home", "tab")
    assert stage.screen.form is not None
    assert stage.events == [], "looking at it decides nothing"
    await stage.press("d", "backspace")
    assert stage.events == [("زار", "MOVE", [])]
    await stage.press("space")
    assert stage.events == [("زار", "MOVE", [("Agent", "سامي نجار")])]
    await stage.press("z", "z")
    assert stage.events == [], "the trigger and its first role were one action"
    stage.assert_sound()


async def test_backspace_in_the_form_turns_the_suggested_event_down(stage: Stage) -> None:
    await stage.press("`", "tab", "backspace")
    assert stage.events == []
    assert stage.screen.form is None
    assert [d.verdict for d in stage.desk.session.annotations.decisions] == ["rejected"]


async def test_a_capital_in_the_form_retypes(stage: Stage) -> None:
    await stage.press("`", "tab", "K", "escape")
    assert [(words, name) for words, name, _ in stage.events] == [("زار", "ATTACK")]


async def test_keys_cycle_the_attributes_of_the_event_in_the_form(stage: Stage) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e", "-", "?")
    event = stage.desk.session.annotations.events[0]
    assert event.attributes == {"polarity": "neg", "modality": "future"}
    await stage.press("-")
    event = stage.desk.session.annotations.events[0]
    assert event.attributes == {"modality": "future"}, "back at the default it is unset"


async def test_a_letter_retypes_an_event_and_keeps_what_still_fits(stage: Stage) -> None:
    await stage.press("`", "tab", "space")
    stage.go_to("زار")
    await stage.press("k", "escape")
    assert stage.events == [("زار", "ATTACK", [("Agent", "سامي نجار")])]


async def test_labels_jump_to_what_is_on_screen(stage: Stage) -> None:
    await stage.press("h")
    label = next(iter(stage.screen.labels))
    await stage.press(label)
    assert stage.active_text == "سامي نجار", "the nearest has the first label"
    assert stage.screen.labels == {}


async def test_the_live_layer_has_the_focus_and_its_legend(stage: Stage) -> None:
    assert stage.line("level").strip().startswith("ENTITIES")
    await stage.press("`")
    assert stage.line("level").strip().startswith("EVENTS")
    assert stage.screen.focused is stage.screen.query_one("#event-legend")
    assert not stage.screen.query_one("#entity-legend").display
    stage.go_to("وقف")
    await stage.press("e")
    assert stage.line("level").strip().startswith("ARGUMENTS")
    assert not stage.screen.query_one("#event-legend").display


async def test_pointing_a_role_of_an_accepted_suggestion_replaces_what_was_guessed(
    stage: Stage,
) -> None:
    await stage.press("`", "tab", "space")
    stage.go_to("زار")
    await stage.press("enter")
    await stage.press("a", label_of(stage, "كمال حداد", role_key="a"))
    assert stage.events[0][2] == [("Destination", "مدينة طرطوس"), ("Agent", "كمال حداد")]
    await stage.press("a", label_of(stage, "سامي نجار", role_key="a"))
    assert [words for role, words in stage.events[0][2] if role == "Agent"] == [
        "كمال حداد",
        "سامي نجار",
    ], "the next one is added"


async def test_a_form_whose_event_is_undone_closes(stage: Stage) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e")
    assert stage.screen.form is not None
    await stage.press("z")
    assert stage.events == []
    assert stage.screen.form is None


async def test_a_form_follows_the_type_of_its_event_through_an_undo(stage: Stage) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e", "M")
    assert [name for _, name, _ in stage.events] == ["MEET"]
    await stage.press("z")
    assert [name for _, name, _ in stage.events] == ["CEASE"]
    assert stage.screen.query_one(ArgumentBar).event_type == "CEASE"
