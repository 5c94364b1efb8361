"""The looks of items: accepted, suggested, current, uncertain differ by more than colour."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from rich.style import Style
from textual.color import Color

EVENT_COLORS = ("#ffb454", "#f07178", "#c3a6ff", "#7fd962", "#59c2ff", "#e6b673")
"""One for each group of event types: a label schema gives colours to entity types only."""

_GREYISH = 0.1
"""Colours less saturated than this have no hue to speak of."""
_BRIGHT = 0.45
"""Colours brighter than this are written on in black."""
_FILLS = (0.30, 0.48, 0.62)
"""How much of its colour fills a mention: the deeper nested, the more."""
_COARSE_FILLS = (0.50, 0.65, 0.80)
"""The same where there are 256 colours: a weaker fill would come out grey."""


@dataclass(frozen=True)
class Palette:
    """Styles made for one background and one colour of text, as `#rrggbb`."""

    background: str
    foreground: str
    is_coarse: bool = False
    """Whether the terminal draws 256 colours or fewer."""

    @cached_property
    def text(self) -> Style:
        """The article's own text."""
        return Style(color=self.foreground, bgcolor=self.background)

    @cached_property
    def word(self) -> Style:
        """The word the cursor is in."""
        return Style(bgcolor=_mixed(self.background, self.foreground, 0.18))

    @cached_property
    def selection(self) -> Style:
        """Selected text."""
        return Style(color="#ffffff", bgcolor="#3b5b8c", underline=False)

    @cached_property
    def cursor(self) -> Style:
        """The letter the cursor is on."""
        return Style(color=self.background, bgcolor=self.foreground, bold=True)

    @cached_property
    def label(self) -> Style:
        """A key that jumps to what it stands on."""
        return Style(color="#101010", bgcolor="#ffe14d", bold=True)

    @cached_property
    def sign(self) -> Style:
        """A sign drawn beside an item."""
        return Style(color="#ffe14d", bold=True, underline=False)

    def mention(self, color: str, *, depth: int = 0, is_faint: bool = False) -> Style:
        """A mention a person made or took: filled with its type's colour."""
        fills = _COARSE_FILLS if self.is_coarse else _FILLS
        fill = fills[min(depth, len(fills) - 1)] * (0.5 if is_faint else 1.0)
        ground = _mixed(self.background, _vivid(color) if self.is_coarse else color, fill)
        return _style(None if is_faint else _mixed(self.foreground, "#ffffff", 0.5), ground)

    def suggested(self, color: str, *, is_sure: bool = True, is_faint: bool = False) -> Style:
        """What is proposed: underlined letters of its type's colour, nothing filled."""
        strength = (0.55 if is_faint else 1.0) * (1.0 if is_sure else 0.65)
        return _style(_mixed(self.background, color, strength), None, underline=True)

    def trigger(self, color: str, *, is_faint: bool = False) -> Style:
        """A trigger a person marked: bold and underlined."""
        shade = _mixed(self.background, color, 0.6) if is_faint else color
        return _style(shade, None, bold=True, underline=not is_faint)

    def current(self, color: str, *, is_open: bool) -> Style:
        """What a key would decide on: a solid block; underlined while it waits for a decision."""
        return Style(color=_ink_on(color), bgcolor=color, bold=True, underline=is_open)

    def uncertain(self) -> Style:
        """Laid over what a person is not sure of."""
        return Style(italic=True)

    def filler(self) -> Style:
        """Laid over what fills a role of the event being worked on."""
        return Style(bold=True, underline2=True)

    def key(self, color: str) -> Style:
        """A live letter in a legend."""
        return Style(color=_ink_on(color), bgcolor=color)


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


@lru_cache(maxsize=128)
def _ink_on(color: str) -> str:
    """Black or white, whichever reads better on `color`."""
    return "#101010" if Color.parse(color).brightness > _BRIGHT else "#ffffff"
