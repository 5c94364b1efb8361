"""Few colours or none: every look stays different from every other, and no colour is needed."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from rich.style import Style

from annotator.tui.color_depth import Depth, block, color_depth, depth_of, see
from annotator.tui.palette import Palette

COLOR = "#4fa8ff"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = color_depth()
    yield
    see(before)


def attributes(style: Style) -> tuple[bool | None, ...]:
    """What is left of a style where no colour is drawn."""
    return (
        bool(style.bold),
        bool(style.dim),
        bool(style.italic),
        bool(style.underline),
        bool(style.underline2),
        bool(style.reverse),
    )


def looks(palette: Palette) -> dict[str, Style]:
    text = palette.text
    return {
        "text": text,
        "suggested": text + palette.suggested(COLOR),
        "suggested, unsure": text + palette.suggested(COLOR, is_sure=False),
        "mention": text + palette.mention(COLOR),
        "mention of the other layer": text + palette.mention(COLOR, is_faint=True),
        "current": text + palette.current(COLOR, is_open=False),
        "current, open": text + palette.current(COLOR, is_open=True),
        "trigger": text + palette.trigger(COLOR),
        "uncertain": text + palette.mention(COLOR) + palette.uncertain(),
        "selection": text + palette.selection,
    }


@pytest.mark.parametrize("depth", ["sixteen", "none"])
def test_looks_differ_by_more_than_colour(depth: Depth) -> None:
    see(depth)
    for (one, first), (other, second) in combinations(looks(Palette()).items(), 2):
        assert attributes(first) != attributes(second), f"{one} looks like {other}"


@pytest.mark.parametrize("depth", ["many", "sixteen", "none"])
def test_the_cursor_is_seen_on_everything(depth: Depth) -> None:
    see(depth)
    palette = Palette()
    for name, style in looks(palette).items():
        under = palette.under_cursor(style)
        has_other_ground = (under.bgcolor, under.color) != (style.bgcolor, style.color)
        assert under.reverse != style.reverse or has_other_ground, name


def test_without_colours_nothing_of_an_item_has_one() -> None:
    see("none")
    palette = Palette()
    for name, style in looks(palette).items():
        own = style.color if name != "text" else None
        assert own in (None, palette.text.color), name
    assert (block(COLOR).color, palette.row.color) == (None, None)


def test_a_block_of_sixteen_colours_is_never_bold_black_on_a_ground() -> None:
    see("sixteen")
    style = block(COLOR)
    assert style.reverse
    assert style.color is not None
    assert style.color.name == COLOR


@pytest.mark.parametrize(
    ("system", "has_colors", "depth"),
    [
        ("truecolor", True, "many"),
        ("256", True, "many"),
        ("standard", True, "sixteen"),
        (None, True, "sixteen"),
        ("truecolor", False, "none"),
    ],
)
def test_the_depth_is_that_of_the_terminal_and_of_the_wish(
    system: str | None,
    has_colors: bool,  # noqa: FBT001 -- a parameter of the test
    depth: Depth,
) -> None:
    assert depth_of(system, has_colors=has_colors) == depth
