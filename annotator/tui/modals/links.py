"""Which relation stands between two mentions: one letter takes one, those that stand are ticked."""

from collections.abc import Sequence

from rich.style import Style

from annotator.arabic.visual import visual
from annotator.model.mention import Mention
from annotator.services.desk import Desk
from annotator.services.relation_edits import Link
from annotator.tui.modals.picking import PickingModal
from annotator.tui.widgets.row_list import Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import worded


class LinkModal(PickingModal):
    """Picks the number of a link."""

    prompt = ""

    def __init__(self, links: Sequence[Link], desk: Desk, *, highlight: Style) -> None:
        super().__init__(
            worded("Relation"),
            hint=worded("a letter or Enter takes · what stands (✓) is taken away · Esc"),
            highlight=highlight,
        )
        self._links = links
        self._desk = desk

    def rows(self, typed: str) -> Sequence[Row]:  # noqa: ARG002 -- the signature is Textual's
        """From which mention, which relation, to which."""
        annotations = self._desk.session.annotations
        standing = {Link(each.type, each.source, each.target) for each in annotations.relations}
        relations = self._desk.session.schema.relations
        return [
            Row(
                str(place),
                (
                    Bit(" ✓ " if link in standing else "   "),
                    Bit(f"{link.type} ", Style(bold=True)),
                    Bit(visual(relations[link.type].ar), Style(dim=True)),
                ),
                (Bit(f"{self._words(link.target)} ← {self._words(link.source)} "),),
            )
            for place, link in enumerate(self._links)
        ]

    def letters(self) -> Sequence[str]:
        """The label schema's letters, where it has any; of a link back, none."""
        relations = self._desk.session.schema.relations
        taken: set[str] = set()
        given = []
        for link in self._links:
            letter = relations[link.type].key
            given.append("" if letter in taken else letter)
            taken.add(letter)
        return given

    def _words(self, mention_id: str) -> str:
        mention = self._desk.session.annotations.get(Mention, mention_id)
        words = mention.span.of(self._desk.text).split() if mention else []
        return visual(" ".join(words), width=20)
