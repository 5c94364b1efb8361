"""Keys that say which thing a mention names, and keep the registry of things in order."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.arabic.visual import shortened
from annotator.errors import AnnotatorError
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.services import adjustments
from annotator.services.identities import SetWikidata, free_slug, merge_identities
from annotator.services.identity_candidates import candidates
from annotator.services.navigation import place_of
from annotator.tui.modals.identity import MERGE, NEW, NONE, SPLIT, WIKIDATA, IdentityModal
from annotator.tui.modals.picking import Picked
from annotator.tui.screens.adjusting import AdjustingScreen
from annotator.wording import counted, worded


class IdentifyingScreen(AdjustingScreen):
    """One list for all of it: the likeliest thing, a new one, two made one, one split off."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "semicolon",
            "identity",
            "identity",
            tooltip="which thing it names, which happening it is; merge, split, Wikidata",
            id="annotate.adjust.identity",
        ),
    ]

    def action_identity(self) -> None:
        """Which thing it names, the likeliest preselected."""
        item = self.desk.active
        if not isinstance(item, Mention | Event):
            self.refuse(worded("identity is said of what is marked; take a suggestion first"))
            return
        words = shortened(" ".join(place_of(item).of(self.desk.text).split()), width=40)
        modal = IdentityModal(
            worded("{type} {words} is", type=item.type, words=words),
            candidates(self.desk, item),
            now=_slug_of(item),
            is_thing=isinstance(item, Mention),
            highlight=self.palette.row,
        )
        self.app.push_screen(modal, self._identify)

    def _identify(self, picked: Picked | None) -> None:
        item = self.desk.active
        if picked is None or picked.key is None or not isinstance(item, Mention | Event):
            return
        now, typed = _slug_of(item) or "", picked.typed.strip()
        if picked.key.startswith(MERGE):
            self._merge(now, picked.key.removeprefix(MERGE))
        elif picked.key == WIKIDATA:
            if self.run_plan(lambda _: SetWikidata(now, typed), is_repeatable=False):
                self.say(
                    worded("{number} is the Wikidata number of {slug}", number=typed, slug=now)
                )
                self.show()
        else:
            free = free_slug(now, self.desk.session.identities)
            slug = {NEW: typed, NONE: None, SPLIT: free}.get(picked.key, picked.key)
            self.run_plan(lambda desk: adjustments.identifying(desk, slug))

    def _merge(self, slug: str, into: str) -> None:
        """Make two things one, in every document."""
        active = self.desk.active
        try:
            count = merge_identities(self.desk.session, slug, into)
        except AnnotatorError as error:
            self.refuse(str(error))
            return
        self.desk.chosen_id = active.id if active is not None else None
        merged = worded("{slug} is {into} now", slug=slug, into=into)
        changed = counted("{count} mention changed", "{count} mentions changed", count)
        self.say(f"{merged}: {changed}")
        self.show()


def _slug_of(item: Mention | Event) -> str | None:
    return item.kb if isinstance(item, Mention) else item.coref
