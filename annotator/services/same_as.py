"""Edits that say two things marked are one: the same happening, or the same thing in the world."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.change import WHOLE_LAYER, Added, Change
from annotator.model.entity import Identity
from annotator.model.event import Event
from annotator.model.identifiers import new_id
from annotator.services.editing import EditContext
from annotator.services.event_edits import changed_event
from annotator.services.mention_edits import SetIdentity, changed_mention, find_event, find_mention

_SLUG_LETTERS = 6


@dataclass(frozen=True)
class JoinEvents:
    """Say that two events are one happening; happenings they had before become one as well."""

    event_id: str
    other_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """Every event of the document that shares the slug of either."""
        event, other = find_event(context, self.event_id), find_event(context, self.other_id)
        slug = other.coref or event.coref or _new_slug(other.type)
        joined = {event.id, other.id}
        joined |= {
            each.id
            for each in context.annotations.events
            if each.coref is not None and each.coref in (event.coref, other.coref)
        }
        changes: list[Change] = []
        for each in context.annotations.all(Event):
            if each.id in joined:
                changes += changed_event(context, each, replace(each, coref=slug))
        return changes


@dataclass(frozen=True)
class JoinMentions:
    """Say that a mention names what another one names; what it named before is left."""

    mention_id: str
    other_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The other's slug, or a new one for both with the other's words as its label."""
        mention, other = (
            find_mention(context, self.mention_id),
            find_mention(context, self.other_id),
        )
        if other.kb:
            return SetIdentity(mention.id, other.kb).plan(context)
        if mention.kb:
            return SetIdentity(other.id, mention.kb).plan(context)
        slug = _new_slug(other.type)
        label = " ".join(other.span.of(context.document.text).split())
        return [
            Added(WHOLE_LAYER, Identity(slug, label)),
            *changed_mention(context, other, replace(other, kb=slug)),
            *changed_mention(context, mention, replace(mention, kb=slug)),
        ]


def _new_slug(type_name: str) -> str:
    return f"{type_name.lower()}-{new_id()[-_SLUG_LETTERS:].lower()}"
