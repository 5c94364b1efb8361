"""The concordance: words or annotations in their context, to go to or to act on, many at once."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from rich.style import Style
from textual import events, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.worker import Worker, get_current_worker

from annotator.errors import AnnotatorError
from annotator.model.label_schema import LabelSchema
from annotator.services.concordance import draw_concordance
from annotator.services.search_edits import (
    BulkOutcome,
    BulkWatch,
    HitEdits,
    act_in_project,
    flag_hits,
    label_hits,
    reject_hits,
)
from annotator.services.search_query import Query
from annotator.services.searching import SearchHit
from annotator.services.typed_query import HELP, query_of, search_typed
from annotator.tui.modals.picking import Picked, PickingModal
from annotator.tui.spoken import printed
from annotator.tui.themes import worn
from annotator.tui.widgets.line_input import LineInput
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit, SplitLine
from annotator.wording import marked, worded

MOST = 500
"""Hits shown; when all are chosen, those that are not shown are acted on as well."""

_TELL_EVERY_S = 0.1


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

    class Advanced(Message):
        """So many of so many hits were acted on; nothing is written yet."""

        def __init__(self, done_count: int, count: int) -> None:
            super().__init__()
            self.done_count, self.count = done_count, count

    class Acted(Message):
        """An action has ended; `outcome` is None where it was not carried out, and `said` why."""

        def __init__(self, outcome: BulkOutcome | None, said: str) -> None:
            super().__init__()
            self.outcome, self.said = outcome, said

    def __init__(  # noqa: PLR0913 -- each is set by itself
        self,
        path: Path,
        annotator: str,
        schema: LabelSchema,
        *,
        words: str,
        types: Sequence[str],
        acted: Callable[[BulkOutcome], None],
        highlight: Style,
    ) -> None:
        """`words` stand in the line at first; `types` are those a letter gives to hits.

        `acted` is told of every action that was carried out.
        """
        super().__init__(worded("Concordance"), hint=worded(HELP), highlight=highlight)
        self.hits: list[SearchHit] = []
        self.chosen: set[int] = set()
        self._path, self._annotator, self._schema = path, annotator, schema
        self._words, self._types, self._acted = words, types, acted
        self._acting: Worker[None] | None = None
        """What is being done to hits now."""
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
        hits, has_more, reason = search_typed(
            self._path, typed, self._annotator, self._schema, limit=MOST
        )
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
        """Stop what is under way; from the hits to the line; from the line to the article."""
        if self._acting is not None:
            self._acting.cancel()
        elif self.is_acting:
            self.set_focus(self.query_one(LineInput))
            self._say(worded(HELP))
        else:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Choose hits, or do something to those chosen."""
        if not self.is_acting or not self.hits or self._acting is not None:
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
            hits = query_of(self.typed, self._annotator, self._schema)
        self._say(worded("{done} of {count} … Esc stops it", done=0, count=len(places)))
        self._acting = self.act(hits, edits, what)

    @work(thread=True, exclusive=True, group="act", exit_on_error=False)
    def act(self, hits: Sequence[SearchHit] | Query, edits: HitEdits, what: str) -> None:
        """Act in a thread of its own: there may be very many, and one may want to stop it."""
        worker, told_at = get_current_worker(), 0.0

        def tell(done_count: int, count: int) -> None:
            nonlocal told_at
            if time.monotonic() - told_at >= _TELL_EVERY_S:
                told_at = time.monotonic()
                self.post_message(self.Advanced(done_count, count))

        watch = BulkWatch(tell, lambda: worker.is_cancelled)
        try:
            outcome = act_in_project(self._path, self._annotator, hits, edits, watch=watch)
        except AnnotatorError as error:
            self.post_message(self.Acted(None, str(error)))
        else:
            self.post_message(self.Acted(outcome, what))

    def on_concordance_modal_advanced(self, message: Advanced) -> None:
        """Say how far it is."""
        message.stop()
        if self._acting is not None:
            counts = {"done": message.done_count, "count": message.count}
            self._say(worded("{done} of {count} … Esc stops it", **counts))

    def on_concordance_modal_acted(self, message: Acted) -> None:
        """Say what was done, and search anew."""
        message.stop()
        self._acting, outcome = None, message.outcome
        if outcome is None:
            self._say(message.said)
            return
        self._acted(outcome)
        parts = [f"{outcome.changed} {message.said}"]
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
