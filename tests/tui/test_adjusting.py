"""Keys that adjust what is active."""

from collections.abc import AsyncIterator, Callable

import pytest

from annotator.services.stops import stops
from annotator.tui.app import AnnotatorApp
from tests.tui.conftest import Clock, Stage


@pytest.fixture
async def stage(open_app: Callable[[], AnnotatorApp], clock: Clock) -> AsyncIterator[Stage]:
    app = open_app()
    async with app.run_test(size=(120, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        yield stage


async def test_the_comma_restores_a_proclitic_and_cuts_it_again(stage: Stage) -> None:
    stage.go_to("وأعلن")
    await stage.press("e")
    assert stage.mentions == [("أعلن", "MED")]
    await stage.press(",")
    assert stage.mentions == [("وأعلن", "MED")]
    await stage.press(",")
    assert stage.mentions == [("أعلن", "MED")]


async def test_the_comma_cuts_a_letter_the_segmenter_took_for_the_root(stage: Stage) -> None:
    stage.go_to("بحث")
    await stage.press("c", ",")
    assert stage.mentions == [("حث", "DOC")]


async def test_a_word_without_a_proclitic_is_refused(stage: Stage) -> None:
    await stage.press(",", "z")
    stage.go_to("نجار")
    await stage.press("p", ",")
    assert "no proclitic" in stage.line("keys")


async def test_brackets_move_the_borders_by_words(stage: Stage) -> None:
    stage.go_to("هدنة")
    await stage.press("c", "[")
    assert stage.mentions == [("نجار هدنة", "DOC")]
    await stage.press("{")
    assert stage.mentions == [("نجار هدنة في", "DOC")]
    await stage.press("]", "}")
    assert stage.mentions == [("هدنة", "DOC")]
    await stage.press("}")
    assert "one word already" in stage.line("keys")


async def test_a_start_moved_out_lands_behind_the_proclitic_first(stage: Stage) -> None:
    stage.go_to("نجار", nth=1)
    await stage.press("p", "[")
    assert stage.mentions == [("أعلن نجار", "PER")]


async def test_angle_brackets_move_the_last_border_by_letters(stage: Stage) -> None:
    stage.go_to("هدنة")
    await stage.press("c", ">")
    assert stage.mentions == [("هدن", "DOC")]
    await stage.press("<")
    assert stage.mentions == [("هدنة", "DOC")]


async def test_moving_the_border_of_a_suggestion_takes_it_corrected(stage: Stage) -> None:
    await stage.press("}")
    assert stage.mentions == [("سامي", "PER")]
    mention = stage.desk.session.annotations.mentions[0]
    assert mention.provenance.status == "corrected"


async def test_an_attribute_goes_round_and_ends_unset(stage: Stage) -> None:
    await stage.press("space", "shift+tab")
    stage.go_to("سامي")
    await stage.press("'")
    assert stage.desk.session.annotations.mentions[0].attributes == {"level": "NOM"}
    await stage.press("'")
    assert stage.desk.session.annotations.mentions[0].attributes == {}


async def test_an_attribute_the_type_does_not_have_is_refused(stage: Stage) -> None:
    await stage.press("space")
    stage.go_to("سامي")
    await stage.press("*")
    assert "no attribute metonym" in stage.line("keys")


async def test_the_exclamation_mark_flags_what_is_uncertain(stage: Stage) -> None:
    await stage.press("space")
    stage.go_to("سامي")
    await stage.press("!")
    assert stage.desk.session.annotations.mentions[0].uncertain
    await stage.press("!")
    assert not stage.desk.session.annotations.mentions[0].uncertain


async def test_a_new_identity_is_typed_and_then_offered_first(stage: Stage) -> None:
    await stage.press(".")
    stage.go_to("كمال حداد")
    await stage.press(";", *"haddad", "enter")
    mention = stage.desk.session.annotations.mentions[1]
    assert mention.kb == "haddad"
    stage.go_to("حداد", nth=1)
    await stage.press("space")
    stage.go_to("سامي")
    await stage.press(";", "enter")
    assert stage.desk.session.annotations.mentions[0].kb == "haddad"
    stage.assert_sound()


async def test_a_note_is_kept_on_what_is_active(stage: Stage) -> None:
    await stage.press("space")
    stage.go_to("سامي")
    await stage.press('"', *"why", "enter")
    (note,) = stage.desk.session.annotations.notes
    assert (note.text, note.on) == ("why", stage.desk.session.annotations.mentions[0].id)


async def test_a_note_is_settled_in_the_list_where_it_stands(stage: Stage) -> None:
    await stage.press("space")
    stage.go_to("سامي")
    await stage.press('"', *"why", "enter", '"', "down", "enter")
    (note,) = stage.desk.session.annotations.notes
    assert note.resolved
    await stage.press("z")
    (note,) = stage.desk.session.annotations.notes
    assert not note.resolved


async def test_escape_leaves_a_modal_without_an_edit(stage: Stage) -> None:
    await stage.press("space")
    stage.go_to("سامي")
    await stage.press(";", *"zzz", "escape")
    assert stage.desk.session.annotations.mentions[0].kb is None


async def test_enter_goes_through_the_mentions_around_the_cursor(stage: Stage) -> None:
    stage.go_to("وزارة")
    await stage.press("V", "left", "left", "n", "enter")
    assert stage.active_text == "وزارة الخارجية النرويجية"
    await stage.press("enter")
    assert stage.active_text == "النرويجية"


async def test_equal_strings_ahead_are_marked_with_one_key_and_undone_with_one(
    stage: Stage,
) -> None:
    stage.go_to("كمال حداد")
    await stage.press("left", "p", "=")
    assert stage.mentions == [("حداد", "PER"), ("حداد", "PER")]
    assert "marked 1 more" in stage.line("keys")
    assert stage.active_text == "حداد"
    await stage.press("z")
    assert stage.mentions == [("حداد", "PER")]


async def test_what_stands_nowhere_else_is_not_applied(stage: Stage) -> None:
    stage.go_to("هدنة")
    await stage.press("c", "=")
    assert "nowhere further on" in stage.line("keys")


async def test_what_is_marked_already_is_not_applied_again(stage: Stage) -> None:
    stage.go_to("حداد", nth=1)
    await stage.press("space")
    stage.go_to("كمال حداد")
    await stage.press("left", "o", "=")
    assert "marked there already" in stage.line("keys")
    assert stage.mentions == [("حداد", "ORG"), ("حداد", "ORG")]


async def test_one_key_joins_a_mention_with_the_likeliest_and_again_with_the_next(
    stage: Stage,
) -> None:
    await stage.press(".")
    stage.go_to("كمال حداد")
    await stage.press("/")
    first, second = stage.desk.session.annotations.mentions[:2]
    assert second.kb == first.kb != None  # noqa: E711 -- both have one
    assert stage.active_text == "كمال حداد", "what was joined stays active"
    await stage.press("/")
    first, second = stage.desk.session.annotations.mentions[:2]
    assert second.kb not in (None, first.kb)
    await stage.press("-")
    assert stage.desk.session.annotations.mentions[1].kb is None
    stage.assert_sound()


async def test_an_attribute_of_a_suggestion_takes_it_with_one_key(stage: Stage) -> None:
    await stage.press("'")
    (mention,) = stage.desk.session.annotations.mentions
    assert (mention.type, mention.attributes) == ("PER", {"level": "NOM"})
    assert stage.active_text == "سامي نجار"
    await stage.press("z")
    assert stage.mentions == [], "one undo takes both back"


async def test_a_last_name_names_the_person_whose_full_name_it_ends(stage: Stage) -> None:
    await stage.press(".")
    stage.go_to("حداد", nth=1)
    await stage.press("p")
    named = {m.span.of(stage.desk.text): m.kb for m in stage.desk.session.annotations.mentions}
    assert named["حداد"] == named["كمال حداد"] is not None
    assert named["سامي نجار"] is None


async def test_a_digit_goes_to_a_word_that_may_want_a_mark(stage: Stage) -> None:
    found = [stage.desk.words.at(start).of(stage.desk.text) for start in stops(stage.desk)]
    assert found[:5] == ["نجار", "حداد", "طرطوس", "الأحد", "وقال"], "of marks all but first words"
    assert "إن" not in found, "small words want none"
    await stage.press("5")
    assert stage.desk.text[stage.desk.cursor :].startswith("وقال")


async def test_words_passed_over_have_the_first_digits(stage: Stage) -> None:
    await stage.press("tab", "tab", "tab", "tab", "2")
    assert stage.desk.text[stage.desk.cursor :].startswith("وقال"), "on the way to حداد"


async def test_nought_gives_the_digits_to_words_further_on(stage: Stage) -> None:
    await stage.press("0", "1")
    far = stage.desk.cursor
    await stage.press("ctrl+home", "1")
    assert far > stage.desk.cursor
