"""Keys that look something up: words here and everywhere, what a type means, other texts."""

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.services.argument_form import event_of
from annotator.services.comparing import Version, versions_of
from annotator.services.editing import Outcome
from annotator.services.navigation import place_of
from annotator.services.search_edits import BulkOutcome
from annotator.tui.modals.concordance import ConcordanceModal
from annotator.tui.modals.finding import FindingModal
from annotator.tui.modals.guidelines import GuidelinesModal
from annotator.tui.modals.picking import Picked
from annotator.tui.modals.versions import VersionsModal
from annotator.tui.screens.comparing import ComparingScreen
from annotator.tui.screens.finishing import FinishingScreen
from annotator.wording import worded


class LookingUpScreen(FinishingScreen):
    """What is looked up stands over the article, which stays where it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+f", "find", "find in the document", show=False, id="annotate.document.find"),
        Binding(
            "f5,ctrl+d",
            "guidelines",
            "what the type means",
            tooltip="what the label schema says of the type under the cursor",
            show=False,
            id="annotate.view.guidelines",
        ),
        Binding(
            "ctrl+k,number_sign",
            "concordance",
            "search all documents",
            tooltip="every place of these words in all documents; label or reject many at once",
            show=False,
            id="annotate.document.concordance",
        ),
        Binding(
            "ctrl+y,f10",
            "compare",
            "compare side by side",
            tooltip="lay an earlier text, or another document of the story, beside this one",
            show=False,
            id="annotate.document.compare",
        ),
    ]

    def action_concordance(self) -> None:
        """Every place of the words of the active item, the selection or the word."""
        desk = self.desk
        active = desk.active
        span = desk.selection or (place_of(active) if active is not None else None)
        if span is None and desk.word is not None:
            span = desk.words.stem(desk.word)
        schema = desk.session.schema
        words = " ".join(span.of(desk.text).split()) if span is not None else ""
        modal = ConcordanceModal(
            self.project.path,
            self.annotator,
            schema,
            words=words,
            types=list(schema.entities if desk.level == "entities" else schema.events),
            acted=self._acted_on_hits,
            highlight=self.palette.row,
        )
        self.app.push_screen(modal, partial(self._go_to_hit, modal))

    def _acted_on_hits(self, outcome: BulkOutcome) -> None:
        """Something was done in all documents: what is on the desk is shown as it is then."""
        self.desk.session.reload()
        self.edited(Outcome(action=outcome.action))
        self.show()

    async def _go_to_hit(self, modal: ConcordanceModal, picked: Picked | None) -> None:
        if picked is None or picked.key is None:
            return
        hit = modal.hits[int(picked.key)]
        if hit.document_id != self.desk.session.document.id:
            await self.open_document(hit.document_id, offset=hit.start)
        self.move_to(hit.start)

    def action_compare(self) -> None:
        """Lay an earlier text of the document, or one of its group, beside it."""
        document = self.desk.session.document
        versions = versions_of(self.project, document.id)
        if not versions:
            self.refuse(
                worded("nothing to compare with: no earlier text, no group with this document")
            )
            return
        here = Version(document.title, document.text, worded("here"))

        def compare(picked: Picked | None) -> None:
            if picked is not None and picked.key is not None:
                display = self.view.display(document)
                other = versions[int(picked.key)]
                screen = ComparingScreen(here, other, palette=self.palette, display=display)
                self.app.push_screen(screen)

        if len(versions) == 1:
            compare(Picked("0", ""))
        else:
            self.app.push_screen(VersionsModal(versions, highlight=self.palette.row), compare)

    def action_find(self) -> None:
        """Find words, and go to one of the places."""

        def go(picked: Picked | None) -> None:
            if picked is not None and picked.key is not None:
                self.move_to(int(picked.key))

        self.app.push_screen(FindingModal(self.desk.text, highlight=self.palette.row), go)

    def action_guidelines(self) -> None:
        """What the label schema says of the active item's type; without one, of all types."""
        active = self.desk.active
        event_type = None
        if self.form is not None:
            event_type = next((e.type for e in [event_of(self.form, self.desk)] if e), None)
        modal = GuidelinesModal(
            self.desk.session.schema,
            event_type or (active.type if active is not None else None),
            level=self.desk.level,
            looks=self.looks,
            highlight=self.palette.row,
        )
        self.app.push_screen(modal)
