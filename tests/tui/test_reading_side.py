"""Bar and gutter stand on the side a text is read from, and only the bar scrolls by the mouse."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from annotator.arabic.display import Direction, Display
from annotator.tui.palette import Palette
from annotator.tui.scene import Scene
from annotator.tui.widgets.article import Article
from annotator.tui.widgets.sided_scroll_view import thumb, top_for

ENGLISH = "\n".join(f"row {number} of a report" for number in range(60))
ARABIC = "\n".join(f"السطر رقم {number} من النص" for number in range(60))
WIDTH, HEIGHT = 60, 20


class Reader(App[None]):
    """Nothing but an article."""

    CSS = "Article { overflow-x: hidden; overflow-y: scroll; }"

    def __init__(self) -> None:
        super().__init__()
        self.pointed: list[int] = []

    def compose(self) -> ComposeResult:
        yield Article(palette=Palette())

    def on_article_pointed(self, message: Article.Pointed) -> None:
        self.pointed.append(message.offset)


@dataclass
class Reading:
    app: Reader
    pilot: Pilot[None]
    article: Article = field(init=False)

    def __post_init__(self) -> None:
        self.article = self.app.query_one(Article)

    async def show(self, text: str, base: Direction) -> list[str]:
        """The rows of the screen while the text is shown."""
        self.article.show_text(text, Scene(), display=Display(base=base))
        await self.pilot.pause()
        await self.pilot.pause()
        return self.rows

    @property
    def rows(self) -> list[str]:
        return [self.article.render_line(y).text for y in range(HEIGHT)]

    @property
    def text_columns(self) -> int:
        return self.article.scrollable_content_region.width


@pytest.fixture
async def reading() -> AsyncIterator[Reading]:
    app = Reader()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        yield Reading(app, pilot)


@pytest.mark.parametrize("base", ["ltr", "auto"])
async def test_what_is_read_from_the_left_has_both_there(reading: Reading, base: Direction) -> None:
    rows = await reading.show(ENGLISH, base)
    assert reading.text_columns == WIDTH, "Textual draws no bar"
    assert {len(row) for row in rows} == {WIDTH}
    assert rows[0].startswith("█  row 0 of a report")
    assert {row[0] for row in rows} == {"█", " "}


@pytest.mark.parametrize("base", ["rtl", "auto"])
async def test_what_is_read_from_the_right_has_both_there(
    reading: Reading, base: Direction
) -> None:
    await reading.show(ENGLISH, "ltr")
    rows = await reading.show(ARABIC, base)
    assert "█" not in "".join(rows)
    assert reading.text_columns < WIDTH, "Textual draws its bar on the right"
    assert {row[reading.text_columns - 2 : reading.text_columns] for row in rows} == {"  "}


async def test_the_bar_on_the_left_scrolls_and_points_at_nothing(reading: Reading) -> None:
    await reading.show(ENGLISH, "ltr")
    await reading.pilot.mouse_down(Article, offset=(0, HEIGHT - 1))
    assert (reading.article.scroll_y, reading.rows[-1][0]) == (60 - HEIGHT, "█")
    await reading.pilot.hover(Article, offset=(5, 0))
    assert (reading.article.scroll_y, reading.rows[0][0]) == (0, "█"), "it follows while held"
    await reading.pilot.mouse_up(Article, offset=(5, 0))
    assert reading.app.pointed == []
    await reading.pilot.mouse_down(Article, offset=(3, 2))
    await reading.pilot.mouse_up(Article, offset=(3, 2))
    assert {*reading.app.pointed} == {ENGLISH.index("row 2")}


@given(st.integers(1, 80), st.integers(1, 5000), st.integers(0, 5000))
def test_the_thumb_lies_within_the_screen_and_ends_at_both_ends(
    height: int, rows: int, top: int
) -> None:
    place = thumb(top, height=height, rows=rows)
    assert set(place) <= set(range(height))
    assert bool(place) == (rows > height)
    if rows > height:
        assert thumb(0, height=height, rows=rows).start == 0
        assert thumb(rows - height, height=height, rows=rows).stop == height
        assert top_for(0, height=height, rows=rows) == 0
        assert 0 <= top_for(height - 1, height=height, rows=rows) <= rows - height
