"""Keys that decide, one key each."""

from collections.abc import AsyncIterator, Callable

import pytest
from textual.events import Paste

from annotator.tui.app import AnnotatorApp
from tests.tui.conftest import Clock, Stage


@pytest.fixture
async def stage(open_app: Callable[[], AnnotatorApp], clock: Clock) -> AsyncIterator[Stage]:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        yield stage


async def test_the_first_suggestion_is_active_when_a_document_opens(stage: Stage) -> None:
    assert stage.active_text == "سامي نجار"


async def test_space_takes_a_suggestion_and_goes_to_the_next(stage: Stage) -> None:
    await stage.press("space")
    assert stage.mentions == [("سامي نجار", "PER")]
    assert stage.active_text == "كمال حداد"
    stage.assert_sound()


async def test_space_on_what_is_decided_only_goes_on(stage: Stage) -> None:
    await stage.press("space", "shift+tab")
    stage.go_to("سامي")
    await stage.press("space")
    assert stage.mentions == [("سامي نجار", "PER")]
    assert stage.active_text == "كمال حداد"


async def test_the_full_stop_takes_the_rest_of_the_sentence_but_nothing_unsure(
    stage: Stage,
) -> None:
    await stage.press(".")
    assert [words for words, _ in stage.mentions] == [
        "سامي نجار",
        "كمال حداد",
        "مدينة طرطوس",
        "يوم الأحد",
    ]
    assert stage.active_text == "حداد"
    await stage.press(".")
    assert len(stage.mentions) == 4
    assert "unsure" in stage.line("keys")


async def test_backspace_turns_a_suggestion_down_and_goes_on(stage: Stage) -> None:
    await stage.press("backspace")
    assert stage.mentions == []
    assert stage.active_text == "كمال حداد"
    await stage.press("shift+tab")
    assert stage.active_text == "أوسلو", "what was turned down does not come back"


async def test_backspace_removes_a_mention(stage: Stage) -> None:
    await stage.press("space")
    stage.go_to("سامي")
    await stage.press("backspace")
    assert stage.mentions == []


async def test_a_letter_takes_a_suggestion_with_another_type(stage: Stage) -> None:
    await stage.press("r")
    assert stage.mentions == [("سامي نجار", "GRP")]
    assert stage.active_text == "كمال حداد"


async def test_a_letter_relabels_a_mention(stage: Stage) -> None:
    await stage.press("space")
    stage.go_to("سامي")
    await stage.press("o")
    assert stage.mentions == [("سامي نجار", "ORG")]


async def test_a_letter_marks_the_word_under_the_cursor_without_its_proclitics(
    stage: Stage,
) -> None:
    stage.go_to("وقال")
    await stage.press("e")
    assert stage.mentions == [("قال", "MED")]


async def test_a_letter_inside_a_mention_marks_the_word_nested(stage: Stage) -> None:
    stage.go_to("وزارة")
    await stage.press("V")
    assert stage.mentions == [("وزارة الخارجية النرويجية", "GOV")]
    await stage.press("left", "left", "n")
    assert stage.mentions == [("وزارة الخارجية النرويجية", "GOV"), ("النرويجية", "NORP")]


async def test_two_words_are_marked_with_two_keys(stage: Stage) -> None:
    stage.go_to("نجار", nth=1)
    await stage.press("shift+left", "p")
    assert stage.mentions == [("نجار هدنة", "PER")]


async def test_what_the_label_schema_forbids_is_refused_in_one_line_and_nothing_is_lost(
    stage: Stage,
) -> None:
    await stage.press("space")
    stage.go_to("نجار")
    await stage.press("shift+left", "o")
    assert stage.mentions == [("سامي نجار", "PER")]
    assert "cross" in stage.line("keys")
    assert stage.desk.selection is not None, "the selection stands, to try something else"
    stage.assert_sound()


