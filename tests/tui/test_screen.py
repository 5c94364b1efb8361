"""What the screen always shows, at every size; and what arrives while one works."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.geometry import Size

from annotator.model.document import Document
from annotator.model.suggestion import SuggestedMention
from annotator.services.project import Project, utc_now
from annotator.store import documents, suggestions
from annotator.tui.app import AnnotatorApp
from annotator.tui.messages import SuggestionsArrived, WorkFailed
from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.row_list import RowList
from annotator.wording import Language, use_language
from tests.tui.conftest import LAYER, MENTIONS, Clock, Stage, span

OpenApp = Callable[[], AnnotatorApp]


@pytest.fixture
async def stage(open_app: OpenApp, clock: Clock) -> AsyncIterator[Stage]:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        yield stage


def rows(stage: Stage, selector: str) -> list[str]:
    """What a widget draws, row by row."""
    widget = stage.screen.query_one(selector)
    return [widget.render_line(y).text for y in range(widget.size.height)]


async def test_everything_needed_is_on_a_small_screen(stage: Stage) -> None:
    assert "lina" in stage.line("top")
    assert "document 1 of 3" in stage.line("top")
    assert "7 open" in stage.line("top")
    assert "saved" in stage.line("top")
    legend = " ".join(rows(stage, "#entity-legend"))
    for name, part in stage.desk.session.schema.entities.items():
        assert f" {part.key} " in legend
        assert name in legend
    assert stage.screen.article.size.height >= 14
    assert not stage.screen.query_one("#panel").display or stage.screen.has_class("-panel") is False


async def test_the_panel_opens_with_a_key_where_there_is_little_room(stage: Stage) -> None:
    await stage.press("f3")
    assert stage.screen.query_one("#panel").region.width > 20
    assert "PER" in stage.screen.query_one("#mentions", RowList).text
    await stage.press("f3")
    assert stage.screen.query_one("#panel").region.width == 0


async def test_the_panel_stands_open_where_there_is_room(stage: Stage) -> None:
    await stage.pilot.resize_terminal(120, 40)
    await stage.pilot.pause()
    assert stage.screen.query_one("#panel").region.width > 20
    await stage.pilot.resize_terminal(200, 60)
    await stage.pilot.pause()
    assert "7 open" in stage.screen.query_one("#documents", RowList).text
    assert stage.app.size == Size(200, 60)


async def test_the_bar_says_what_a_letter_would_do(stage: Stage) -> None:
    assert "letter: relabel" in stage.line("level")
    stage.go_to("الوفد")
    await stage.pilot.pause()
    assert "letter: mark" in stage.line("level")


async def test_the_help_lists_every_key_of_the_screen_and_of_both_layers(stage: Stage) -> None:
    await stage.press("f1")
    listed = stage.app.screen.query_one("#modal-rows", RowList).text
    for wanted in ("Space", "take the suggestion", "PER person", "ATTACK attack", "F2  Ctrl+O"):
        assert wanted in listed
    await stage.press(*"undo")
    listed = stage.app.screen.query_one("#modal-rows", RowList).text
    assert "undo" in listed
    assert "PER person" not in listed


async def test_every_binding_has_an_id_so_that_it_can_be_rebound(stage: Stage) -> None:
    for active in stage.screen.active_bindings.values():
        if active.node is stage.screen or active.node is stage.screen.focused:
            own = active.binding.action.startswith(("app.", "screen."))
            assert own or active.binding.id, active.binding


async def test_a_letter_can_be_rebound_by_its_id(stage: Stage) -> None:
    stage.app.set_keymap({"entity.label.PER": "1", "annotate.decide.accept": "2"})
    await stage.press("1", "2", "p", "space")
    assert stage.mentions == [("سامي نجار", "PER"), ("كمال حداد", "PER")]


async def test_suggestions_that_arrive_do_not_move_the_cursor(
    stage: Stage, project_path: Path
) -> None:
    stage.go_to("الوفد")
    cursor = stage.desk.cursor
    more = (*MENTIONS, SuggestedMention(span("الوفد"), "GRP", "test"))
    with Project.open(project_path) as project, project.writing() as connection:
        suggestions.put(connection, LAYER, "first", more, suggester="test")
    stage.screen.post_message(SuggestionsArrived("first"))
    await stage.pilot.pause()
    assert stage.desk.cursor == cursor
    assert stage.active_text == "الوفد"


async def test_what_fails_in_the_background_is_one_line(stage: Stage) -> None:
    stage.screen.post_message(WorkFailed("suggestions stopped: no room"))
    await stage.pilot.pause()
    assert "suggestions stopped: no room" in stage.line("keys")


async def test_the_saved_sign_is_true(stage: Stage) -> None:
    connection = stage.desk.session.project.connection
    connection.execute("pragma query_only = on")
    await stage.press("space")
    assert "NOT SAVED" in stage.line("top")
    assert stage.mentions == []
    assert stage.active_text == "سامي نجار", "it is still there to be decided"
    connection.execute("pragma query_only = off")
    await stage.press("space")
    assert "✓ saved" in stage.line("top")


async def test_a_click_on_a_mention_chooses_it(stage: Stage) -> None:
    await stage.press(".")
    article = stage.screen.article
    place = span("مدينة طرطوس")
    for offset in range(place.start, place.end):
        column = article.column_of(offset) + 1
        await stage.pilot.click("#article", offset=(column, 1))
        assert stage.active_text == "مدينة طرطوس"


async def test_hostile_text_reaches_no_row(open_app: OpenApp, project_path: Path) -> None:
    """Control characters and markup are shown, not obeyed."""
    text = "قال \x1b]52;c;eA==\x07 [red]شيء[/red] \x9b31m ثم \u202eعكس."
    with Project.open(project_path) as project, project.writing() as connection:
        documents.add(connection, [Document("hostile", text, meta={"title": text})], at=utc_now())
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        stage = Stage(app, pilot, Clock())
        await stage.press("(", "f7", "f8", "f8", "f8", "p", "f2")
        drawn = "".join(
            strip.text
            for screen in app.screen_stack
            for strip in screen._compositor.render_strips()  # noqa: SLF001 -- all that is drawn
        )
    assert "[red]" in drawn
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(drawn)


async def test_what_is_copied_is_the_text_not_what_is_drawn(stage: Stage) -> None:
    stage.screen.takes_clipboard = True
    await stage.press("ctrl+c")
    assert stage.app.clipboard == "سامي نجار"
    stage.go_to("حداد")
    await stage.press("shift+left", "ctrl+c")
    assert stage.app.clipboard == "حداد مدينة"


async def test_the_palette_finds_arabic_names_by_what_is_typed(stage: Stage) -> None:
    use_language("ar")
    try:
        await stage.press("space", "ctrl+p", *"التراجع", "ctrl+u", *"تراجع", "enter")
        await stage.pilot.pause()
        assert stage.mentions == []
    finally:
        use_language("en")


async def test_the_palette_runs_a_key_by_its_name(stage: Stage) -> None:
    await stage.press("space", "ctrl+p", *"undo", "enter")
    await stage.pilot.pause()
    assert stage.mentions == []


@pytest.mark.parametrize("key", ["f1", "ctrl+p"])
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_whatever_a_key_does_fits_beside_it_on_the_smallest_screen(
    open_app: OpenApp, key: str, language: Language
) -> None:
    use_language(language)
    try:
        app = open_app()
        async with app.run_test(size=(80, 24)) as pilot:
            stage = Stage(app, pilot, Clock())
            await stage.shown()
            await stage.press(key)
            modal = app.screen
            assert isinstance(modal, PickingModal)
            rows = modal.rows("")
            assert len(rows) > 30
            assert max(sum(cell_len(b.text) for b in row.left) for row in rows) <= modal.list_width
    finally:
        use_language("en")
