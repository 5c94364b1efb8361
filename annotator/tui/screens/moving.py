"""Keys and mouse that move the cursor: by word, letter, row, sentence, screen; and select."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.services.navigation import place_of
from annotator.services.stops import MOST_STOPS, stops
from annotator.tui.copying import told_copy
from annotator.tui.screens.seeing import SeeingScreen
from annotator.tui.widgets.article import Article
from annotator.tui.widgets.row_list import RowList
from annotator.wording import worded


class MovingScreen(SeeingScreen):
    """In Arabic text the left arrow goes forward."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left", "word('left')", "a word to the left: on", show=False, id="annotate.move.left"
        ),
        Binding(
            "right",
            "word('right')",
            "a word to the right: back",
            show=False,
            id="annotate.move.right",
        ),
        Binding("up", "row(-1)", "a row up", show=False, id="annotate.move.up"),
        Binding("down", "row(1)", "a row down", show=False, id="annotate.move.down"),
        Binding(
            "shift+left",
            "select_word('left')",
            "select on",
            show=False,
            id="annotate.move.select-left",
        ),
        Binding(
            "shift+right",
            "select_word('right')",
            "select back",
            show=False,
            id="annotate.move.select-right",
        ),
        Binding(
            "shift+up",
            "select_row(-1)",
            "select a row up",
            show=False,
            id="annotate.move.select-up",
        ),
        Binding(
            "shift+down",
            "select_row(1)",
            "select a row down",
            show=False,
            id="annotate.move.select-down",
        ),
        Binding(
            "ctrl+left,alt+left",
            "letter('left')",
            "a letter on",
            show=False,
            id="annotate.move.letter-left",
        ),
        Binding(
            "ctrl+right,alt+right",
            "letter('right')",
            "a letter back",
            show=False,
            id="annotate.move.letter-right",
        ),
        Binding(
            "ctrl+shift+left,alt+shift+left",
            "select_letter('left')",
            "select a letter on",
            show=False,
            id="annotate.move.select-letter-left",
        ),
        Binding(
            "ctrl+shift+right,alt+shift+right",
            "select_letter('right')",
            "select a letter back",
            show=False,
            id="annotate.move.select-letter-right",
        ),
        Binding(
            "ctrl+down,alt+down",
            "sentence('on')",
            "next sentence",
            show=False,
            id="annotate.move.sentence",
        ),
        Binding(
            "ctrl+up,alt+up",
            "sentence('back')",
            "previous sentence",
            show=False,
            id="annotate.move.previous-sentence",
        ),
        Binding(
            "home",
            "row_edge('start')",
            "beginning of the row",
            show=False,
            id="annotate.move.row-start",
        ),
        Binding("end", "row_edge('end')", "end of the row", show=False, id="annotate.move.row-end"),
        Binding(
            "ctrl+home",
            "text_edge('start')",
            "beginning of the text",
            show=False,
            id="annotate.move.text-start",
        ),
        Binding(
            "ctrl+end",
            "text_edge('end')",
            "end of the text",
            show=False,
            id="annotate.move.text-end",
        ),
        *(
            Binding(
                str(number),
                f"stop({number})",
                "the word that shows this digit",
                show=False,
                id=f"annotate.move.stop-{number}",
            )
            for number in range(1, MOST_STOPS + 1)
        ),
        Binding("0", "more_stops", "digits further on", show=False, id="annotate.move.more-stops"),
        Binding("pageup", "page(-1)", "a screen up", show=False, id="annotate.move.page-up"),
        Binding("pagedown", "page(1)", "a screen down", show=False, id="annotate.move.page-down"),
        Binding(
            "ctrl+c,super+c", "copy", "copy the selection", show=False, id="annotate.view.copy"
        ),
    ]

    _column: int | None = None
    """The column that moving by rows keeps to."""

    def move_to(self, offset: int, *, is_selecting: bool = False, by_words: bool = True) -> None:
        """Put the cursor there, and show it."""
        self.desk.go(offset, is_selecting=is_selecting, by_words=by_words)
        self._column = None
        self.show()

    def action_word(self, way: str) -> None:
        """A word further, the way the arrow points on screen."""
        self._go_by_word(way, is_selecting=False)

    def action_select_word(self, way: str) -> None:
        """Select a word further."""
        self._go_by_word(way, is_selecting=True)

    def action_letter(self, way: str) -> None:
        """A letter further, with its marks."""
        self._go_by_letter(way, is_selecting=False)

    def action_select_letter(self, way: str) -> None:
        """Select a letter further."""
        self._go_by_letter(way, is_selecting=True)

    def action_row(self, by: int) -> None:
        """A row up or down, in the same column."""
        self._go_by_row(by, is_selecting=False)

    def action_select_row(self, by: int) -> None:
        """Select a row up or down."""
        self._go_by_row(by, is_selecting=True)

    def action_page(self, by: int) -> None:
        """A screen up or down."""
        self._go_by_row(by * max(1, self.article.rows_in_view - 3), is_selecting=False)

    def action_sentence(self, way: str) -> None:
        """To the beginning of a sentence."""
        start = self.desk.words.sentence_start(self.desk.cursor, is_back=way == "back")
        if start is not None:
            self.move_to(start)

    def action_row_edge(self, edge: str) -> None:
        """To the first or last character of the row."""
        self.move_to(self.article.row_end(self.desk.cursor, is_start=edge == "start"))

    def action_text_edge(self, edge: str) -> None:
        """To the first or last character of the text."""
        self.move_to(0 if edge == "start" else len(self.desk.text))

    def action_stop(self, number: int) -> None:
        """To one of the words that have a digit."""
        found = stops(self.desk)
        if number <= len(found):
            self.move_to(found[number - 1])

    def action_more_stops(self) -> None:
        """Give the digits to the words behind the last one."""
        found = stops(self.desk)
        if found:
            self.desk.passed_from = found[-1]
        self.show()

    def action_copy(self) -> None:
        """Copy the selection, else what is active, else the word; as the text has it."""
        desk = self.desk
        active = desk.active
        span = desk.selection or (place_of(active) if active is not None else desk.word)
        if span is not None:
            self._copy(span.of(desk.text))
            self.show()

    def _copy(self, text: str) -> None:
        try:
            self.say(
                told_copy(
                    text,
                    write=self.app.copy_to_clipboard,
                    takes_clipboard=self.takes_clipboard,
                )
            )
        except OSError as error:
            self.say(worded("not copied: {reason}", reason=str(error)), is_refusal=True)

    def _go_by_word(self, way: str, *, is_selecting: bool) -> None:
        words, cursor = self.desk.words, self.desk.cursor
        if self._is_forward(way):
            word = words.after(cursor)
        else:
            here = words.holding(cursor)
            goes_to_start = here is not None and here.start < cursor
            word = here if goes_to_start else words.before(cursor)
        if word is not None:
            self.move_to(word.start, is_selecting=is_selecting)

    def _go_by_letter(self, way: str, *, is_selecting: bool) -> None:
        offset = self.article.next_letter(self.desk.cursor, is_back=not self._is_forward(way))
        self.move_to(offset, is_selecting=is_selecting, by_words=False)

    def _go_by_row(self, by: int, *, is_selecting: bool) -> None:
        column = self._column
        if column is None:
            column = self.article.column_of(self.desk.cursor)
        offset = self.article.offset_rows_away(self.desk.cursor, by, column=column)
        self.move_to(offset, is_selecting=is_selecting)
        self._column = column

    def on_article_pointed(self, message: Article.Pointed) -> None:
        """The mouse moves the cursor, chooses what is under it, and selects."""
        message.stop()
        desk = self.desk
        if message.is_drag and desk.anchor is None and message.offset == desk.cursor:
            return
        if message.is_double and desk.word is not None:
            desk.go(desk.word.start)
            desk.go(desk.word.start, is_selecting=True)
        else:
            desk.go(message.offset, is_selecting=message.is_drag, by_words=False)
            if not message.is_drag and desk.active is not None:
                desk.chosen_id = desk.active.id
        self.show()

    async def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A click in the panel goes to the mention or event."""
        for level in ("entities", "events"):
            item = self.desk.items(level).get(message.key)
            if item is not None:
                message.stop()
                if self.desk.level != level:
                    self.desk.level = level
                    self.show_level()
                self.desk.choose(item)
                self.show()

    def _is_forward(self, way: str) -> bool:
        return (way == "left") == self.article.is_rtl_at(self.desk.cursor)
