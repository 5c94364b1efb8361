"""Which thing a mention names: candidates to take, a new slug to type, two to make one."""

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType

from annotator.arabic.visual import visual
from annotator.services.identities import is_wikidata
from annotator.services.identity_candidates import Candidate, matching
from annotator.tui.modals.picking import Picked, PickingModal
from annotator.tui.spoken import printed, told
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import marked, worded

NEW = "+"
"""Key of the row that makes what is typed a new slug."""
NONE = "-"
"""Key of the row that takes the identity off."""
SPLIT = "\n/"
"""Key of the row that makes the mention a thing of its own again."""
WIKIDATA = "\nQ"
"""Key of the row that makes what is typed the Wikidata number of the thing."""
MERGE = "\n="
"""Begins the key that makes the thing named now and the slug behind it one."""


class IdentityModal(PickingModal):
    """Picks a slug; the likeliest stands out from the beginning."""

    prompt = marked("slug:")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "merge", "make the two one", show=False, id="picking.merge"),
    ]

    def __init__(
        self,
        title: str,
        found: Sequence[Candidate],
        *,
        now: str | None,
        is_thing: bool,
        highlight: Style,
    ) -> None:
        """`now` is the slug it has; `is_thing` says that it names a thing, not a happening."""
        super().__init__(
            title,
            hint=worded(
                "Enter takes · type for a new one · Q796 sets Wikidata · Ctrl+T merges · Esc"
            )
            if now and is_thing
            else worded("Enter takes · type to filter or for a new one · Esc"),
            highlight=highlight,
        )
        self._found = found
        self._now = now
        self._is_thing = is_thing

    def rows(self, typed: str) -> Sequence[Row]:
        """The candidates that fit, a new slug if something is typed, split off, none."""
        slug = typed.strip()
        if self._is_thing and self._now and is_wikidata(slug):
            said = told("{number} is the Wikidata number of {slug}", number=slug, slug=self._now)
            return [Row(WIKIDATA, (Bit(f" {said} "),))]
        found = matching(self._found, typed)
        rows = [self._row(candidate) for candidate in found]
        if slug and slug not in {candidate.slug for candidate in found}:
            rows.append(
                Row(NEW, (Bit(f" {told('new: {slug}', slug=slug, width=46)} ", Style(bold=True)),))
            )
        if self._now and not slug:
            italic = Style(italic=True)
            if self._is_thing:
                said = told("split off: another thing than {slug}", slug=self._now, width=60)
                rows.append(Row(SPLIT, (Bit(f" {said} ", italic),)))
            rows.append(Row(NONE, (Bit(f" {told('no identity')} ", italic),)))
        return rows

    def action_merge(self) -> None:
        """Let everything that names the thing named now name the one that stands out."""
        slug = self.highlighted
        if self._now and self._is_thing and slug in {candidate.slug for candidate in self._found}:
            self.dismiss(Picked(f"{MERGE}{slug}", ""))

    def _row(self, candidate: Candidate) -> Row:
        about = " ".join(part for part in (candidate.why, candidate.wikidata) if part)
        return Row(
            candidate.slug,
            (Bit(f" {visual(candidate.slug, width=28)} "), Bit(printed(about), Style(dim=True))),
            (Bit(f"{visual(candidate.label, width=30)} "),),
        )
