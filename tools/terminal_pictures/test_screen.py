"""The article widget of the program on a screen of its own, through the program's driver."""

from dataclasses import replace
from pathlib import Path

from rich.style import Style
from textual.app import App, ComposeResult

from annotator.tui.palette import Palette
from annotator.tui.scene import Mark, Marks, Scene, layer
from annotator.tui.themes import THEMES, wear
from annotator.tui.widgets.article import Article
from tools.terminal_pictures.raster import Color
from tools.terminal_pictures.rows import expected_rows, save_rows
from tools.terminal_pictures.sample import (
    ALMOST_GROUND,
    GROUND,
    INK,
    sample_highlights,
    sample_text,
)
from tools.terminal_pictures.stages import ROWS_FILE, Stage, declare, is_declared

_POLL_S = 0.05
_FIRST_PAINT_S = 0.3
_MARGINS = 3
"""Columns the article leaves empty beside its text, one of them on the left."""


def hexadecimal(color: Color) -> str:
    """`#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*color)


class TestScreen(App[None]):
    """Shows the sample for one stage."""

    CSS = f"""
    Screen {{ background: {hexadecimal(GROUND)}; }}
    Article {{ background: {hexadecimal(GROUND)}; scrollbar-size-vertical: 0; }}
    """

    def __init__(self, folder: Path, stage: Stage, driver_class: type) -> None:
        super().__init__(driver_class=driver_class)
        self._folder, self._stage = folder, stage
        wear(replace(THEMES["dark"], ground=hexadecimal(GROUND), ink=hexadecimal(INK)))
        self._palette = Palette()

    def compose(self) -> ComposeResult:
        """Nothing but the article."""
        yield Article(palette=self._palette)

    def on_mount(self) -> None:
        """Show the text without highlights, the cursor on the empty line below it."""
        text = sample_text()
        self.query_one(Article).show_text(text, Scene(cursor=len(text)))

    def _marks(self) -> Marks:
        is_loud = self._stage == "loud"
        marks = [
            Mark(each.span, Style(bgcolor=hexadecimal(each.color if is_loud else ALMOST_GROUND)))
            for each in sample_highlights()
        ]
        return Marks((layer(marks),))

    def on_article_laid_out(self) -> None:
        """Lay the highlights over what is on the screen: rows are drawn over, as in daily work."""
        self.set_timer(_FIRST_PAINT_S, self._highlight)

    def _highlight(self) -> None:
        scene = Scene(marks=self._marks(), cursor=len(sample_text()))
        self.query_one(Article).show_scene(scene)
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        article = self.query_one(Article)
        region = article.region
        drawn = [article.render_line(y).text for y in range(region.height)]
        rows = expected_rows(
            width=region.width - _MARGINS,
            column=region.x + 1,
            first_row=region.y,
            drawn=drawn,
        )
        save_rows(rows, self._folder / ROWS_FILE)
        declare(self._folder, self._stage, "shown")
        self.set_interval(_POLL_S, self._leave_when_taken)

    def _leave_when_taken(self) -> None:
        if is_declared(self._folder, self._stage, "taken"):
            self.exit()
