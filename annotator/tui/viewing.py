"""How a person wants to see texts: harakat, invisible characters, width, spacing, direction."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from annotator.arabic.display import Direction, Display, is_order_left_to_terminal
from annotator.model.document import Document
from annotator.settings import Settings, with_next

DIRECTION = "direction"
"""Name of the metadata that holds a document's base direction, where a person chose one."""

Choice: TypeAlias = Literal["harakat", "invisibles", "line_width", "line_spacing"]
"""What is remembered for all texts; each is a key of the settings file."""

DIRECTIONS: tuple[Direction, ...] = ("rtl", "ltr", "auto")


@dataclass(frozen=True, kw_only=True)
class View:
    """The choices, by the settings they are kept in."""

    settings: Settings = field(default_factory=Settings)

    @property
    def most_columns(self) -> int:
        """Columns of a row; 0 for as many as there are."""
        width = self.settings.line_width
        return 0 if width == "full" else int(width)

    @property
    def spacing(self) -> int:
        """Rows from one row of text to the next."""
        return int(self.settings.line_spacing)

    def display(self, document: Document) -> Display:
        """How this document is drawn."""
        return Display(
            base=direction_of(document),
            marks=self.settings.harakat == "on",
            invisibles=self.settings.invisibles == "on",
            is_raw=is_order_left_to_terminal(),
        )

    def cycled(self, choice: Choice) -> "View":
        """With the next value of a choice."""
        return View(settings=with_next(self.settings, choice))

    def value(self, choice: Choice) -> str:
        """What is chosen now."""
        return str(getattr(self.settings, choice))


def direction_of(document: Document) -> Direction:
    """The base direction a person chose for the document, else that of its language."""
    chosen = document.meta.get(DIRECTION)
    if chosen in DIRECTIONS:
        return DIRECTIONS[DIRECTIONS.index(chosen)]
    return "rtl" if document.language == "ar" else "auto"


def next_direction(document: Document) -> Direction:
    """The direction after the document's."""
    return DIRECTIONS[(DIRECTIONS.index(direction_of(document)) + 1) % len(DIRECTIONS)]
