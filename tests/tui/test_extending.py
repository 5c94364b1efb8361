"""The example of docs/extending/article.md runs and does what the page says."""

import re
from pathlib import Path

from textual.app import App

from annotator.arabic.visual import visual
from annotator.tui.widgets.article import Article

PAGE = Path(__file__).parents[2] / "docs" / "extending" / "article.md"


async def test_the_example_draws_arabic_and_follows_the_mouse() -> None:
    found = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    names: dict[str, type[App[None]]] = {}
    exec(compile(found[1], PAGE.name, "exec"), names)  # noqa: S102 -- our own page
    app = names["Reader"]()
    async with app.run_test(size=(40, 5)) as pilot:
        await pilot.pause()
        article = app.query_one(Article)
        row = article.render_line(0).text
        assert visual("زار سامي طرطوس.", base="rtl") in row
        await pilot.mouse_down(Article, offset=(row.index(visual("زار")), 0))
        await pilot.pause()
        assert article.scene.cursor < len("زار")
