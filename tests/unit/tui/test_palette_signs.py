"""A sign in the text is read on whatever lies beneath it, in every theme."""

from collections.abc import Iterator

import pytest

from annotator.tui.color_sight import contrast
from annotator.tui.palette import Palette
from annotator.tui.themes import THEMES, wear, worn

COLORS = ("#4fa8ff", "#dcdcaa", "#f44747", "#9a9a9a", "#98c379")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = worn()
    yield
    wear(before)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("color", COLORS)
def test_a_digit_is_read_on_every_look(name: str, color: str) -> None:
    wear(THEMES[name])
    palette = Palette()
    looks = [
        palette.current(color, is_open=True),
        palette.mention(color, depth=2),
        palette.selection,
        palette.word,
    ]
    for look in looks:
        drawn = palette.signed(palette.text + look)
        assert drawn.color is not None
        assert drawn.bgcolor is not None
        assert contrast(drawn.color.name, drawn.bgcolor.name) >= 4.5
