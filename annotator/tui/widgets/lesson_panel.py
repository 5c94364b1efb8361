"""The tutorial's panel: where one is, the one thing to do with its keys, and how it went."""

import textwrap
from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical

from annotator.tui.color_sight import ink_on
from annotator.tui.spoken import printed, told
from annotator.tui.themes import worn
from annotator.tui.widgets.split_line import Bit, SplitLine

_TASK_ROWS = ("#lesson-task", "#lesson-task-2")
_ONE_ROW_FROM = 110
"""Columns from which on every task has room in one row."""
_SKIP, _BACK, _LEAVE = "screen.skip_lesson", "screen.lesson_back", "app.quit"


class LessonPanel(Vertical):
    """Three rows above everything else; four where they are short."""

    DEFAULT_CSS = "LessonPanel { height: auto; }"

    def __init__(self) -> None:
        super().__init__(id="lesson")

    def compose(self) -> ComposeResult:
        """A row for each of the three, and a second one for the task."""
        yield SplitLine(widget_id="lesson-place")
        for row in _TASK_ROWS:
            yield SplitLine(widget_id=row.removeprefix("#"))
        yield SplitLine(widget_id="lesson-answer")

    def show_place(self, number: int, count: int, title: str, *, skip: str, back: str) -> None:
        """How far one is, and the keys that lead out of it."""
        chip = Style(color=ink_on(worn().labels), bgcolor=worn().labels, bold=True)
        strong = Style(bold=True, color=worn().strong)
        dim = Style(dim=True)
        self.query_one("#lesson-place", SplitLine).show(
            [
                Bit(f" {told('tutorial {number}/{count}', number=number, count=count)} ", chip),
                Bit(f" {told(title)} ", strong),
            ],
            [
                Bit(f" {skip} {told('skip')} ", dim, _SKIP),
                Bit(f" {back} {told('back')} ", dim, _BACK),
                Bit(f" Ctrl+Q {told('leave')} ", dim, _LEAVE),
            ],
        )

    def show_task(self, task: str, keys: Sequence[str]) -> None:
        """What to do, and its keys in order."""
        chip = Style(color=ink_on(worn().arguments), bgcolor=worn().arguments, bold=True)
        plain = Style(color=worn().strong)
        chips = [bit for key in keys for bit in (Bit(f" {printed(key)} ", chip), Bit(" "))]
        width = self.app.size.width
        room = width - 3 - sum(cell_len(bit.text) for bit in chips)
        parts = textwrap.wrap(task, max(room, width // 2)) or [""]
        rows = [[Bit(f" {printed(part)} ", plain)] for part in parts[: len(_TASK_ROWS)]]
        rows[-1] += chips
        rows += [[] for _ in range(len(_TASK_ROWS) - len(rows))]
        for name, row in zip(_TASK_ROWS, rows, strict=True):
            line = self.query_one(name, SplitLine)
            line.display = bool(row) or width < _ONE_ROW_FROM
            line.show(row)

    def show_answer(self, answer: str, *, is_good: bool) -> None:
        """How it went; empty while nothing was pressed."""
        sign, color = ("✓", worn().good) if is_good else ("·", worn().waiting)
        bits = [Bit(f" {sign} {printed(answer)} ", Style(color=color))] if answer else []
        self.query_one("#lesson-answer", SplitLine).show(bits)

    @property
    def text(self) -> str:
        """All it says."""
        return " ".join(row.text for row in self.query(SplitLine))
