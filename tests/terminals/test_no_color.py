"""With NO_COLOR not one colour is sent, grey neither; an empty one means nothing."""

import re

from tests.terminals.conftest import Start

QUIT = "\x11"
STYLE = re.compile("\x1b\\[([0-9;:]*)m")
COLORED = re.compile(r"(?:^|;)(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;|:|$)")


def colors_sent(start: Start, wish: str) -> list[str]:
    """The styles with a colour that are sent from opening to leaving."""
    with start(NO_COLOR=wish) as terminal:
        terminal.read_until(lambda t: "ENTITIES" in t.output)
        terminal.press(QUIT)
        terminal.end()
        return [found for found in STYLE.findall(terminal.output) if COLORED.search(found)]


def test_no_colour_is_sent_where_none_is_wanted(start: Start) -> None:
    assert colors_sent(start, "1") == []
    assert colors_sent(start, "") != []
