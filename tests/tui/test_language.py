"""The screen in Arabic: its own words are translated, drawn right and stand on the right."""

from collections.abc import Callable, Iterator

import pytest
from rich.style import Style

from annotator.arabic.visual import visual
from annotator.tui.app import AnnotatorApp
from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.row_list import RowList
from annotator.tui.widgets.split_line import Bit, SplitLine, joined
from annotator.wording import use_language
from tests.tui.conftest import Clock, Stage


@pytest.fixture(autouse=True)
def _in_arabic() -> Iterator[None]:
    use_language("ar")
    yield
    use_language("en")


def painted(line: SplitLine) -> str:
    """The row as it stands on the screen."""
    return line.render_line(0).text


async def test_the_rows_are_arabic_and_begin_on_the_right(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        keys = painted(stage.screen.query_one("#keys", SplitLine))
        assert keys.rstrip().endswith("Space")
        assert visual("قبول", base="rtl") in keys
        assert keys.lstrip().startswith(visual("المفاتيح", base="rtl"))
        top = painted(stage.screen.query_one("#top", SplitLine))
        assert top.lstrip().startswith(visual("✓ محفوظ", base="rtl"))
        assert visual("المستند 1 من 3", base="rtl") in top


def test_blanks_part_the_bits_of_a_mirrored_row_too() -> None:
    bits = [Bit("Level "), Bit("dates ", action="all"), Bit(" type")]
    assert joined(bits, (), width=20, base=Style()).text == "Level dates  type   "
    assert joined(bits, (), width=20, base=Style(), is_mirrored=True).text == "   type  dates Level"


async def test_a_click_in_a_mirrored_row_does_what_stands_there(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.pilot.click("#keys", offset=(2, 0))
        await pilot.pause()
        assert isinstance(app.screen, PickingModal)
        rows = app.screen.query_one("#modal-rows", RowList)
        assert visual("القرار", base="rtl") in rows.text
        assert visual("قبول الاقتراح والانتقال إلى التالي", base="rtl") in rows.text


async def test_refusals_and_counts_are_told_in_arabic(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.press("backslash")
        assert visual("لا إجراء بعد يمكن تكراره", base="rtl") in stage.line("keys")
        await stage.press("space", "z")
        assert visual("تُراجع عن تغييرين", base="rtl") in stage.line("keys")
