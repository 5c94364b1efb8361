"""Colours for the types of any label schema: readable on the ground, told apart from neighbours.

A type keeps the colour its label schema gives it wherever that serves; else it gets the nearest one
that does. Neighbours are the types that come shortly before it in the label schema, beside which it
stands in legends and lists.
"""

from collections.abc import Mapping, Sequence
from colorsys import hls_to_rgb
from functools import lru_cache

from annotator.tui.color_sight import Sight, contrast, distance
from annotator.tui.themes import Theme

NEIGHBOURS = 2
"""From so many types before it each type is told apart."""

_SIGHTS: Mapping[bool, tuple[Sight, ...]] = {
    False: ("all colours",),
    True: ("all colours", "deuteranopia", "protanopia"),
}
_HUES, _LIGHTNESSES, _SATURATIONS = 36, 24, (1.0, 0.75, 0.5, 0.0)


def least_distance(one: str, other: str, theme: Theme) -> float:
    """How different two colours look to whoever of the theme's readers sees it least."""
    return min(distance(one, other, sight=sight) for sight in _SIGHTS[theme.is_for_color_blind])


@lru_cache(maxsize=64)
def assigned(wanted: tuple[str, ...], theme: Theme) -> tuple[str, ...]:
    """A colour for each wanted one, in that order."""
    found: list[str] = []
    for color in wanted:
        found.append(_fitting(color, found[-NEIGHBOURS:], theme))
    return tuple(found)


def _fitting(wanted: str, neighbours: Sequence[str], theme: Theme) -> str:
    if _serves(wanted, neighbours, theme):
        return wanted
    pool = _pool(theme)
    serving = [color for color in pool if _serves(color, neighbours, theme)]
    if serving:
        return min(serving, key=lambda color: distance(color, wanted))
    # never met with two neighbours; then the one that is farthest from them
    return max(pool, key=lambda color: min(least_distance(color, n, theme) for n in neighbours))


def _serves(color: str, neighbours: Sequence[str], theme: Theme) -> bool:
    return contrast(color, theme.ground) >= theme.least_contrast and all(
        least_distance(color, neighbour, theme) >= theme.least_distance for neighbour in neighbours
    )


@lru_cache(maxsize=8)
def _pool(theme: Theme) -> tuple[str, ...]:
    """Every colour to choose from: all hues, dark to light, full to grey, that can be read."""
    every = {
        _hexadecimal(hue / _HUES, lightness / _LIGHTNESSES, saturation)
        for hue in range(_HUES)
        for lightness in range(1, _LIGHTNESSES)
        for saturation in _SATURATIONS
    }
    return tuple(
        sorted(color for color in every if contrast(color, theme.ground) >= theme.least_contrast)
    )


def _hexadecimal(hue: float, lightness: float, saturation: float) -> str:
    return "#" + "".join(f"{round(255 * v):02x}" for v in hls_to_rgb(hue, lightness, saturation))
