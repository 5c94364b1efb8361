"""Edits of mentions: mark, relabel, move a border, set what a person may set, remove."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.change import WHOLE_LAYER, Added, Change, Changed, Removed
from annotator.model.entity import Identity
from annotator.model.event import Event
from annotator.model.identifiers import new_id
from annotator.model.mention import AttributeValue, Mention, Provenance
from annotator.model.span import Span
from annotator.services.default_identities import identified
from annotator.services.editing import EditContext
from annotator.services.validation import InvalidEdit
from annotator.wording import worded


@dataclass(frozen=True)
class LabelSpan:
    """Make `span` a mention of `type`; a mention that stands exactly there is relabelled."""

    span: Span
    type: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One mention added or relabelled; nothing where it stands so already."""
        for mention in context.annotations.placed_mentions.at(self.span):
            return RelabelMention(mention.id, self.type).plan(context)
        added = Mention(new_id(), self.span, self.type, provenance=by_person(context))
        return identified(context, [Added(context.document.id, added)])


@dataclass(frozen=True)
class RelabelMention:
    """Give a mention another type; attributes the new type does not have are dropped."""

    mention_id: str
    type: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One mention changed; nothing where it has the type already."""
        mention = find_mention(context, self.mention_id)
        known = context.schema.entity_attribute_names(self.type) if self._known(context) else ()
        kept = {name: value for name, value in mention.attributes.items() if name in known}
        return changed_mention(context, mention, replace(mention, type=self.type, attributes=kept))

    def _known(self, context: EditContext) -> bool:
        return self.type in context.schema.entities


@dataclass(frozen=True)
class MoveMention:
    """Give a mention other borders."""

    mention_id: str
    span: Span

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One mention changed; nothing where it stands there already."""
        mention = find_mention(context, self.mention_id)
        return changed_mention(context, mention, replace(mention, span=self.span))


@dataclass(frozen=True)
class RemoveMention:
    """Remove a mention, and with it the arguments, relations and notes that point at it."""

    mention_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """First what points at the mention, then the mention itself."""
        mention = find_mention(context, self.mention_id)
        document_id = context.document.id
        return [*let_go(context, mention.id), Removed(document_id, mention)]


@dataclass(frozen=True)
class SetMentionAttribute:
    """Set an attribute of a mention; None goes back to the label schema's default."""

    mention_id: str
    attribute: str
    value: AttributeValue | None

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One mention changed."""
        mention = find_mention(context, self.mention_id)
        attributes = {k: v for k, v in mention.attributes.items() if k != self.attribute}
        if self.value is not None:
            attributes[self.attribute] = self.value
        return changed_mention(context, mention, replace(mention, attributes=attributes))


@dataclass(frozen=True)
class SetIdentity:
    """Say which thing a mention names; a new slug enters the registry, None takes it off."""

    mention_id: str
    slug: str | None
    label: str = ""
    wikidata: str | None = None

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The registry entry where it is new, then the mention."""
        mention = find_mention(context, self.mention_id)
        changes: list[Change] = []
        if self.slug and self.slug not in context.identities:
            label = self.label or mention.span.of(context.document.text)
            changes.append(Added(WHOLE_LAYER, Identity(self.slug, label, self.wikidata)))
        return [*changes, *changed_mention(context, mention, replace(mention, kb=self.slug))]


@dataclass(frozen=True)
class FlagMention:
    """Mark a mention as uncertain, or as certain again."""

    mention_id: str
    uncertain: bool

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One mention changed."""
        mention = find_mention(context, self.mention_id)
        after = replace(mention, uncertain=self.uncertain)
        return changed_mention(context, mention, after, keep_status=True)


def by_person(context: EditContext) -> Provenance:
    """The provenance of what the annotator made without a suggestion."""
    return Provenance(status="added", decided_by=context.annotator, decided_at=context.now)


def after_correction(context: EditContext, provenance: Provenance) -> Provenance:
    """The provenance of what the annotator changed: a taken suggestion becomes a corrected one."""
    status = "corrected" if provenance.suggester else provenance.status
    return replace(provenance, status=status, decided_by=context.annotator, decided_at=context.now)


def find_mention(context: EditContext, mention_id: str) -> Mention:
    """The mention of that identifier.

    Raises:
        InvalidEdit: there is none any more.
    """
    mention = context.annotations.get(Mention, mention_id)
    if mention is None:
        message = worded("this mention is gone; move to another one")
        raise InvalidEdit(message)
    return mention


def changed_mention(
    context: EditContext, before: Mention, after: Mention, *, keep_status: bool = False
) -> list[Change]:
    """The change from `before` to `after` with its provenance; none where they are equal."""
    if after == before:
        return []
    if not keep_status:
        after = replace(after, provenance=after_correction(context, before.provenance))
    return [Changed(context.document.id, before, after)]


def let_go(context: EditContext, target_id: str) -> list[Change]:
    """The changes that take away what points at `target_id`: arguments, relations, notes."""
    document_id = context.document.id
    changes: list[Change] = []
    for event in context.annotations.events:
        kept = tuple(argument for argument in event.arguments if argument.target != target_id)
        if kept != event.arguments and event.id != target_id:
            changes.append(Changed(document_id, event, replace(event, arguments=kept)))
    changes += [
        Removed(document_id, relation)
        for relation in context.annotations.relations
        if target_id in (relation.source, relation.target)
    ]
    changes += [
        Removed(document_id, note) for note in context.annotations.notes if note.on == target_id
    ]
    return changes


def find_event(context: EditContext, event_id: str) -> Event:
    """The event of that identifier.

    Raises:
        InvalidEdit: there is none any more.
    """
    event = context.annotations.get(Event, event_id)
    if event is None:
        message = worded("this event is gone; move to another one")
        raise InvalidEdit(message)
    return event
