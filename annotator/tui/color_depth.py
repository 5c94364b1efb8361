"""How many colours the terminal draws, and blocks that stand out in any number of them."""

from typing import Literal, TypeAlias

from rich.style import Style

from annotator.tui.color_sight import ink_on
from annotator.tui.themes import worn

Depth: TypeAlias = Literal["many", "sixteen", "none"]
"""With sixteen colours or none, looks rest on letters, underlining and reversing alone."""


class _Seen:
    depth: Depth = "many"


def see(depth: Depth) -> None:
    """Draw for a terminal of this depth from now on."""
    _Seen.depth = depth


def color_depth() -> Depth:
    """What is drawn for."""
    return _Seen.depth


def depth_of(color_system: str | None, *, has_colors: bool) -> Depth:
    """The depth of a colour system as Rich names it; none where a person wants no colours."""
    if not has_colors:
        return "none"
    return "many" if color_system in {"256", "truecolor"} else "sixteen"


def has_many_colors() -> bool:
    """Whether a look may rest on colour."""
    return _Seen.depth == "many"


def block(color: str, *, bold: bool | None = True, underline: bool | None = None) -> Style:
    """Letters on a ground of `color`.

    With few colours it is reversed: a terminal draws bold black as grey, and not every ground that
    comes out of `color` bears the ink that was meant for it.
    """
    match _Seen.depth:
        case "many":
            return Style(color=ink_on(color), bgcolor=color, bold=bold, underline=underline)
        case "sixteen":
            shade = Style(color=color, bgcolor=worn().ground)
            return shade + Style(reverse=True, bold=bold, underline=underline)
        case "none":
            return Style(reverse=True, bold=bold, underline=underline)
