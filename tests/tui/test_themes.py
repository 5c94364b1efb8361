"""Themes: every ink can be read, types are told apart, and colour is never the only sign."""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from annotator.services.schemas import load_schema
from annotator.settings import load_settings
from annotator.tui.app import AnnotatorApp
from annotator.tui.color_sight import contrast, distance, ink_on
from annotator.tui.label_colors import NEIGHBOURS, assigned, least_distance
from annotator.tui.looks import Looks
from annotator.tui.palette import Palette
from annotator.tui.themes import THEMES, Theme, settled_theme, wear, worn
from tests.tui.conftest import Clock, Stage

EVERY_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.fixture(autouse=True)
def _dark_again() -> Iterator[None]:
    yield
    wear(THEMES["dark"])


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


def test_red_and_green_are_near_for_those_who_lack_a_cone() -> None:
    red, green = "#c04040", "#8a7a20"
    assert distance(red, green, sight="deuteranopia") < distance(red, green) / 4
    assert distance(red, green, sight="protanopia") < distance(red, green)
    assert distance("#2050ff", "#ffd000", sight="deuteranopia") > 40


@given(COLORS)
def test_there_is_an_ink_for_every_ground(ground: str) -> None:
    assert contrast(ink_on(ground), ground) >= 4.5


@EVERY_THEME
def test_all_words_of_a_theme_can_be_read_on_all_its_grounds(theme: Theme) -> None:
    inks: tuple[str, ...] = (
        theme.ink,
        theme.strong,
        theme.muted,
        theme.entities,
        theme.events,
        theme.arguments,
    )
    inks += (theme.labels, theme.good, theme.waiting, theme.refused)
    for ink, ground in product(inks, (theme.ground, theme.quiet, theme.raised)):
        assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast("#ffffff", theme.alarm) >= 4.5


@EVERY_THEME
@given(st.lists(COLORS, min_size=1, max_size=40))
def test_types_of_any_schema_are_readable_and_unlike_their_neighbours(
    theme: Theme, wanted: list[str]
) -> None:
    colors = assigned(tuple(wanted), theme)
    for place, color in enumerate(colors):
        assert contrast(color, theme.ground) >= theme.least_contrast
        for neighbour in colors[max(0, place - NEIGHBOURS) : place]:
            assert least_distance(color, neighbour, theme) >= theme.least_distance


def test_a_colour_that_serves_is_kept() -> None:
    assert assigned(("#4fc1ff", "#ce9178"), THEMES["dark"]) == ("#4fc1ff", "#ce9178")


@EVERY_THEME
@pytest.mark.parametrize("is_coarse", [False, True])
def test_letters_can_be_read_in_whatever_state(theme: Theme, *, is_coarse: bool) -> None:
    wear(theme)
    palette, looks = Palette(is_coarse=is_coarse), Looks(load_schema("siyasa"))
    for name in (*looks.schema.entities, *looks.schema.events):
        color = looks.color(name)
        states = [palette.mention(color, depth=depth) for depth in range(3)]
        states += [palette.suggested(color), palette.suggested(color, is_sure=False)]
        states += [palette.trigger(color), palette.current(color, is_open=True)]
        for style in states:
            drawn = palette.text + style
            assert _contrast(drawn) >= 4.45, (name, style)  # blending rounds to whole steps


@EVERY_THEME
def test_states_differ_by_more_than_colour(theme: Theme) -> None:
    wear(theme)
    palette = Palette()
    color = "#4fc1ff"
    ways = [
        _without_hue(palette, style)
        for style in (
            palette.mention(color),
            palette.suggested(color),
            palette.trigger(color),
            palette.current(color, is_open=True),
            palette.current(color, is_open=False),
            palette.mention(color) + palette.uncertain(),
            palette.mention(color) + palette.filler(),
        )
    ]
    assert len(set(ways)) == len(ways)


@EVERY_THEME
def test_sixteen_colours_still_tell_marked_from_plain(theme: Theme) -> None:
    wear(theme)
    palette, looks = Palette(is_coarse=True), Looks(load_schema("siyasa"))
    ground = _sixteen(palette.text.bgcolor)
    for name in looks.schema.entities:
        color = looks.color(name)
        mention, current = palette.mention(color), palette.current(color, is_open=True)
        assert _sixteen(mention.bgcolor) != ground or mention.bold, name
        assert _sixteen(mention.color) != _sixteen(mention.bgcolor), name
        assert _sixteen(current.color) != _sixteen(current.bgcolor), name
        assert palette.suggested(color).underline


def test_without_colours_the_theme_is_that_of_high_contrast() -> None:
    assert settled_theme("auto").name == "dark"
    assert settled_theme("auto", has_colors=False).name == "contrast"
    assert settled_theme("light", has_colors=False).name == "light"


async def test_a_key_changes_the_theme_and_it_is_remembered(
    open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(120, 40)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.press("f9")
        assert worn().name == "light"
        assert "theme: light" in stage.line("keys")
        assert load_settings().theme == "light"
        assert stage.screen.styles.background.hex.lower() == worn().ground
        article = stage.screen.article
        assert article.render_line(0)._segments[0].style == article.palette.text  # noqa: SLF001 -- Textual offers no other way
        await stage.press("f9", "f9", "f9")
        assert worn().name == "dark"


def _contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex)


def _without_hue(palette: Palette, style: Style) -> tuple[object, ...]:
    """What is left of a style in grey: its attributes, whether it is filled, and how much."""
    drawn = palette.text + style
    fill = drawn.bgcolor.get_truecolor().hex if drawn.bgcolor is not None else ""
    depth = round(contrast(fill, worn().ground)) if fill != worn().ground else 0
    attributes = (style.bold, style.underline, style.italic, style.underline2)
    return (bool(depth), depth > 3, *map(bool, attributes))


def _sixteen(color: object) -> object:
    return color.downgrade(ColorSystem.STANDARD).number if color is not None else None  # type: ignore[attr-defined]  # Rich's
