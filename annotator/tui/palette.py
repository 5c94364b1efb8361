"""The looks of items: accepted, suggested, current, uncertain differ by more than colour."""

from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style
from textual.color import Color

from annotator.tui.color_sight import contrast, ink_on
from annotator.tui.themes import worn

EVENT_COLORS = ("#ffb454", "#f07178", "#c3a6ff", "#7fd962", "#59c2ff", "#e6b673")
"""One for each group of event types: a label schema gives colours to entity types only."""

_GREYISH = 0.1
"""Colours less saturated than this have no hue to speak of."""
_WORD_FILL = 0.18
_FILLS = (0.30, 0.48, 0.62)
"""How much of its colour fills a mention: the deeper nested, the more."""
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
        return _style(None, _mixed(worn().ground, worn().ink, _WORD_FILL))

    @property
    def selection(self) -> Style:
        """Selected text."""
        return _style(ink_on(worn().selected), worn().selected, underline=False)

    @property
    def cursor(self) -> Style:
        """The letter the cursor is on."""
        return _style(worn().ground, worn().ink, bold=True)

    @property
    def label(self) -> Style:
        """A key that jumps to what it stands on."""
        return _style(ink_on(worn().labels), worn().labels, bold=True)

    @property
    def sign(self) -> Style:
        """A sign drawn beside an item."""
        return _style(worn().waiting, None, bold=True, underline=False)

    def mention(self, color: str, *, depth: int = 0, is_faint: bool = False) -> Style:
        """A mention a person made or took: filled with its type's colour."""
        theme = worn()
        fills = _COARSE_FILLS if self.is_coarse else _FILLS
        fill = fills[min(depth, len(fills) - 1)] * (0.5 if is_faint else 1.0)
        ground = _mixed(theme.ground, _vivid(color) if self.is_coarse else color, fill)
        ink = theme.ink if is_faint else _mixed(theme.ink, theme.strong, 0.5)
        return _style(_readable(ink, ground, theme.least_contrast), ground)

    def suggested(self, color: str, *, is_sure: bool = True, is_faint: bool = False) -> Style:
        """What is proposed: underlined letters of its type's colour, nothing filled."""
        strength = (0.55 if is_faint else 1.0) * (1.0 if is_sure else 0.65)
        # what a key decides on now has to be readable, however unsure; the other layer recedes
        wanted = 1.0 if is_faint else worn().least_contrast
        ground = worn().ground
        return _style(_strengthened(ground, color, strength, wanted), None, underline=True)

    def trigger(self, color: str, *, is_faint: bool = False) -> Style:
        """A trigger a person marked: bold and underlined."""
        shade = _mixed(worn().ground, color, 0.6) if is_faint else color
        return _style(shade, None, bold=True, underline=not is_faint)

    def current(self, color: str, *, is_open: bool) -> Style:
        """What a key would decide on: a solid block; underlined while it waits for a decision."""
        return Style(color=ink_on(color), bgcolor=color, bold=True, underline=is_open)

    def uncertain(self) -> Style:
        """Laid over what a person is not sure of."""
        return Style(italic=True)

    def filler(self) -> Style:
        """Laid over what fills a role of the event being worked on."""
        return Style(bold=True, underline2=True)

    def key(self, color: str) -> Style:
        """A live letter in a legend."""
        return Style(color=ink_on(color), bgcolor=color)


def event_color(group_index: int) -> str:
    """The colour of the event types of a group, counted in the label schema's order."""
    return EVENT_COLORS[group_index % len(EVENT_COLORS)]


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
