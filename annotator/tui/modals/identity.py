"""Which thing a mention names: candidates to take, or a new slug to type."""

from collections.abc import Sequence

from rich.style import Style

from annotator.arabic.visual import visual
from annotator.services.identity_candidates import Candidate, matching
from annotator.tui.modals.picking import PickingModal
from annotator.tui.spoken import printed, told
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import marked, worded

NEW = "+"
"""Key of the row that makes what is typed a new slug."""
NONE = "-"
"""Key of the row that takes the identity off."""


class IdentityModal(PickingModal):
    """Picks a slug; the likeliest stands out from the beginning."""

    prompt = marked("slug:")

    def __init__(
        self, title: str, found: Sequence[Candidate], *, has_one: bool, highlight: Style
    ) -> None:
        super().__init__(
            title,
            hint=worded("Enter takes · type to filter or for a new one · Esc"),
            highlight=highlight,
        )
        self._found = found
        self._has_one = has_one

    def rows(self, typed: str) -> Sequence[Row]:
        """The candidates that fit, a new slug if something is typed, none."""
        found = matching(self._found, typed)
        rows = [
            Row(
                candidate.slug,
                (
                    Bit(f" {visual(candidate.slug, width=28)} "),
                    Bit(printed(candidate.why), Style(dim=True)),
                ),
                (Bit(f"{visual(candidate.label, width=30)} "),),
            )
            for candidate in found
        ]
        slug = typed.strip()
        if slug and slug not in {candidate.slug for candidate in found}:
            rows.append(
                Row(NEW, (Bit(f" {told('new: {slug}', slug=slug, width=46)} ", Style(bold=True)),))
            )
        if self._has_one and not slug:
            rows.append(Row(NONE, (Bit(f" {told('no identity')} ", Style(italic=True)),)))
        return rows
