"""What eyes make of colours: contrast as WCAG counts it, distance, and colour blindness simulated.

Colours are `#rrggbb`. Distance is that of OKLab times a hundred: two is just noticed side by side.
"""

from functools import lru_cache
from math import dist
from typing import Literal, TypeAlias

Sight: TypeAlias = Literal["all colours", "deuteranopia", "protanopia"]

_Triple: TypeAlias = tuple[float, float, float]
_Matrix: TypeAlias = tuple[_Triple, _Triple, _Triple]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light
_SEEN: dict[Sight, _Matrix] = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}

# Ottosson (2020): linear light to cone responses, and those to lightness and two axes of colour
_TO_CONES: _Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: _Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


_DARKEST = 0.04045


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2: from 1 to 21; text needs 4.5."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=65536)
def distance(one: str, other: str, *, sight: Sight = "all colours") -> float:
    """How different two colours look to somebody with this sight."""
    return 100 * dist(_lab(one, sight), _lab(other, sight))


def ink_on(ground: str) -> str:
    """Black or white, whichever reads better on `ground`; always 4.5 or more."""
    return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, ground))


def _luminance(color: str) -> float:
    red, green, blue = _linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=8192)
def _lab(color: str, sight: Sight) -> _Triple:
    light = _linear(color)
    if sight != "all colours":
        red, green, blue = _times(_SEEN[sight], light)
        light = (max(0.0, red), max(0.0, green), max(0.0, blue))
    long, middle, short = _times(_TO_CONES, light)
    return _times(_TO_LAB, (long ** (1 / 3), middle ** (1 / 3), short ** (1 / 3)))


@lru_cache(maxsize=8192)
def _linear(color: str) -> _Triple:
    """Light of the three primaries, 0 to 1."""
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return (_decoded(red), _decoded(green), _decoded(blue))


def _decoded(value: float) -> float:
    # the curve of sRGB, a straight line where it is dark
    return ((value + 0.055) / 1.055) ** 2.4 if value > _DARKEST else value / 12.92


def _times(matrix: _Matrix, vector: _Triple) -> _Triple:
    first, second, third = (sum(m * v for m, v in zip(r, vector, strict=True)) for r in matrix)
    return (first, second, third)
