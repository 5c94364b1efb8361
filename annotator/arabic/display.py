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


class _Terminal:
    orders = False


def leave_order_to_terminal(is_left: bool) -> None:  # noqa: FBT001 -- the whole of what it says
    """Whether, in this process, the terminal joins and orders what is printed, as best it can."""
    _Terminal.orders = is_left


def is_order_left_to_terminal() -> bool:
    """Whether text is printed as it stands."""
    return _Terminal.orders


ARTICLE = Display()
