"""Two texts side by side, with the words that only one of them has."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from annotator.arabic.display import ARTICLE, Display
from annotator.arabic.visual import visual
from annotator.model.span import Span
from annotator.services.comparing import Version, differing_words
from annotator.tui.color_depth import block
from annotator.tui.palette import Palette
from annotator.tui.scene import Mark, Marks, Scene, layer
from annotator.tui.spoken import printed, told
from annotator.tui.themes import worn
from annotator.tui.widgets.article import Article
from annotator.tui.widgets.split_line import Bit, SplitLine


class ComparingScreen(ModalScreen[None]):
    """To read: the document on the reading side, the other on the left; both scroll as one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", "up", id="comparing.up"),
        Binding("down", "scroll(1)", "down", id="comparing.down"),
        Binding("pageup", "scroll(-15)", "page up", id="comparing.page-up"),
        Binding("pagedown,space", "scroll(15)", "page down", id="comparing.page-down"),
        Binding("n,tab", "difference(1)", "next difference", id="comparing.next"),
        Binding("p,shift+tab", "difference(-1)", "difference before", id="comparing.previous"),
        Binding("escape,enter", "leave", "leave", id="comparing.leave"),
    ]

    def __init__(
        self, here: Version, other: Version, *, palette: Palette, display: Display = ARTICLE
    ) -> None:
        super().__init__()
        self._display = display
        self._texts = {"#this-text": here, "#other-text": other}
        self._palette = palette
        spans = differing_words(here.text, other.text)
        self.differences: dict[str, Sequence[Span]] = dict(zip(self._texts, spans, strict=True))
        self._place = -1

    def compose(self) -> ComposeResult:
        """The other text left, this one right; what keys do beneath."""
        with Vertical(id="comparing"):
            with Horizontal():
                yield Article(palette=self._palette, widget_id="other-text")
                yield Article(palette=self._palette, widget_id="this-text")
            yield SplitLine(widget_id="comparing-hint")

    def on_mount(self) -> None:
        """Show both from their beginning."""
        differing = block(worn().waiting, bold=None, underline=True)
        for name, version in self._texts.items():
            article = self.query_one(name, Article)
            title = visual(" ".join(version.title.split()), width=36, base=self._display.base)
            article.border_title = f"{printed(version.why)}  {title}".replace("[", "\\[")
            marks = Marks((layer(Mark(span, differing) for span in self.differences[name]),))
            article.show_text(version.text, Scene(marks=marks), display=self._display)
        count = len(self.differences["#this-text"])
        said = told(
            "{count} differences · n next · p before · ↑ ↓ scroll · Esc goes back", count=count
        )
        self.query_one("#comparing-hint", SplitLine).show([Bit(f" {said} ")])

    def action_scroll(self, by: int) -> None:
        """Both texts as one."""
        for article in self.query(Article):
            article.scroll_relative(y=by, animate=False)

    def action_difference(self, by: int) -> None:
        """Bring the next place that differs into view, and about the same place of the other."""
        spans = self.differences["#this-text"]
        if not spans:
            return
        self._place = max(0, min(self._place + by, len(spans) - 1))
        share = spans[self._place].start / max(1, len(self._texts["#this-text"].text))
        others = self.differences["#other-text"]
        length = len(self._texts["#other-text"].text)
        nearest = min(
            (span.start for span in others),
            key=lambda start: abs(start / max(1, length) - share),
            default=round(share * length),
        )
        self._go("#this-text", spans[self._place].start)
        self._go("#other-text", nearest)

    def _go(self, name: str, offset: int) -> None:
        article = self.query_one(name, Article)
        article.show_scene(replace(article.scene, cursor=offset))
        article.reveal(offset)

    def action_leave(self) -> None:
        """Back to the article."""
        self.dismiss(None)
