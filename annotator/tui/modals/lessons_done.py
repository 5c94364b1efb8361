"""The end of the tutorial: what was practised, with its keys, and where to go from here."""

from collections.abc import Sequence

from rich.style import Style

from annotator.tui.modals.picking import PickingModal
from annotator.tui.spoken import printed, told
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import counted, marked, worded

_ONWARD = (
    ("annotator demo", marked("five real articles to go on with")),
    ("annotator init", marked("a project of your own")),
    ("annotator keys --html", marked("all keys on a page to print")),
    ("F1", marked("every key, wherever you are")),
    ("Ctrl+P", marked("every action by its name; this tutorial, too")),
)


class LessonsDoneModal(PickingModal):
    """A text to read; ends with any of its keys."""

    prompt = ""

    def __init__(
        self, practised: Sequence[tuple[str, str]], *, skipped_count: int, highlight: Style
    ) -> None:
        """`practised` are title and keys of each lesson that was done."""
        done = counted("{count} lesson done", "{count} lessons done", len(practised))
        skipped = counted("{count} skipped", "{count} skipped", skipped_count)
        title = worded("The tutorial is over: {done}", done=done)
        super().__init__(
            f"{title} · {skipped}" if skipped_count else title,
            hint=worded("Enter leaves · ↑ ↓ read on"),
            highlight=highlight,
        )
        self._practised = practised

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """Where to go from here, then the keys once more."""
        bold, underlined = Style(bold=True), Style(bold=True, underline=True)
        onward = [
            Row(f"onward.{name}", (Bit(f"   {name:<24}", bold), Bit(told(does))))
            for name, does in _ONWARD
        ]
        keys = [
            Row(f"key.{place}", (Bit(f"   {printed(key):<24}", bold), Bit(told(title))))
            for place, (title, key) in enumerate(self._practised)
        ]
        return [
            Row("", (Bit(f" {told('from here')} ", underlined),)),
            *onward,
            *([Row("", (Bit(f" {told('what you practised')} ", underlined),))] if keys else []),
            *keys,
        ]

    def first(self, rows: Sequence[Row]) -> str | None:  # noqa: ARG002 -- the signature is the list's
        """Nothing stands out in a text."""
        return None

    def action_take(self) -> None:
        """Reading ends."""
        self.dismiss(None)
