"""The looks of items: accepted, suggested, current, uncertain differ by more than colour."""

from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style
from textual.color import Color

from annotator.tui.color_depth import block, color_depth, has_many_colors
from annotator.tui.color_sight import contrast, ink_on
from annotator.tui.themes import worn

EVENT_COLORS = ("#ffb454", "#f07178", "#c3a6ff", "#7fd962", "#59c2ff", "#e6b673")
"""One for each group of event types: a label schema gives colours to entity types only."""

_GREYISH = 0.1
"""Colours less saturated than this have no hue to speak of."""
_WORD_FILL = 0.18
_FILLS = (0.30, 0.48, 0.62)
"""How much of its colour fills a mention: the deeper nested, the more."""
_LEAST_FILL = 0.7
"""Of a fill, what stays of it at least when its ink cannot be read; then the ink gives way."""
_COARSE_FILLS = (0.50, 0.65, 0.80)
"""The same where there are 256 colours: a weaker fill would come out grey."""


@dataclass(frozen=True)
class Palette:
    """Styles made for the theme that is worn."""

    is_coarse: bool = False
    """Whether the terminal draws 256 colours or fewer."""

    @property
    def text(self) -> Style:
        """The article's own text."""
        return _style(worn().ink, worn().ground)

    @property
    def word(self) -> Style:
        """The word the cursor is in."""
        return self.row if has_many_colors() else Style()

    @property
    def row(self) -> Style:
        """The row of a list that stands out."""
        if not has_many_colors():
            return Style(reverse=True)
        return _style(None, _mixed(worn().ground, worn().ink, _WORD_FILL))

    @property
    def selection(self) -> Style:
        """Selected text."""
        if not has_many_colors():
            return Style(reverse=True, bold=False, underline=False)
        return _style(ink_on(worn().selected), worn().selected, underline=False)

    def under_cursor(self, style: Style) -> Style:
        """The letter the cursor is on, where it would be drawn in `style`."""
        if not has_many_colors():  # what is reversed around it, it is not
            return style + Style(reverse=not style.reverse, bold=True)
        return style + _style(worn().ground, worn().ink, bold=True)

    @property
    def label(self) -> Style:
        """A key that jumps to what it stands on."""
        return block(worn().labels)

    def signed(self, style: Style) -> Style:
        """A sign drawn beside an item, in a blank that would be drawn in `style`."""
        shade = _shade(worn().waiting)
        ground = style.bgcolor.name if style.bgcolor is not None else worn().ground
        if shade is not None and has_many_colors():  # a digit may stand inside a filled item
            shade = _readable(shade, ground, worn().least_contrast)
        return style + _style(shade, None, bold=True, underline=False)

    @property
    def tells_by_letters(self) -> bool:
        """Whether colours are too few to tell types: the letter of its type stands by each item."""
        return not has_many_colors()

    def mention(self, color: str, *, depth: int = 0, is_faint: bool = False) -> Style:
        """A mention a person made or took: filled with its type's colour."""
        theme = worn()
        if not has_many_colors():
            return _style(_shade(color), None, bold=not is_faint) + Style(dim=is_faint)
        fills = _COARSE_FILLS if self.is_coarse else _FILLS
        fill = fills[min(depth, len(fills) - 1)] * (0.5 if is_faint else 1.0)
        ink = theme.ink if is_faint else _mixed(theme.ink, theme.strong, 0.5)
        shade = _vivid(color) if self.is_coarse else color
        ground = _filled(theme.ground, shade, fill, ink, theme.least_contrast)
        return _style(_readable(ink, ground, theme.least_contrast), ground)

    def suggested(self, color: str, *, is_sure: bool = True, is_faint: bool = False) -> Style:
        """What is proposed: underlined letters of its type's colour, nothing filled."""
        if not has_many_colors():
            is_dim = is_faint or not is_sure
            return _style(_shade(color), None, underline=True) + Style(dim=is_dim)
        strength = (0.55 if is_faint else 1.0) * (1.0 if is_sure else 0.65)
        # what a key decides on now has to be readable, however unsure; the other layer recedes
        wanted = 1.0 if is_faint else worn().least_contrast
        ground = worn().ground
        return _style(_strengthened(ground, color, strength, wanted), None, underline=True)

    def trigger(self, color: str, *, is_faint: bool = False) -> Style:
        """A trigger a person marked: bold and underlined."""
        if not has_many_colors():
            bold = _style(_shade(color), None, bold=True, underline=not is_faint)
            return bold + Style(dim=is_faint)
        shade = _mixed(worn().ground, color, 0.6) if is_faint else color
        return _style(shade, None, bold=True, underline=not is_faint)

    def current(self, color: str, *, is_open: bool) -> Style:
        """What a key would decide on: a solid block; underlined while it waits for a decision."""
        return block(color, underline=is_open)

    def uncertain(self) -> Style:
        """Laid over what a person is not sure of."""
        return Style(italic=True)

    def filler(self) -> Style:
        """Laid over what fills a role of the event being worked on."""
        return Style(bold=True, underline2=True)

    def key(self, color: str) -> Style:
        """A live letter in a legend."""
        return block(color, bold=None)


def event_color(group_index: int) -> str:
    """The colour of the event types of a group, counted in the label schema's order."""
    return EVENT_COLORS[group_index % len(EVENT_COLORS)]


def _shade(color: str) -> str | None:
    """The colour of letters where there are few: none of its own where there are none."""
    return None if color_depth() == "none" else color


@lru_cache(maxsize=1024)
def _style(
    color: str | None,
    bgcolor: str | None,
    *,
    bold: bool | None = None,
    underline: bool | None = None,
) -> Style:
    return Style(color=color, bgcolor=bgcolor, bold=bold, underline=underline)


@lru_cache(maxsize=512)
def _mixed(below: str, above: str, share: float) -> str:
    """`share` of the colour `above` over the colour `below`."""
    return Color.parse(below).blend(Color.parse(above), share).hex


@lru_cache(maxsize=512)
def _filled(ground: str, color: str, fill: float, ink: str, wanted: float) -> str:
    """`fill` of the colour on the ground, or as much less as lets `ink` be read."""
    least = fill * _LEAST_FILL
    while fill > least and contrast(ink, _mixed(ground, color, fill)) < wanted:
        fill -= 0.02
    return _mixed(ground, color, fill)


@lru_cache(maxsize=128)
def _vivid(color: str) -> str:
    """The same hue at full strength; greys stay grey."""
    hue, saturation, _ = Color.parse(color).hsl
    return color if saturation < _GREYISH else Color.from_hsl(hue, 1.0, 0.5).hex


@lru_cache(maxsize=512)
def _readable(ink: str, ground: str, wanted: float) -> str:
    """`ink`, or black or white where it cannot be read on `ground`."""
    return ink if contrast(ink, ground) >= wanted else ink_on(ground)


@lru_cache(maxsize=512)
def _strengthened(ground: str, color: str, share: float, wanted: float) -> str:
    """`share` of `color` over `ground`, or as much more as it takes to be read."""
    while share < 1 and contrast(_mixed(ground, color, share), ground) < wanted:
        share += 0.05
    return _mixed(ground, color, min(share, 1.0))
