"""In Arabic no word of the interface is left in English, on whatever screen one looks."""

import re
from collections.abc import Callable, Iterable, Iterator

import pytest
from textual.widget import Widget

from annotator.services.document_groups import join_documents
from annotator.services.project import Project
from annotator.tui.app import AnnotatorApp
from annotator.tui.widgets.row_list import RowList
from annotator.wording import use_language
from tests.tui.conftest import LAYER, Clock, Stage

WORD = re.compile(r"[A-Za-z][A-Za-z'-]{2,}")
UNDRAWN = re.compile("[\u0621-\u063a\u0641-\u064a]")
KEYS = frozenset({"Ctrl", "Shift", "Alt", "super", "Space", "Enter", "Esc", "Tab", "Home", "End"})
KEYS |= {"Del", "PgUp", "PgDn", "OSC"}
GIVEN = frozenset({LAYER, "project", "test", "first", "second", "third", "because"})
"""Names of the project's own: its file, its annotator, its documents, the suggester's reason."""


@pytest.fixture(autouse=True)
def _in_arabic() -> Iterator[None]:
    use_language("ar")
    yield
    use_language("en")


def words_of_schema(stage: Stage) -> set[str]:
    """Every Latin word of the label schema: types stand beside their Arabic; attributes do not."""
    schema = stage.desk.session.schema
    attributes = {*schema.entity_attributes, *schema.event_attributes}
    return set(WORD.findall(schema.model_dump_json())) - attributes


def painted(widgets: Iterable[Widget]) -> str:
    """What stands on the screen, of lists also what does not fit on it."""
    texts = []
    for widget in widgets:
        texts.append(str(widget.border_title or ""))
        if isinstance(widget, RowList):
            texts.append(widget.text)
        elif widget.is_attached and not widget.children and widget.size.area:
            texts += [widget.render_line(y).text for y in range(widget.size.height)]
    return "\n".join(texts)


# keys, one screen after the other; Escape leaves what they open
LOOKED_AT: tuple[tuple[str, ...], ...] = (
    (),
    ("f3",),
    ("h",),
    ("escape", "f1"),
    ("f2",),
    ("f5",),
    ("ctrl+x",),
    ("ctrl+t",),
    ("f12",),
    ("ctrl+f", "w"),
    ("ctrl+k",),
    ("ctrl+p", "ت"),
    ("ctrl+y",),
    ("\\",),
    ("shift+left", "ctrl+c"),
    ("`", "f5"),
)
DONE: tuple[tuple[str, ...], ...] = (
    ("space", "home", "left"),
    ("!",),
    ('"',),
    (";",),
    ("+",),
    ("Q",),
    ("z",),
    ("`", "space"),
    ("a",),
    ("escape", "ctrl+e"),
    ("f8", "f8", "f8"),
)


def join(app: AnnotatorApp) -> None:
    """Say that the three documents belong together."""
    with Project.open(app.project_path) as project:
        join_documents(project, ["first", "second", "third"])


@pytest.mark.parametrize("way", [LOOKED_AT, DONE], ids=["looked at", "done"])
async def test_every_word_on_every_screen_is_drawn_arabic_or_a_name(
    way: tuple[tuple[str, ...], ...], open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    app.takes_clipboard = True
    async with app.run_test(size=(140, 40)) as pilot:
        stage = Stage(app, pilot, clock)
        join(app)
        await stage.shown()
        known = {word.lower() for word in words_of_schema(stage) | KEYS | GIVEN}
        screens: dict[str, tuple[str, ...]] = {}
        for keys in way:
            await stage.press(*keys)
            await pilot.pause()
            shown = painted(app.screen.walk_children(Widget))
            assert screens.setdefault(shown, keys) == keys, f"{keys} showed nothing new"
            assert not UNDRAWN.search(shown), f"{keys}: neither joined nor put in order"
            left = {word for word in WORD.findall(shown) if word.lower() not in known}
            assert not left, f"{keys}: {' '.join(sorted(left))}"
            if app.screen is not stage.screen:
                await stage.press("escape")
