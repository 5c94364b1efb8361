"""Edits of events: mark a trigger, fill and empty roles, set what a person may set, remove."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.model.change import Added, Change, Changed, Removed
from annotator.model.event import Event
from annotator.model.identifiers import new_id
from annotator.model.mention import AttributeValue
from annotator.model.span import Span
from annotator.services.editing import EditContext
from annotator.services.mention_edits import after_correction, by_person, find_event, let_go


@dataclass(frozen=True)
class MarkTrigger:
    """Make `span` the trigger of an event of `type`; an event that stands there is retyped."""

    span: Span
    type: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One event added or retyped; nothing where it stands so already."""
        for event in context.annotations.events:
            if event.trigger == self.span:
                return RetypeEvent(event.id, self.type).plan(context)
        added = Event(new_id(), self.span, self.type, provenance=by_person(context))
        return [Added(context.document.id, added)]


@dataclass(frozen=True)
class RetypeEvent:
    """Give an event another type; arguments whose role the new type does not have are dropped."""

    event_id: str
    type: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One event changed; nothing where it has the type already."""
        event = find_event(context, self.event_id)
        if self.type not in context.schema.events:
            return changed_event(context, event, replace(event, type=self.type))
        roles = context.schema.event_roles(self.type)
        kept = tuple(argument for argument in event.arguments if argument.role in roles)
        return changed_event(context, event, replace(event, type=self.type, arguments=kept))


@dataclass(frozen=True)
class MoveTrigger:
    """Give an event another trigger span."""

    event_id: str
    span: Span

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One event changed."""
        event = find_event(context, self.event_id)
        return changed_event(context, event, replace(event, trigger=self.span))


@dataclass(frozen=True)
class EmptyRole:
    """Take one filler, or without one every filler, out of a role."""

    event_id: str
    role: str
    target_id: str | None = None

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One event changed."""
        event = find_event(context, self.event_id)
        kept = tuple(
            argument
            for argument in event.arguments
            if argument.role != self.role or self.target_id not in (None, argument.target)
        )
        return changed_event(context, event, replace(event, arguments=kept))


@dataclass(frozen=True)
class SetEventAttribute:
    """Set an attribute of an event, and what follows from it; None goes back to the default."""

    event_id: str
    attribute: str
    value: AttributeValue | None

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One event changed."""
        event = find_event(context, self.event_id)
        attributes = {k: v for k, v in event.attributes.items() if k != self.attribute}
        if self.value is not None:
            attributes[self.attribute] = self.value
        return changed_event(context, event, replace(event, attributes=attributes))


@dataclass(frozen=True)
class SetEventAttributes:
    """Give an event exactly these attributes, and what follows from them; others go to defaults."""

    event_id: str
    attributes: Mapping[str, AttributeValue]

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One event changed; nothing where it has them already."""
        event = find_event(context, self.event_id)
        return changed_event(context, event, replace(event, attributes=dict(self.attributes)))


@dataclass(frozen=True)
class SetCoref:
    """Say which happening an event is, by a slug its mentions share; None takes it off."""

    event_id: str
    coref: str | None

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One event changed."""
        event = find_event(context, self.event_id)
        return changed_event(context, event, replace(event, coref=self.coref))


@dataclass(frozen=True)
class FlagEvent:
    """Mark an event as uncertain, or as certain again."""

    event_id: str
    uncertain: bool

    def plan(self, context: EditContext) -> Sequence[Change]:
        """One event changed."""
        event = find_event(context, self.event_id)
        if event.uncertain == self.uncertain:
            return []
        return [Changed(context.document.id, event, replace(event, uncertain=self.uncertain))]


@dataclass(frozen=True)
class RemoveEvent:
    """Remove an event, and with it the arguments and notes that point at it."""

    event_id: str

    def plan(self, context: EditContext) -> Sequence[Change]:
        """First what points at the event, then the event itself."""
        event = find_event(context, self.event_id)
        return [*let_go(context, event.id), Removed(context.document.id, event)]


def changed_event(context: EditContext, before: Event, after: Event) -> list[Change]:
    """The change from `before` to `after` with its provenance; none where they are equal."""
    if after == before:
        return []
    provenance = after_correction(context, before.provenance)
    return [Changed(context.document.id, before, replace(after, provenance=provenance))]
