"""The one-line input by keys and mouse: what stands there, what is selected, undone and copied."""

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from textual import events
from textual.app import App, ComposeResult

from annotator.arabic.visual import visual
from annotator.tui.app import AnnotatorApp
from annotator.tui.widgets.line_input import LineInput
from annotator.wording import use_language
from tests.tui.conftest import Clock, Stage


class OneLine(App[None]):
    """An input and nothing else."""

    def __init__(self, value: str = "") -> None:
        super().__init__()
        self.value = value
        self.changed: list[str] = []
        self.copied: list[str] = []

    def compose(self) -> ComposeResult:
        yield LineInput(self.value, prompt=" > ")

    @property
    def line(self) -> LineInput:
        return self.query_one(LineInput)

    def on_line_input_changed(self, message: LineInput.Changed) -> None:
        self.changed.append(message.value)

    def on_line_input_copy_asked(self, message: LineInput.CopyAsked) -> None:
        self.copied.append(message.text)


def row(app: OneLine) -> str:
    return app.line.render_line(0).text


async def test_undo_and_redo_by_key_tell_each_change() -> None:
    app = OneLine()
    async with app.run_test(size=(40, 3)) as pilot:
        await pilot.press("س", "ا", "space", "ن", "ctrl+z", "ctrl+z")
        assert app.line.value == "سا"
        await pilot.press("ctrl+y")
        assert (app.line.value, app.changed[-1]) == ("سا ", "سا ")
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert app.line.value == ""


async def test_shift_and_arrows_select_by_sight_and_typing_replaces() -> None:
    app = OneLine("زار سامي")
    async with app.run_test(size=(40, 3)) as pilot:
        await pilot.press("home", "shift+left", "shift+left", "shift+left")
        assert app.line.selected == "زار"
        await pilot.press("ق")
        assert app.line.value == "ق سامي"
        await pilot.press("shift+end", "backspace")
        assert app.line.value == "ق"
        await pilot.press("ctrl+a", "delete")
        assert app.line.value == ""


async def test_dragging_selects_what_lies_between_in_the_order_of_the_text() -> None:
    app = OneLine("زار سامي طرطوس")
    async with app.run_test(size=(40, 3)) as pilot:
        shown = row(app)
        left = shown.index(visual("سامي"))
        right = left + len(visual("سامي")) - 1
        await pilot.mouse_down(LineInput, offset=(right, 0))
        await pilot._post_mouse_events(  # noqa: SLF001 -- the pilot has no public way to drag
            [events.MouseMove], LineInput, offset=(left - 1, 0), button=1
        )
        await pilot.mouse_up(LineInput, offset=(left - 1, 0))
        assert app.line.selected == "سامي"
        await pilot.hover(LineInput, offset=(right + 3, 0))
        assert app.line.selected == "سامي", "the button is up"
        await pilot.press("ctrl+c", "ctrl+x")
        assert app.copied == ["سامي", "سامي"]
        assert app.line.value == "زار  طرطوس"


async def test_a_second_click_selects_the_word_and_a_third_everything() -> None:
    app = OneLine("زار سامي طرطوس")
    async with app.run_test(size=(40, 3)) as pilot:
        place = row(app).index(visual("سامي")) + 1
        await pilot.click(LineInput, offset=(place, 0), times=2)
        assert app.line.selected == "سامي"
        await pilot.click(LineInput, offset=(place, 0), times=3)
        assert app.line.selected == app.line.value


async def test_a_selection_border_inside_lam_alef_parts_it_into_two_cells() -> None:
    app = OneLine("لا")
    async with app.run_test(size=(40, 3)) as pilot:
        together = row(app).strip()
        app.line.action_erase("back")
        await pilot.press("ا", "home")
        app.line._history.goes(app.line._typed.at(0).at(1, selects=True))  # noqa: SLF001 -- no key stops there
        assert app.line.selected == "ل"
        parted = row(app).strip()
        assert len(parted.replace("\u200c", "")) == len(together) + 1


async def test_the_cursor_stays_in_view_of_a_line_that_is_too_long() -> None:
    app = OneLine("ا" * 30 + " zz " + "ب" * 30)
    async with app.run_test(size=(20, 3)) as pilot:
        for keys in (("home",), ("end",), ("ctrl+right",), ("home", "left", "left")):
            await pilot.press(*keys)
            strip = app.line.render_line(0)
            assert strip.cell_length == 20
            assert any(segment.style and segment.style.reverse for segment in strip)


async def test_what_is_pasted_becomes_one_line() -> None:
    app = OneLine()
    async with app.run_test(size=(40, 3)) as pilot:
        app.line.post_message(events.Paste("زار\nسامي\t\x1b[31m"))
        await pilot.pause()
        assert app.line.value == "زار سامي \x1b[31m"
        assert "\x1b" not in row(app)
        await pilot.press("ctrl+z")
        assert app.line.value == ""


@pytest.fixture
def _in_arabic() -> Iterator[None]:
    use_language("ar")
    yield
    use_language("en")


@pytest.mark.usefixtures("_in_arabic")
async def test_in_arabic_the_line_begins_on_the_right_and_clicks_go_where_they_point() -> None:
    app = OneLine("زار سامي")
    async with app.run_test(size=(40, 3)) as pilot:
        assert row(app).rstrip().endswith(f"{visual('زار سامي')} >")
        place = row(app).index(visual("سامي"))
        await pilot.click(LineInput, offset=(place, 0))
        await pilot.press("backspace")
        assert app.line.value == "زار سامي".replace("امي", "اي"), "before the letter pointed at"


async def test_a_modal_copies_what_is_selected_and_says_how(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    app.takes_clipboard = True
    async with app.run_test(size=(100, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.press("ctrl+f", *"وقف", "ctrl+a", "ctrl+c")
        assert app.clipboard == "وقف"
        hint = cast("LineInput", app.screen.query_one("#modal-hint"))
        assert "copied through the terminal" in hint.render_line(0).text
