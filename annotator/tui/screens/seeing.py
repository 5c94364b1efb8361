"""Keys that change how things look: theme, harakat, invisible characters, width, direction."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.errors import AnnotatorError
from annotator.services.document_meta import set_meta
from annotator.settings import save_setting
from annotator.tui.screens.desk_screen import DeskScreen
from annotator.tui.theme_sheet import painted
from annotator.tui.themes import next_theme, wear
from annotator.tui.viewing import DIRECTION, Choice, next_direction
from annotator.wording import marked, worded

_TOLD: dict[str, str] = {
    "harakat": marked("harakat: {value}"),
    "invisibles": marked("invisible characters: {value}"),
    "line_width": marked("columns of a row: {value}"),
    "line_spacing": marked("line spacing: {value}"),
}
VALUE_WORDS = (marked("on"), marked("off"), marked("full"))
"""Values of the choices that are words."""
DIRECTION_WORDS = {
    "rtl": marked("base direction: right to left"),
    "ltr": marked("base direction: left to right"),
    "auto": marked("base direction: that of each paragraph's first letter"),
}


class SeeingScreen(DeskScreen):
    """What is chosen is remembered: in the settings file, a direction with its document."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9,alt+c", "next_theme", "theme", show=False, id="annotate.view.theme"),
        Binding("alt+h", "view('harakat')", "harakat", show=False, id="annotate.view.harakat"),
        Binding(
            "alt+i",
            "view('invisibles')",
            "invisible characters",
            show=False,
            id="annotate.view.invisibles",
        ),
        Binding(
            "alt+w", "view('line_width')", "columns of a row", show=False, id="annotate.view.width"
        ),
        Binding(
            "alt+s", "view('line_spacing')", "line spacing", show=False, id="annotate.view.spacing"
        ),
        Binding(
            "alt+d",
            "next_direction",
            "base direction of the document",
            show=False,
            id="annotate.view.direction",
        ),
    ]

    takes_clipboard = False
    """Whether the terminal is known to put what is copied on the clipboard."""

    def action_next_theme(self) -> None:
        """Wear the next theme."""
        theme = next_theme()
        wear(theme)
        self.app.theme = painted(theme).name
        self.say(worded("theme: {name}", name=worded(theme.name)))
        self._remember("theme", theme.name)
        self.show_themed()

    def action_view(self, choice: Choice) -> None:
        """The next value of a choice."""
        self.view = self.view.cycled(choice)
        value = self.view.value(choice)
        self.say(worded(_TOLD[choice], value=worded(value)))
        self._remember(choice, value)
        self.show_view()
        self.show()

    def action_next_direction(self) -> None:
        """The other base direction; kept with the document."""
        session = self.desk.session
        direction = next_direction(session.document)
        try:
            session.document = set_meta(
                session.project, session.document.id, {DIRECTION: direction}
            )
        except AnnotatorError as error:
            self.say(str(error), is_refusal=True)
        else:
            self.say(worded(DIRECTION_WORDS[direction]))
        self.show_view()
        self.show()

    def _remember(self, key: str, value: str) -> None:
        try:
            save_setting(key, value)
        except (AnnotatorError, OSError) as error:
            self.say(worded("not remembered: {reason}", reason=str(error)), is_refusal=True)
