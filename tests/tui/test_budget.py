"""The budget of keys: what each action may cost, counted on the real screen."""

from collections.abc import AsyncIterator, Callable

import pytest

from annotator.model.event import Event
from annotator.model.suggestion import SuggestedArgument
from annotator.services.editing import EditingSession
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens import arguing
from tests.tui.conftest import Clock, Stage, span
from tests.tui.test_arguing import label_of

OpenApp = Callable[[], AnnotatorApp]
GUESSES = (
    SuggestedArgument("Agent", span("كمال حداد")),
    SuggestedArgument("Time", span("يوم الأحد")),
)


class Counted(Stage):
    """A stage that counts the keys since it was last asked to."""

    count = 0

    async def press(self, *keys: str) -> None:
        self.count += len(keys)
        await super().press(*keys)

    async def cost(self, *keys: str) -> int:
        """Press keys; how many they were, with every key since the last time."""
        await self.press(*keys)
        counted, self.count = self.count, 0
        return counted

    def start(self) -> None:
        """What was pressed so far was preparation."""
        self.count = 0


@pytest.fixture
async def stage(
    open_app: OpenApp, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Counted]:
    def guess(_: EditingSession, event: Event) -> tuple[SuggestedArgument, ...]:
        return GUESSES if event.type == "CEASE" else ()

    monkeypatch.setattr(arguing, "guesses_for", guess)
    app = open_app()
    async with app.run_test(size=(120, 30)) as pilot:
        stage = Counted(app, pilot, clock)
        await stage.shown()
        yield stage


async def test_keeping_a_right_suggestion_and_going_to_the_next_costs_one_key(
    stage: Counted,
) -> None:
    assert await stage.cost("space") == 1
    assert stage.mentions == [("سامي نجار", "PER")]
    assert stage.active_text == "كمال حداد"


async def test_accepting_all_that_is_left_in_the_sentence_costs_one_key(stage: Counted) -> None:
    assert await stage.cost(".") == 1
    assert len(stage.mentions) == 4


async def test_rejecting_costs_one_key(stage: Counted) -> None:
    assert await stage.cost("backspace") == 1
    assert stage.desk.session.annotations.decisions[0].verdict == "rejected"
    assert stage.active_text == "كمال حداد"


async def test_relabelling_costs_one_key(stage: Counted) -> None:
    assert await stage.cost("o") == 1
    assert stage.mentions == [("سامي نجار", "ORG")]


async def test_a_new_mention_of_the_word_under_the_cursor_costs_one_key(stage: Counted) -> None:
    stage.go_to("الوفد")
    assert await stage.cost("r") == 1
    assert stage.mentions == [("الوفد", "GRP")]


async def test_a_new_mention_of_two_words_costs_two_keys(stage: Counted) -> None:
    stage.go_to("وقف")
    assert await stage.cost("shift+left", "c") == 2
    assert stage.mentions == [("وقف القتال", "DOC")]


async def test_cutting_or_restoring_a_proclitic_costs_one_key(stage: Counted) -> None:
    stage.go_to("وأعلن")
    await stage.press("e")
    stage.start()
    assert await stage.cost(",") == 1
    assert stage.mentions == [("وأعلن", "MED")]
    assert await stage.cost(",") == 1
    assert stage.mentions == [("أعلن", "MED")]


async def test_the_same_decision_for_all_equal_strings_ahead_costs_one_key(stage: Counted) -> None:
    stage.go_to("نجار")
    await stage.press("p")
    stage.start()
    assert await stage.cost("=") == 1
    assert stage.mentions == [("نجار", "PER"), ("نجار", "PER")]


async def test_naming_a_suggestion_like_anything_on_the_screen_costs_two_keys(
    stage: Counted,
) -> None:
    await stage.press("space", "tab", "tab", ":")
    [label] = stage.screen.labels
    stage.start()
    assert 1 + await stage.cost(label) == 2
    first, second = stage.desk.session.annotations.mentions
    assert first.kb is not None
    assert first.kb == second.kb


