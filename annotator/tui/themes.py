"""The themes: a ground, its inks, and a colour for each thing the interface itself says."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.wording import marked


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Theme:
    """Colours as `#rrggbb`; those of types are made for it by `label_colors`."""

    name: str
    is_dark: bool
    ground: str
    ink: str
    """Text on the ground."""
    strong: str
    """Text that matters."""
    quiet: str
    """The ground of narrow rows."""
    line: str
    muted: str
    """Ink of what is beside the point."""
    raised: str
    """The ground of a list that lies over the screen."""
    entities: str
    events: str
    arguments: str
    labels: str
    """Of the bar and the frame: which layer is live."""
    good: str
    waiting: str
    refused: str
    alarm: str
    """The ground of a warning that must not be missed."""
    selected: str
    least_contrast: float = 4.5
    least_distance: float = 5.0
    """From the types beside it; see `color_sight.distance`."""
    is_for_color_blind: bool = False

    def level(self, name: str) -> str:
        """The colour of a layer: `entities`, `events`, `arguments` or `labels`."""
        colors = (self.entities, self.events, self.arguments, self.labels)
        return dict(zip(LEVELS, colors, strict=True))[name]


LEVELS = (marked("entities"), marked("events"), marked("arguments"), marked("labels"))

_DARK = Theme(
    name="dark",
    is_dark=True,
    ground="#14161b",
    ink="#c8ccd4",
    strong="#e6e6e6",
    quiet="#1c1f26",
    line="#2b303b",
    muted="#8a8f98",
    raised="#1f232c",
    entities="#4fa8ff",
    events="#ffb454",
    arguments="#7fd962",
    labels="#ffe14d",
    good="#7fd962",
    waiting="#ffe14d",
    refused="#ff7b72",
    alarm="#b3261e",
    selected="#3b5b8c",
)
_LIGHT = Theme(
    name="light",
    is_dark=False,
    ground="#fbfaf7",
    ink="#2b2d33",
    strong="#000000",
    quiet="#efede7",
    line="#cfcbc0",
    muted="#5c5f66",
    raised="#f2f0ea",
    entities="#0a58a8",
    events="#8a4b00",
    arguments="#1f6b2a",
    labels="#6b5500",
    good="#1f6b2a",
    waiting="#7a4d00",
    refused="#a8201a",
    alarm="#a8201a",
    selected="#b8d4f5",
)
_CONTRAST = Theme(
    name="contrast",
    is_dark=True,
    ground="#000000",
    ink="#ffffff",
    strong="#ffffff",
    quiet="#000000",
    line="#9a9a9a",
    muted="#c8c8c8",
    raised="#101010",
    entities="#66c2ff",
    events="#ffc04d",
    arguments="#7dff6b",
    labels="#fff14d",
    good="#7dff6b",
    waiting="#fff14d",
    refused="#ff9d96",
    alarm="#c00000",
    selected="#0050a0",
    least_contrast=7.0,
    least_distance=7.0,
)
_COLOR_BLIND = Theme(
    name="color-blind",
    is_dark=True,
    ground="#101216",
    ink="#d2d5db",
    strong="#f0f0f0",
    quiet="#1b1e25",
    line="#343a46",
    muted="#9a9fa8",
    raised="#1f232c",
    # blue and yellow are told apart by everybody; light and dark as well
    entities="#56a5ff",
    events="#ffd34d",
    arguments="#b9e3ff",
    labels="#fff3b0",
    good="#8cc8ff",
    waiting="#ffd34d",
    refused="#ffb000",
    alarm="#8a3c00",
    selected="#2f4f80",
    least_distance=8.0,
    is_for_color_blind=True,
)
THEMES: Mapping[str, Theme] = {
    theme.name: theme for theme in (_DARK, _LIGHT, _CONTRAST, _COLOR_BLIND)
}
THEME_NAMES = (marked("dark"), marked("light"), marked("contrast"), marked("color-blind"))


class _Worn:
    theme: Theme = _DARK


def worn() -> Theme:
    """The theme of this process."""
    return _Worn.theme


def wear(theme: Theme) -> None:
    """Draw in `theme` from now on."""
    _Worn.theme = theme


def settled_theme(choice: str, *, has_colors: bool = True) -> Theme:
    """The theme of a choice; `auto` is dark, and high contrast where no colours are wanted."""
    if choice == "auto":
        return _DARK if has_colors else _CONTRAST
    return THEMES[choice]


def next_theme() -> Theme:
    """The one after the theme that is worn."""
    names = list(THEMES)
    return THEMES[names[(names.index(worn().name) + 1) % len(names)]]
