"""What is drawn: the beginning of a demo article, lines that hurt, and spans over both."""

import re
from functools import cache
from typing import NamedTuple

from annotator.model.span import Span
from annotator.resources import seeds_folder
from tools.terminal_pictures.raster import Color

_ARTICLE_CHARACTERS = 720
"""As much of the article as fits on the screen with the lines below it."""

_HARD_LINES = """\
وشارك جاريد كوشنر، وكوشنر صهر الرئيس، في اللقاء؛ وقيل للأوكرانيين إنّ الأمر لأوكرانيا وحدها.
قال "لا سلام إلّا بالعَدْلِ والحِوَارِ" (12.5%) يوم 2025-12-06 نقلا عن The New York Times وAxios.
English first, then كوشنر and 12 numbers, [1] ثم «مرحبا» ـــ ذهب؟
"""
_HARD_SPANS = (
    "كوشنر",  # with its و outside
    "أوكرانيا",  # a lam-alef is cut
    "الأوكرانيين",
    "العَدْلِ",
    "2025-12-06",
    "The New York Times",
    "12 numbers, [1] ثم",  # changes direction inside
)

COLORS: tuple[Color, ...] = ((175, 0, 0), (0, 95, 0), (0, 0, 215), (135, 0, 135), (0, 95, 95))
"""Of highlights, in turn; like ground and ink they are among the 256 that all terminals have."""
GROUND: Color = (0, 0, 0)
ALMOST_GROUND: Color = (0, 0, 1)
"""A highlight nobody sees; where a terminal can, it still has to change its colour for it."""
INK: Color = (215, 215, 215)


class Highlight(NamedTuple):
    """A span and the colour behind it."""

    span: Span
    color: Color


@cache
def sample_text() -> str:
    """The text; ends with an empty line, where the cursor stands."""
    article = next(iter(sorted(seeds_folder().glob("*.txt")))).read_text(encoding="utf-8")
    end = article.rfind("\n", 0, _ARTICLE_CHARACTERS) + 1
    return re.sub(r"\n+", "\n", article[:end]) + _HARD_LINES


@cache
def sample_highlights() -> tuple[Highlight, ...]:
    """Every fifth word of the article, some with the next, and the hard spans, in their order."""
    text = sample_text()
    hard_from = len(text) - len(_HARD_LINES)
    words = list(re.finditer(r"\w+", text[:hard_from]))
    spans = [
        Span(words[number].start(), words[min(number + number % 2, len(words) - 1)].end())
        for number in range(0, len(words), 5)
    ]
    spans += [
        Span(match.start(), match.end())
        for wanted in _HARD_SPANS
        for match in re.compile(re.escape(wanted)).finditer(text, hard_from)
    ]
    ordered = sorted(spans, key=lambda span: (span.start, -span.end))
    return tuple(
        Highlight(span, COLORS[number % len(COLORS)]) for number, span in enumerate(ordered)
    )
