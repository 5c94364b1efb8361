"""The concordance: words or annotations in their context, to go to or to act on, many at once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from textual import events, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import get_current_worker

from annotator.errors import AnnotatorError
from annotator.model.label_schema import LabelSchema
from annotator.services.concordance import draw_concordance
from annotator.services.project import Project
from annotator.services.search_edits import (
    BulkOutcome,
    HitEdits,
    flag_hits,
    label_hits,
    reject_hits,
)
from annotator.services.search_query import Query
from annotator.services.searching import SearchHit, first_hits
from annotator.services.typed_query import HELP, parse_typed
from annotator.tui.modals.picking import Picked, PickingModal
from annotator.tui.spoken import printed
from annotator.tui.themes import worn
from annotator.tui.widgets.line_input import LineInput
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit, SplitLine
from annotator.wording import marked, worded

MOST = 500
"""Hits shown; when all are chosen, those that are not shown are acted on as well."""

Act = Callable[[Sequence[SearchHit] | Query, HitEdits], BulkOutcome]
"""Carries an action out at some hits, or at everything that a query finds."""


class ConcordanceModal(PickingModal):
    """Ends with the number of the hit to go to; `hits` are those it is counted in."""

    prompt = marked("search:")
    share = 0.92
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", show=False, id="picking.leave"),
    ]

    class Found(Message):
        """A search in the background has ended; `reason` says why it found nothing."""

        def __init__(
            self, typed: str, hits: list[SearchHit], *, has_more: bool, reason: str
        ) -> None:
            super().__init__()
            self.typed, self.hits, self.has_more, self.reason = typed, hits, has_more, reason

    def __init__(  # noqa: PLR0913 -- each is set by itself
        self,
        path: Path,
        annotator: str,
        schema: LabelSchema,
        *,
        words: str,
        types: Sequence[str],
        act: Act,
        highlight: Style,
    ) -> None:
        """`words` stand in the line at first; `types` are those a letter gives to hits."""
        super().__init__(worded("Concordance"), hint=worded(HELP), highlight=highlight)
        self.hits: list[SearchHit] = []
        self.chosen: set[int] = set()
        self._path, self._annotator, self._schema = path, annotator, schema
        self._words, self._types, self._act = words, types, act
        self._said = ""
        self._has_more = False

    def on_mount(self) -> None:
        """Search for what one came with; its line has the whole width."""
        self.query_one("#modal").add_class("-wide")
        if self._words:
            self.query_one(LineInput).insert(self._words)

    # -- searching

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- found in the background
        """Every hit in its context, one under the other."""
        width = max(40, self.list_width - 5)
        drawn = draw_concordance(self.hits, width=width)
        return [
            Row(
                str(place),
                (
                    Bit(
                        " ● " if place in self.chosen else "   ",
                        Style(color=worn().good, bold=True),
                    ),
                    Bit(row.left),
                    Bit(row.found, Style(color=worn().waiting, bold=True)),
                    Bit(row.right),
                ),
            )
            for place, row in enumerate(drawn)
        ]

    def on_line_input_changed(self, message: LineInput.Changed) -> None:
        """Search anew."""
        message.stop()
        message.prevent_default()
        self.search(message.value)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def search(self, typed: str) -> None:
        """Look in a thread of its own: a regular expression may read every text."""
        worker = get_current_worker()
        hits, has_more, reason = _search(self._path, typed, self._annotator, self._schema)
        if not worker.is_cancelled:
            self.post_message(self.Found(typed, hits, has_more=has_more, reason=reason))

    def on_concordance_modal_found(self, message: Found) -> None:
        """Show what was found, if it is still what is asked for."""
        message.stop()
        if message.typed != self.typed:
            return
        self.hits, self.chosen, self._has_more = message.hits, set(), message.has_more
        count = len(self.hits)
        more = worded("{count} and more found", count=count)
        self._say(
            message.reason or (more if message.has_more else worded("{count} found", count=count))
        )
        self.show_rows(message.typed)

    # -- choosing and acting, while the line has no focus

    @property
    def is_acting(self) -> bool:
        """Whether keys act on hits; else they are typed."""
        return self.focused is None

    def action_take(self) -> None:
        """From the line to the hits; from a hit to its place in the text."""
        if self.is_acting:
            if self.highlighted is not None:
                self.dismiss(Picked(self.highlighted, self.typed))
        elif self.hits:
            self.set_focus(None)
            self._say(
                worded(
                    "Enter goes there · Space chooses · * all · letter labels · ⌫ rejects · ! flags"
                )
            )

    def action_back(self) -> None:
        """From the hits to the line; from the line to the article."""
        if self.is_acting:
            self.set_focus(self.query_one(LineInput))
            self._say(worded(HELP))
        else:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Choose hits, or do something to those chosen."""
        if not self.is_acting or not self.hits:
            return
        letter = event.character or ""
        if event.key == "space":
            self._choose()
        elif letter == "*":
            self.chosen = set() if self.chosen else set(range(len(self.hits)))
            self._show_chosen()
        elif event.key in ("backspace", "delete"):
            self._do(reject_hits, worded("rejected or removed"))
        elif letter == "!":
            self._do(flag_hits, worded("flagged"))
        elif type_name := self._type_for(letter):
            self._do(label_hits(type_name), worded("marked {type}", type=type_name))
        else:
            return
        event.stop()
        event.prevent_default()

    def _choose(self) -> None:
        place = int(self.highlighted or 0)
        self.chosen ^= {place}
        self._show_chosen()
        self.action_step(1)

    def _show_chosen(self) -> None:
        highlighted = self.highlighted
        self.show_rows(self.typed, highlighted=highlighted)
        is_all = len(self.chosen) == len(self.hits)
        counts = {"chosen": len(self.chosen), "count": len(self.hits)}
        said = worded("{chosen} of {count} chosen · a letter labels · ⌫ · !", **counts)
        if self._has_more and is_all:
            said = worded("all chosen, also what is not shown · a letter labels · ⌫ · !")
        self._say(said)

    def _do(self, edits: HitEdits, what: str) -> None:
        """Act on the chosen hits, else on the one that stands out; as one action."""
        places = sorted(self.chosen) or [int(self.highlighted or 0)]
        hits: Sequence[SearchHit] | Query = [self.hits[place] for place in places]
        if self._has_more and len(places) == len(self.hits):
            hits = _query(self.typed, self._annotator, self._schema)
        try:
            outcome = self._act(hits, edits)
        except AnnotatorError as error:
            self._say(str(error))
            return
        parts = [f"{outcome.changed} {what}"]
        if outcome.refused:
            count, reason = len(outcome.refused), outcome.refused[0].reason
            parts.append(worded("{count} refused: {reason}", count=count, reason=reason))
        self._said = " · ".join((*parts, worded("z on the article takes it back")))
        self.search(self.typed)

    def _type_for(self, letter: str) -> str | None:
        parts = {**self._schema.entities, **self._schema.events}
        return next((name for name in self._types if letter and parts[name].key == letter), None)

    def _say(self, hint: str) -> None:
        said, self._said = self._said, ""
        line = " · ".join(part for part in (said, hint) if part)
        self.query_one("#modal-hint", SplitLine).show(
            [Bit(f" {printed(line)} ", Style(dim=not said))]
        )


def _search(
    path: Path, typed: str, annotator: str, schema: LabelSchema
) -> tuple[list[SearchHit], bool, str]:
    """The first hits, whether there are more, and the reason where there can be none."""
    if not typed.strip():
        return [], False, worded(HELP)
    try:
        with Project.open(path) as project:
            query = _query(typed, annotator, schema)
            return (*first_hits(project, query, limit=MOST), "")
    except AnnotatorError as error:
        return [], False, str(error)


def _query(typed: str, annotator: str, schema: LabelSchema) -> Query:
    names = [*schema.entities, *schema.events, *schema.roles]
    return parse_typed(typed, layer=annotator, names=names)
