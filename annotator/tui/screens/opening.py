"""The first paint: the text where one left it, where the annotate screen will draw it."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen

from annotator.arabic.visual import visual
from annotator.services.opening import Opening
from annotator.tui.held_painting import HeldPainting
from annotator.tui.palette import Palette
from annotator.tui.room import has_room_for_documents, has_room_for_panel
from annotator.tui.scene import Scene
from annotator.tui.viewing import View
from annotator.tui.widgets.article import Article
from annotator.tui.widgets.split_line import Bit, SplitLine


class OpeningScreen(Screen[None]):
    """Takes no keys: what is pressed before one sees anything decides nothing."""

    class Painted(Message):
        """The text has been on screen for the first time."""

    def __init__(self, opened: Opening, *, palette: Palette, view: View) -> None:
        super().__init__(id="opening")
        self._opened = opened
        self._palette = palette
        self._view = view
        self._held: HeldPainting | None = None

    def compose(self) -> ComposeResult:
        """The rows of the annotate screen, most of them still empty."""
        self.set_class(has_room_for_panel(self.app.size.width), "-panel")
        self.set_class(has_room_for_documents(self.app.size.width), "-documents")
        yield SplitLine(widget_id="top")
        with Horizontal(id="body"):
            yield Vertical(id="documents")
            yield Vertical(id="panel")
            yield Article(palette=self._palette, widget_id="article")
        yield SplitLine(widget_id="level")
        yield Vertical(id="legends")
        yield SplitLine(widget_id="keys")

    def on_mount(self) -> None:
        """Show the text, where it will stay."""
        document = self._opened.document
        self.query_one("#top", SplitLine).show([Bit(f" {visual(self._opened.annotator)} ")])
        article = self.query_one(Article)
        view, display = self._view, self._view.display(document)
        title = visual(" ".join(document.title.split()), width=48, base=display.base)
        article.border_title = title.replace("[", "\\[")
        article.show_as(display, most_columns=view.most_columns, spacing=view.spacing)
        article.show_text(document.text, Scene(cursor=self._opened.offset), display=display)

    def on_article_laid_out(self) -> None:
        """The text has been painted; until another screen stands over it nothing is new."""
        if self._held is None:
            self._held = HeldPainting(self)
            self.post_message(self.Painted())

    def on_screen_suspend(self) -> None:
        """Another screen says what is painted."""
        if self._held is not None:
            self._held.release()