async def test_the_next_key_clears_the_message(stage: Stage) -> None:
    stage.go_to("إن")
    await stage.press("backspace")
    assert "nothing is marked" in stage.line("keys")
    await stage.press("left")
    assert "accept" in stage.line("keys")


async def test_at_the_end_it_says_what_is_still_open_above(stage: Stage) -> None:
    await stage.press("shift+tab", "space")
    assert "5 still open above" in stage.line("keys")


async def test_before_a_sentence_is_left_it_goes_back_to_what_is_sure_in_it(stage: Stage) -> None:
    await stage.press("tab", "tab", "tab")
    assert stage.active_text == "يوم الأحد"
    await stage.press("backspace")
    assert stage.active_text == "سامي نجار"
    await stage.press(".")
    assert [words for words, _ in stage.mentions] == ["سامي نجار", "كمال حداد", "مدينة طرطوس"]
    assert stage.active_text == "حداد", "an unsure one is met in its turn"


async def test_tab_goes_round(stage: Stage) -> None:
    visited = []
    for _ in range(7):
        visited.append(stage.active_text)
        await stage.press("tab")
    assert visited[0] == visited[6] == "سامي نجار"


async def test_repeat_does_the_last_action_again_on_another_word(stage: Stage) -> None:
    stage.go_to("إن")
    await stage.press("e", "left", "left", "\\")
    assert stage.mentions == [("إن", "MED"), ("بحث", "MED")]


async def test_different_keys_pressed_as_fast_as_fingers_go_all_count(stage: Stage) -> None:
    stage.clock.step = 0.03
    await stage.press("space", "o", "space", "z")
    stage.clock.step = 1.0
    assert stage.mentions == [("سامي نجار", "PER"), ("كمال حداد", "ORG")]


async def test_all_that_the_first_keys_of_a_pasted_text_did_is_taken_back(stage: Stage) -> None:
    await stage.press("space")
    stage.clock.now, stage.clock.step = stage.clock.now + 1.0, 0.001
    await stage.press("o", "space", "z", "l", "p", ".")
    await stage.pilot.pause()
    assert stage.mentions == [("سامي نجار", "PER")]
    assert "faster" in stage.line("keys")
    stage.clock.step = 1.0
    await stage.press("o")
    assert stage.mentions == [("سامي نجار", "PER"), ("كمال حداد", "ORG")]


async def test_keys_faster_than_a_person_stop_with_a_message(stage: Stage) -> None:
    stage.clock.step = 0.03
    await stage.press("space", "space", "space", "space")
    await stage.pilot.pause()
    assert stage.mentions == [], "the first of them was no person's either"
    assert "faster" in stage.line("keys")
    stage.clock.step = 1.0
    await stage.press("space")
    assert stage.mentions == [("سامي نجار", "PER")]


async def test_pasted_text_decides_nothing(stage: Stage) -> None:
    stage.app.post_message(Paste("pppp...."))
    await stage.pilot.pause()
    assert stage.mentions == []
    assert "pasted" in stage.line("keys")


async def test_what_was_not_painted_is_not_decided(stage: Stage) -> None:
    article = stage.screen.article
    article.show_scene(stage.screen.article.scene.__class__(current_id="other"))
    assert not stage.screen.may_decide()
    assert stage.mentions == []


async def test_the_same_physical_keys_work_under_an_arabic_layout(stage: Stage) -> None:
    await stage.press("ح", "خ")  # p and o
    assert stage.mentions == [("سامي نجار", "PER"), ("كمال حداد", "ORG")]


async def test_signs_are_read_by_the_arabic_layout_once_an_arabic_letter_was_typed(
    stage: Stage,
) -> None:
    await stage.press("ح")
    assert "arabic" in stage.line("keys")
    await stage.press(".")
    assert stage.mentions[1:] == [("كمال حدا", "PER")], "Shift and that key move a border"
    await stage.press("ز")
    assert len(stage.mentions) == 4, "that key alone takes the sentence"
