"""Where the terminal orders text itself it gets it as it stands, and no list stands beside it."""

from collections.abc import Callable, Iterator

import pytest

from annotator.arabic.display import leave_order_to_terminal
from annotator.arabic.visual import visual
from annotator.tui.app import AnnotatorApp
from tests.tui.conftest import Clock, Stage, span


@pytest.fixture(autouse=True)
def _left_to_terminal() -> Iterator[None]:
    leave_order_to_terminal(True)
    yield
    leave_order_to_terminal(False)


def test_strings_of_the_interface_stay_as_they_are() -> None:
    assert visual("قال (a) لا") == "قال (a) لا"
    leave_order_to_terminal(False)
    assert visual("قال (a) لا") != "قال (a) لا"


async def test_the_article_is_sent_in_its_own_order_and_has_the_rows_for_itself(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(180, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        rows = [stage.screen.article.render_line(y).text for y in range(4)]
        assert "القتال مع وزارة الخارجية النرويجية" in "".join(rows)
        assert not stage.screen.has_class("-panel")
        assert not stage.screen.has_class("-documents")


async def test_left_is_still_forward_and_a_click_lands_where_the_text_was_sent(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        stage.go_to("بحث")
        await stage.press("left")
        assert stage.desk.cursor == span("وقف").start
        column = stage.screen.article.column_of(span("طرطوس").start)
        await pilot.click("#article", offset=(column + 1 + 1, 1))
        assert stage.desk.cursor in range(span("طرطوس").start, span("طرطوس").end)
