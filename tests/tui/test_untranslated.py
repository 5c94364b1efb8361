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
    """Every Latin word of the label schema: its names stand beside their Arabic."""
    return set(WORD.findall(stage.desk.session.schema.model_dump_json()))


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


SCREENS: dict[str, tuple[str, ...]] = {
    "the text": (),
    "the panel": ("f3",),
    "an accepted mention in the panel": ("space", "shift+tab", "f3"),
    "a mention that is not certain": ("p", "!", "f3"),
    "the event layer": ("`", "space"),
    "the argument form": ("`", "space", "shift+tab", "enter"),
    "a role that is pointed": ("`", "space", "shift+tab", "enter", "a"),
    "jump labels": ("h",),
    "help": ("f1",),
    "documents": ("f2",),
    "done": ("space", "Q"),
    "guidelines of a type": ("f5",),
    "guidelines of an event type": ("`", "f5"),
    "set aside": ("ctrl+x",),
    "labels of the document": ("ctrl+t",),
    "pause": ("f12",),
    "find": ("ctrl+f", "w"),
    "a note": ("space", "shift+tab", '"'),
    "identity": ("space", "shift+tab", ";"),
    "concordance": ("ctrl+k",),
    "relation": ("space", "shift+tab", "+"),
    "one level only": ("ctrl+e",),
    "texts to compare with": ("ctrl+y",),
    "two texts side by side": ("ctrl+y", "a"),
    "nothing to repeat": ("\\",),
    "the last document": ("f8", "f8", "f8"),
    "undone": ("space", "z"),
    "copied": ("shift+left", "ctrl+c"),
}


def join(app: AnnotatorApp) -> None:
    """Say that the three documents belong together."""
    with Project.open(app.project_path) as project:
        join_documents(project, ["first", "second", "third"])


@pytest.mark.parametrize("keys", SCREENS.values(), ids=list(SCREENS))
async def test_every_word_on_the_screen_is_arabic_or_a_name(
    keys: tuple[str, ...], open_app: Callable[[], AnnotatorApp], clock: Clock
) -> None:
    app = open_app()
    async with app.run_test(size=(140, 40)) as pilot:
        stage = Stage(app, pilot, clock)
        join(app)
        app.takes_clipboard = True
        await stage.shown()
        await stage.press(*keys)
        await pilot.pause()
        known = {word.lower() for word in words_of_schema(stage) | KEYS | GIVEN}
        shown = painted(app.screen.walk_children(Widget))
        assert not UNDRAWN.search(shown), "Arabic stands there that nothing joined and put in order"
        found = WORD.findall(shown)
        left = {word for word in found if word.lower() not in known}
        assert not left, " ".join(sorted(left))
