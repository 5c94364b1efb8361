"""Keys that tie two marked things together: a relation, one happening, one thing in the world."""

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.suggestion import SuggestedMention
from annotator.services.argument_edits import TakingFirst
from annotator.services.desk import Desk
from annotator.services.editing import Edit
from annotator.services.event_edits import SetCoref
from annotator.services.joining import NameLike
from annotator.services.mention_edits import SetIdentity
from annotator.services.navigation import Item, place_of
from annotator.services.relation_edits import Link, ToggleRelation, Unrelate, possible_links
from annotator.services.same_as import JoinEvents, JoinMentions
from annotator.tui.modals.links import LinkModal
from annotator.tui.modals.picking import Picked
from annotator.tui.screens.guessing import GuessingScreen
from annotator.wording import worded


class RelatingScreen(GuessingScreen):
    """The active item is one end; a label says which is the other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "plus",
            "relate",
            "relation",
            tooltip="relate this mention to another; pointed at again, the relation goes",
            show=False,
            id="annotate.link.relate",
        ),
        Binding(
            "colon",
            "same_as",
            "same as",
            tooltip="this event is the same happening as another; a mention, the same thing",
            show=False,
            id="annotate.link.same-as",
        ),
    ]

    def action_relate(self) -> None:
        """Draw labels on the mentions that the active one may be related to."""
        schema, active = self.desk.session.schema, self.desk.active
        if not schema.relations:
            self.refuse(worded("label schema {schema} has no relations", schema=schema.name))
        elif not isinstance(active, Mention):
            self.refuse(
                worded("a relation begins at what is marked; take or mark the mention first")
            )
        else:
            others = [
                other
                for other in self.desk.session.annotations.mentions
                if other.id != active.id and possible_links(schema, active, other)
            ]
            if not others:
                self.refuse(
                    worded("nothing marked here may be related to {type}", type=active.type)
                )
                return
            self.wait_for_label(
                self._nearest(others, active),
                partial(self._relate, active),
                asks=worded("{type} is related to", type=active.type),
                empty=partial(self._run, Unrelate(active.id), active.id),
                empties=worded("takes its relations away"),
            )

    def _relate(self, one: Mention, other: Item) -> None:
        if not isinstance(other, Mention):
            return
        links = possible_links(self.desk.session.schema, one, other)
        if len(links) == 1:
            self._run(ToggleRelation(links[0]), one.id)
            return
        modal = LinkModal(links, self.desk, highlight=self.palette.row)
        self.app.push_screen(modal, partial(self._relate_as, one.id, links))

    def _relate_as(self, mention_id: str, links: list[Link], picked: Picked | None) -> None:
        if picked is not None and picked.key is not None:
            self._run(ToggleRelation(links[int(picked.key)]), mention_id)

    def action_same_as(self) -> None:
        """Draw labels on what the active item may be the same as."""
        annotations, active = self.desk.session.annotations, self.desk.active
        others: list[Item]
        edit: Edit
        match active:
            case Event(id=event_id):
                others = [other for other in annotations.events if other.id != event_id]
                edit = SetCoref(event_id, None)
                asks = worded("{type} is the same happening as", type=active.type)
            case Mention(id=mention_id):
                others = [other for other in annotations.mentions if other.id != mention_id]
                edit = SetIdentity(mention_id, None)
                asks = worded("{type} is the same as", type=active.type)
            case SuggestedMention(id=suggestion_id):
                others = [*annotations.mentions]
                edit = TakingFirst(suggestion_id, lambda taken: SetIdentity(taken, None))
                asks = worded("{type} is the same as", type=active.type)
            case _:
                self.refuse(worded("this is said of what is marked; take a suggestion first"))
                return
        if not others:
            self.refuse(worded("nothing else is marked here"))
            return
        self.wait_for_label(
            self._nearest(others, active),
            partial(self._join, active),
            asks=asks,
            empty=partial(self._run, edit, active.id),
            empties=worded("it is none of them"),
        )

    def _join(self, active: Mention | Event | SuggestedMention, other: Item) -> None:
        edit: Edit
        match active:
            case Event():
                edit = JoinEvents(active.id, other.id)
            case Mention():
                edit = JoinMentions(active.id, other.id)
            case SuggestedMention():
                edit = TakingFirst(active.id, lambda taken: NameLike(taken, other.id))
        self._run(edit, active.id)

    def _run(self, edit: Edit, active_id: str) -> None:
        """Run it, and stay at the item it began with."""

        def plan(_: Desk) -> Edit:
            return edit

        if self.run_plan(plan, is_repeatable=False):
            if self.desk.items().get(active_id) is not None:
                self.desk.chosen_id = active_id  # what was suggested is gone: what it became stays
            self.show()

    def _nearest(self, items: list[Mention] | list[Item], around: Item) -> list[Item]:
        start = place_of(around).start
        return sorted(items, key=lambda item: abs(place_of(item).start - start))
