"""On a terminal of few colours, or of none, a letter in the text tells the type of each item."""

from collections.abc import Callable, Iterator

import pytest

from annotator.tui.app import AnnotatorApp
from annotator.tui.color_depth import color_depth, see
from tests.tui.conftest import Clock, Stage, span

OpenApp = Callable[[], AnnotatorApp]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = color_depth()
    yield
    see(before)


@pytest.fixture(params=["none", "sixteen"])
def _few_colors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        monkeypatch.setenv("COLORTERM", "")
        monkeypatch.setenv("TERM", "xterm-16color")
        monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")


@pytest.mark.usefixtures("_few_colors")
async def test_the_letter_of_its_type_stands_behind_each_item(
    open_app: OpenApp, clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        assert color_depth() != "many"
        signs = stage.screen.article.scene.signs
        assert signs[span("سامي نجار").end] == "p"
        assert signs[span("مدينة طرطوس").end] == "g"
        assert signs[span("يوم الأحد").end + 1].isdigit(), "behind the full stop is a live key"
        stage.go_to("وأعلن")
        await pilot.pause()
        assert stage.screen.article.scene.signs[span("يوم الأحد").end + 1] == "d"
        await stage.press("`")
        assert stage.screen.article.scene.signs[span("زار").end] == "v"


async def test_with_colours_no_letter_stands_in_the_text(open_app: OpenApp, clock: Clock) -> None:
    app = open_app()
    async with app.run_test(size=(100, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        assert not any(sign.isalpha() for sign in stage.screen.article.scene.signs.values())
