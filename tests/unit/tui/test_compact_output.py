"""Fewer bytes, the same screen."""

from hypothesis import given
from hypothesis import strategies as st
from rich.ansi import AnsiDecoder
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from annotator.tui.compact_output import compacted

COLORS = st.sampled_from([None, "#ff0000", "#00ff00", "color(5)", "color(200)", "bright_red"])
FLAGS = st.sampled_from([None, True])
STYLES = st.builds(
    Style,
    color=COLORS,
    bgcolor=COLORS,
    bold=FLAGS,
    italic=FLAGS,
    underline=FLAGS,
    reverse=FLAGS,
    strike=FLAGS,
)
PIECES = st.lists(st.tuples(st.sampled_from(["a", "bc", " ", "", "سلام"]), STYLES), max_size=8)
MOVES = {"\x1b[2;5H": "→", "\x1b[1;1H": "↖", "\n": "↵"}
"""Where to go on, and what stands for it in the test."""
OTHERS = {"\x1b[?25l": "①", "\x1b[2J": "②"}
PLACES = st.sampled_from(["", *MOVES, *OTHERS])


def drawn(pieces: list[tuple[str, Style]]) -> str:
    console = Console(color_system="truecolor", force_terminal=True, width=200)
    segments = Segments(Segment(text, style) for text, style in pieces)
    with console.capture() as capture:
        console.print(segments, end="")
    return capture.get()


def _set(style: Style) -> tuple[object, ...]:
    flags = (style.bold, style.italic, style.underline, style.reverse, style.strike)
    colors = (style.color, style.bgcolor)
    inks = (None if color is None or color.is_default else color for color in colors)
    return (*inks, *map(bool, flags))


def seen(data: str) -> list[tuple[str, tuple[object, ...]]]:
    """Every character with its style, as Rich reads them; a move has none."""
    for sequence, sign in (MOVES | OTHERS).items():
        data = data.replace(sequence, sign)
    text = AnsiDecoder().decode_line(data + "|")
    console = Console()
    return [
        (char, () if char in MOVES.values() else _set(text.get_style_at_offset(console, place)))
        for place, char in enumerate(text.plain)
    ]


@given(st.lists(st.tuples(PLACES, PIECES), max_size=5))
def test_the_screen_is_the_same_and_the_bytes_are_not_more(
    parts: list[tuple[str, list[tuple[str, Style]]]],
) -> None:
    data = "".join(place + drawn(pieces) for place, pieces in parts)
    assert seen(compacted(data)) == seen(data)
    assert len(compacted(data)) <= len(data)


def test_only_what_differs_is_sent() -> None:
    red, bold = Style(color="#ff0000"), Style(color="#ff0000", bold=True)
    assert compacted(drawn([("a", red), ("b", bold), ("c", red)])) == (
        "\x1b[38;2;255;0;0ma\x1b[1mb\x1b[22mc\x1b[0m"
    )


def test_a_style_goes_on_from_row_to_row() -> None:
    red = Style(color="#ff0000")
    rows = [drawn([("a", red)]), "\x1b[2;5H", drawn([("b", red)])]
    assert compacted("\n".join(rows)) == "\x1b[38;2;255;0;0ma\n\x1b[2;5H\nb\x1b[0m"
