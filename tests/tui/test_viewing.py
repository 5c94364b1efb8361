"""How texts are shown: harakat, invisible characters, width, spacing, direction; all remembered."""

from collections.abc import AsyncIterator, Callable

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from annotator.arabic.display import Display
from annotator.settings import load_settings
from annotator.tui.app import AnnotatorApp
from annotator.tui.palette import Palette
from annotator.tui.scene import Scene
from annotator.tui.widgets.article import Article
from tests.tui.conftest import Clock, Stage

TEXT = "كَتَبَ سامي\u200fرسالة طويلة إلى صديقه في المدينة البعيدة.\nEnglish words here."


class Reader(App[None]):
    """An article and nothing else."""

    def compose(self) -> ComposeResult:
        """The article."""
        yield Article(palette=Palette())

    def on_mount(self) -> None:
        """Show the text."""
        self.query_one(Article).show_text(TEXT, Scene(cursor=8))


@pytest.fixture
async def read() -> AsyncIterator[tuple[Article, Pilot[None]]]:
    app = Reader()
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        yield app.query_one(Article), pilot


def rows(article: Article) -> list[str]:
    return [article.render_line(y).text for y in range(article.size.height)]


async def test_harakat_can_be_left_out(read: tuple[Article, Pilot[None]]) -> None:
    article, _ = read
    assert "\u064e" in rows(article)[0]
    article.show_as(Display(marks=False))
    assert "\u064e" not in rows(article)[0]


async def test_invisible_characters_get_a_sign(read: tuple[Article, Pilot[None]]) -> None:
    article, _ = read
    assert "⇠" not in rows(article)[0]
    article.show_as(Display(invisibles=True))
    assert "⇠" in rows(article)[0]


async def test_rows_are_no_wider_than_asked_and_stand_on_the_reading_side(
    read: tuple[Article, Pilot[None]],
) -> None:
    article, _ = read
    article.show_as(Display(marks=False), most_columns=20)
    drawn = [row for row in rows(article) if row.strip()]
    assert len(drawn) > 3
    assert all(len(row.strip()) <= 20 for row in drawn)
    assert all(row.startswith(" " * 30) for row in drawn)
    article.show_as(Display(base="ltr", marks=False), most_columns=20)
    assert all(row[1:3] == "  " and not row[23:].strip() for row in rows(article)), "bar, gutter"


async def test_spacing_leaves_rows_empty_and_a_click_still_hits_the_letter(
    read: tuple[Article, Pilot[None]],
) -> None:
    article, pilot = read
    article.show_as(Display(), most_columns=20, spacing=2)
    await pilot.pause()
    drawn = rows(article)
    assert drawn[0].strip()
    assert drawn[2].strip()
    assert not drawn[1].strip()
    heard: list[int] = []
    pointed = Article.Pointed.__init__

    def listen(self: Article.Pointed, offset: int, **rest: bool) -> None:
        heard.append(offset)
        pointed(self, offset, **rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Article.Pointed, "__init__", listen)
        x = 60 - 1 - 2 - 1  # the first letter: before scrollbar and gutter
        await pilot.mouse_down(Article, offset=(x, 2))
        await pilot.pause()
    assert heard
    assert article.column_of(heard[0]) >= 17


async def test_choices_are_remembered(open_app: Callable[[], AnnotatorApp], clock: Clock) -> None:
    app = open_app()
    async with app.run_test(size=(100, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.press("alt+h", "alt+i", "alt+w", "alt+s")
        assert "line spacing: 2" in stage.line("keys")
    settings = load_settings()
    assert (settings.harakat, settings.invisibles) == ("off", "on")
    assert (settings.line_width, settings.line_spacing) == ("100", "2")


async def test_a_direction_is_kept_with_its_document(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 24)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        assert stage.screen.article.is_rtl_at(0)
        await stage.press("alt+d")
        assert not stage.screen.article.is_rtl_at(0)
        await stage.press("f8", "f7")
        assert not stage.screen.article.is_rtl_at(0)
        assert stage.desk.session.document.meta["direction"] == "ltr"


async def test_a_new_width_keeps_the_cursor_in_view(read: tuple[Article, Pilot[None]]) -> None:
    article, pilot = read
    cursor = len(TEXT) - 2
    article.show_scene(Scene(cursor=cursor))
    await pilot.resize_terminal(14, 6)
    await pilot.pause()
    seen = article.visible_span
    assert 0 < seen.start <= cursor < seen.end
