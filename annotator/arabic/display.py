"""How a text is to be drawn: the choices a reader makes, apart from the text and the width."""

from dataclasses import dataclass
from typing import Literal

Direction = Literal["rtl", "ltr", "auto"]
"""Base direction of a paragraph; `auto` follows its first strong letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """The choices; the defaults are those for an Arabic article."""

    base: Direction = "rtl"
    """The document's direction; `auto` was wrong on two of 88 paragraphs of Arabic news."""

    marks: bool = True
    """Draw harakat; some terminals put them one cell off."""

    invisibles: bool = False
    """Give joiners, direction marks, tabs and no-break spaces a cell and a sign."""

    is_raw: bool = False
    """Leave joining, mirroring and order to the terminal; where cells lie is then its guess."""


ARTICLE = Display()
