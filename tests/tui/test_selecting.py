"""Whatever the mouse selects on hard text, what is copied is the text from one end to the other."""

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

from textual import events

from annotator.model.document import Document
from annotator.services.project import Project, utc_now
from annotator.store import documents
from annotator.tui.app import AnnotatorApp
from annotator.tui.widgets.article import Article
from tests.tui.conftest import Clock, Stage

HARD = (
    "قالَ الوَزِيرُ إنَّ لأوكرانيا 12.5% مِن NATO‎ (لا غير) 2025-12-06.\n"
    "الآ\u200cن \u2067x لأ\u2069 كتـــاب 漢字 😀 e\u0301 «لإنهاء» ١٢٣٤ ل\u064eا\n"
    "An English row with لأوكرانيا and 42 in it."
)
DRAGS = 8
MARGIN, TOP = 1, 1
"""Columns before the text, and the frame above it."""


async def test_a_drag_copies_the_text_between_its_ends(
    open_app: Callable[[], AnnotatorApp], project_path: Path
) -> None:
    with Project.open(project_path) as project, project.writing() as connection:
        documents.add(connection, [Document("hard", HARD)], at=utc_now())
    draw = random.Random(3)  # noqa: S311 -- places, not secrets
    app = open_app()
    async with app.run_test(size=(60, 24)) as pilot:
        stage = Stage(app, pilot, Clock())
        await stage.shown()
        await stage.press("f8", "f8", "f8")
        stage.screen.takes_clipboard = True
        assert stage.desk.text == HARD
        article = stage.screen.article
        width, rows = article.scrollable_content_region.width, 5
        for _ in range(DRAGS):
            (x, y), (to_x, to_y) = (
                (draw.randrange(MARGIN, width), draw.randrange(rows)) for _ in range(2)
            )
            await pilot.mouse_down(Article, offset=(x, y + TOP))
            start = stage.desk.cursor
            await pilot._post_mouse_events(  # noqa: SLF001 -- the pilot has no public way to drag
                [events.MouseMove], Article, offset=(to_x, to_y + TOP), button=1
            )
            await pilot.mouse_up(Article, offset=(to_x, to_y + TOP))
            if stage.desk.selection is None:
                continue
            first, last = sorted((start, stage.desk.cursor))
            while last + 1 < len(HARD) and unicodedata.combining(HARD[last + 1]):
                last += 1  # a letter is selected with the marks on it
            app.copy_to_clipboard("")
            await stage.press("ctrl+c")
            assert app.clipboard == HARD[first : last + 1].strip()
            await stage.press("escape")