async def test_filling_an_argument_from_a_visible_mention_costs_two_keys(stage: Counted) -> None:
    await stage.press(".", "`")
    stage.go_to("بحث")
    await stage.press("m")
    stage.start()
    await stage.press("a")
    label = next(iter(stage.screen.labels))
    assert await stage.cost(label) == 2
    [(_, _, arguments)] = stage.events
    assert [role for role, _ in arguments] == ["Agent"]


async def test_any_filler_on_the_screen_costs_two_keys_not_only_the_nearest(
    stage: Counted,
) -> None:
    await stage.press(".", "`")
    stage.go_to("وقف")
    await stage.press("e")
    label = label_of(stage, "مدينة طرطوس", role_key="a")
    stage.start()
    assert await stage.cost("a", label) == 2
    assert stage.events[0][2] == [("Agent", "مدينة طرطوس")]


async def test_filling_the_likeliest_role_of_a_mention_costs_one_key(stage: Counted) -> None:
    await stage.press(".", "`")
    stage.go_to("وقف")
    await stage.press("e")
    stage.start()
    assert await stage.cost(next(iter(stage.screen.labels))) == 1
    assert len(stage.events[0][2]) == 1


async def test_taking_all_guessed_arguments_costs_one_key(stage: Counted) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e")
    stage.start()
    assert await stage.cost("space") == 1
    assert stage.events[0][2] == [("Agent", "كمال حداد"), ("Time", "يوم الأحد")]


async def test_taking_a_wrong_guess_out_of_a_role_costs_one_key(stage: Counted) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e")
    stage.start()
    assert await stage.cost("a") == 1
    await stage.press("space")
    assert stage.events[0][2] == [("Time", "يوم الأحد")]


async def test_another_filler_than_the_guess_costs_two_keys(stage: Counted) -> None:
    await stage.press("`")
    stage.go_to("وقف")
    await stage.press("e")
    label = label_of(stage, "سامي نجار", role_key="a")
    stage.start()
    assert await stage.cost("a", label) == 2
    assert stage.events[0][2][0] == ("Agent", "سامي نجار")


async def test_the_likeliest_other_attributes_cost_one_key_all_together(stage: Counted) -> None:
    await stage.press("`", "tab")
    stage.start()
    assert await stage.cost("*") == 1
    [event] = stage.desk.session.annotations.events
    first = dict(event.attributes)
    assert first, "something else holds than by default"
    assert await stage.cost("*") == 1
    [event] = stage.desk.session.annotations.events
    assert event.attributes not in ({}, first), "and then the next likely"


async def test_undo_and_redo_cost_one_key_each_also_across_documents(stage: Counted) -> None:
    await stage.press("space", "ctrl+n")
    stage.start()
    assert await stage.cost("z") == 1
    assert stage.desk.session.document.id == "first"
    assert stage.mentions == []
    assert await stage.cost("Z") == 1
    assert stage.mentions == [("سامي نجار", "PER")]


async def test_undo_after_a_restart_costs_one_key(
    stage: Counted, open_app: OpenApp, clock: Clock
) -> None:
    await stage.press("space", "space")
    app = open_app()
    async with app.run_test(size=(120, 30)) as pilot:
        again = Counted(app, pilot, clock)
        await again.shown()
        assert await again.cost("z") == 1
        assert again.mentions == [("سامي نجار", "PER")]


async def test_jumping_to_any_visible_mention_costs_two_keys(stage: Counted) -> None:
    everything = [item.id for item in stage.desk.items().all]
    for wanted in everything:
        await stage.press("h")
        label = list(stage.screen.labels)[labelled_ids(stage).index(wanted)]
        stage.start()
        assert 1 + await stage.cost(label) == 2
        assert stage.desk.active is not None
        assert stage.desk.active.id == wanted


def labelled_ids(stage: Counted) -> list[str]:
    """What the labels stand on, in their order: nearest to the cursor first."""
    cursor = stage.desk.cursor
    items = sorted(stage.desk.items().all, key=lambda item: abs(item_start(item) - cursor))
    return [item.id for item in items]


def item_start(item: object) -> int:
    """Where an item of the entity layer begins."""
    return int(item.span.start)  # type: ignore[attr-defined]  # only mentions are asked about
