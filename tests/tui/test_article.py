"""The article widget by itself: rows, marks, what is painted again."""

from collections.abc import AsyncIterator

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip

from annotator.arabic.layout import Layout
from annotator.arabic.lines import Line
from annotator.model.span import Span
from annotator.tui.palette import Palette
from annotator.tui.scene import Mark, Marks, Scene, layer, touched
from annotator.tui.widgets.article import Article

PALETTE = Palette()
RED = Style(bgcolor="#ff0000")
TEXT = "\n".join(f"السطر رقم {number} من النص لأوكتافيا" for number in range(60))


class ArticleApp(App[None]):
    """Nothing but an article."""

    CSS = """
    Article { height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    """

    def compose(self) -> ComposeResult:
        yield Article(TEXT, palette=PALETTE)


@pytest.fixture
async def shown() -> AsyncIterator[tuple[Article, Pilot[None]]]:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        article = app.query_one(Article)
        article.show_text(TEXT, Scene())
        await pilot.pause()
        yield article, pilot


def painted_rows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows painted from now on."""
    rows: list[int] = []
    paint = Article.render_line

    def watched(self: Article, y: int) -> Strip:
        rows.append(y)
        return paint(self, y)

    monkeypatch.setattr(Article, "render_line", watched)
    return rows


async def test_rows_are_as_wide_as_the_widget_and_text_stands_on_the_right(
    shown: tuple[Article, Pilot[None]],
) -> None:
    article, _ = shown
    strips = [article.render_line(y) for y in range(20)]
    assert {strip.cell_length for strip in strips} == {60}
    assert all(strip.text.startswith("    ") for strip in strips)


async def test_a_new_mark_paints_only_the_rows_it_touches(
    shown: tuple[Article, Pilot[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    article, pilot = shown
    rows = painted_rows(monkeypatch)
    start = TEXT.index("رقم 3")
    article.show_scene(Scene(marks=Marks((layer([Mark(Span(start, start + 3), RED)]),))))
    await pilot.pause()
    assert set(rows) == {3}


async def test_moving_the_cursor_paints_the_row_it_left_and_the_row_it_came_to(
    shown: tuple[Article, Pilot[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    article, pilot = shown
    rows = painted_rows(monkeypatch)
    article.show_scene(Scene(cursor=TEXT.index("رقم 5")))
    await pilot.pause()
    assert set(rows) == {0, 5}


async def test_a_border_inside_a_lam_alef_gives_both_letters_a_cell(
    shown: tuple[Article, Pilot[None]],
) -> None:
    article, _ = shown
    start = TEXT.index("لأوكتافيا")
    before = article.column_of(start + 1)
    assert article.column_of(start) == before, "one cell for both"
    article.show_scene(Scene(marks=Marks((layer([Mark(Span(start + 1, start + 9), RED)]),))))
    assert article.column_of(start + 1) == article.column_of(start) - 1


async def test_rows_keep_their_column_up_and_down(shown: tuple[Article, Pilot[None]]) -> None:
    article, _ = shown
    offset = TEXT.index("رقم 4")
    column = article.column_of(offset)
    below = article.offset_rows_away(offset, 1, column=column)
    assert TEXT[below:].startswith("رقم 5")
    assert article.offset_rows_away(below, -1, column=column) == offset


async def test_what_is_revealed_is_on_screen(shown: tuple[Article, Pilot[None]]) -> None:
    article, pilot = shown
    last = len(TEXT) - 1
    assert last not in range(article.visible_span.start, article.visible_span.end)
    article.reveal(last)
    await pilot.pause()
    assert last in range(article.visible_span.start, article.visible_span.end)


async def test_rows_beside_what_was_scrolled_to_are_set_before_they_are_painted(
    shown: tuple[Article, Pilot[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    article, pilot = shown
    asked: set[int] = set()
    line = Layout.line

    def watched(self: Layout, row: int) -> Line:
        asked.add(row)
        return line(self, row)

    monkeypatch.setattr(Layout, "line", watched)
    article.reveal(TEXT.index("رقم 30 "))
    top = round(article.scroll_y)
    wanted = set(range(top - article.rows_in_view, top + 2 * article.rows_in_view)) & set(range(60))
    while asked < wanted:
        await pilot.pause()
    assert asked == wanted


async def test_a_text_without_letters_is_shown(shown: tuple[Article, Pilot[None]]) -> None:
    article, pilot = shown
    article.show_text("", Scene())
    await pilot.pause()
    assert article.render_line(0).cell_length == 60


def test_two_equal_scenes_touch_nothing() -> None:
    marks = Marks((layer([Mark(Span(1, 3), RED)]),))
    assert list(touched(Scene(marks=marks, cursor=2), Scene(marks=marks, cursor=2))) == []
    same = Marks((layer([Mark(Span(1, 3), RED)]),))
    assert list(touched(Scene(marks=marks), Scene(marks=same))) == []


def test_marks_are_found_by_place_in_the_order_of_painting() -> None:
    outer, inner, far = (Mark(Span(*pair), RED) for pair in ((250, 600), (255, 258), (5000, 5001)))
    marks = Marks((layer([outer, inner, far]),))
    assert marks.over(Span(256, 257)) == [outer, inner]
    assert marks.over(Span(700, 800)) == []
    assert marks.over(Span(4990, 6000)) == [far]
