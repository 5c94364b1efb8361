"""The edit that an adjusting key asks for: borders, proclitic, attributes, identity, flag, note."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator.model.event import Event
from annotator.model.label_schema import LabelSchema
from annotator.model.label_types import Attribute
from annotator.model.mention import AttributeValue, Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.services.argument_edits import TakingFirst
from annotator.services.attribute_guesses import Attributed
from annotator.services.borders import (
    Border,
    Way,
    moved_by_letter,
    moved_by_word,
    toggled_proclitic,
)
from annotator.services.desk import Desk
from annotator.services.document_edits import AddNote
from annotator.services.editing import Edit
from annotator.services.event_edits import (
    FlagEvent,
    MoveTrigger,
    SetCoref,
    SetEventAttribute,
    SetEventAttributes,
)
from annotator.services.event_guesses import other_attributes
from annotator.services.joining import NameLike, joinable
from annotator.services.mention_edits import (
    FlagMention,
    MoveMention,
    SetIdentity,
    SetMentionAttribute,
)
from annotator.services.navigation import Item, place_of
from annotator.services.propagation import PropagateMention, equal_spans_ahead
from annotator.services.suggestion_edits import CorrectSuggestion, as_taken
from annotator.services.validation import InvalidEdit
from annotator.wording import worded


def moving_border(desk: Desk, border: Border, way: Way) -> Edit:
    """Move a border of the active item by a word.

    Raises:
        InvalidEdit: nothing is active, or the border cannot go there.
    """
    item = _need_active(desk)
    return _moved(desk, item, moved_by_word(place_of(item), desk.words, border, way))


def moving_border_by_letter(desk: Desk, border: Border, *, is_forward: bool) -> Edit:
    """Move a border of the active item by a letter."""
    item = _need_active(desk)
    span = moved_by_letter(place_of(item), desk.text, border, is_forward=is_forward)
    return _moved(desk, item, span)


def toggling_proclitic(desk: Desk) -> Edit:
    """Cut the next proclitic off the active item, or restore them all."""
    item = _need_active(desk)
    return _moved(desk, item, toggled_proclitic(place_of(item), desk.words))


def cycling_attribute(desk: Desk, name: str) -> Edit:
    """Set an attribute of the active item to its next value; the default one by unsetting it.

    Raises:
        InvalidEdit: nothing is active, or its type has no such attribute.
    """
    match _need_active(desk):
        case SuggestedMention() | SuggestedEvent() as suggestion:
            stands = as_taken(suggestion)
            edit = _cycled(desk, stands, name)
            return TakingFirst(suggestion.id, lambda item_id: _on(edit, item_id))
        case item:
            return _cycled(desk, item, name)


def _on(edit: SetMentionAttribute | SetEventAttribute, item_id: str) -> Edit:
    match edit:
        case SetMentionAttribute():
            return replace(edit, mention_id=item_id)
        case SetEventAttribute():
            return replace(edit, event_id=item_id)


def _cycled(
    desk: Desk, item: Mention | Event, name: str
) -> SetMentionAttribute | SetEventAttribute:
    value = cycled_value(desk.session.schema, item, name)
    match item:
        case Mention():
            return SetMentionAttribute(item.id, name, value)
        case Event():
            return SetEventAttribute(item.id, name, value)


def cycled_value(schema: LabelSchema, item: Mention | Event, name: str) -> AttributeValue | None:
    """The value that the key of an attribute gives next; None where that is the default.

    Raises:
        InvalidEdit: the type has no such attribute.
    """
    is_mention = isinstance(item, Mention)
    names = schema.entity_attribute_names if is_mention else schema.event_attribute_names
    if name not in names(item.type):
        raise InvalidEdit(_without(item.type, name))
    known = schema.entity_attributes if is_mention else schema.event_attributes
    value = _next_value(known[name], schema.attribute_value(item.type, name, item.attributes))
    others = {key: held for key, held in item.attributes.items() if key != name}
    if is_mention:
        default = schema.default_attribute(item.type, name)
    else:
        default = schema.attribute_value(item.type, name, others)
    return None if value == default else value


def setting_attributes(desk: Desk, attributes: Mapping[str, AttributeValue]) -> Edit:
    """Give the active event all these attributes at once; one that is suggested is taken."""
    match _need_active(desk):
        case SuggestedEvent(id=item_id):
            return TakingFirst(item_id, lambda taken: SetEventAttributes(taken, attributes))
        case item:
            return SetEventAttributes(item.id, attributes)


def likely_attributes(desk: Desk) -> list[dict[str, AttributeValue]]:
    """What other attributes the active event may have, likeliest first.

    Raises:
        InvalidEdit: no event is active, or there is nothing to go by.
    """
    active = _need_active(desk)
    stands = as_taken(active) if isinstance(active, SuggestedEvent) else active
    if not isinstance(stands, Event):
        raise InvalidEdit(worded("this is for events; their form says which attributes hold"))
    found = other_attributes(desk.session, stands)
    if not found:
        raise InvalidEdit(worded("nothing is guessed here; the keys of the attributes set them"))
    return found


def flagging(desk: Desk) -> Edit:
    """Mark the active item as uncertain, or as certain again."""
    match _need_active(desk):
        case Mention() as mention:
            return FlagMention(mention.id, not mention.uncertain)
        case Event() as event:
            return FlagEvent(event.id, not event.uncertain)
        case _:
            raise InvalidEdit(worded("this is only suggested; take it with Space, then flag it"))


def identifying(desk: Desk, slug: str | None, *, label: str = "") -> Edit:
    """Say which thing the active mention names, or which happening the active event is."""
    match _need_active(desk):
        case Mention() as mention:
            return SetIdentity(mention.id, slug, label)
        case Event() as event:
            return SetCoref(event.id, slug)
        case _:
            raise InvalidEdit(
                worded("this is only suggested; take it with Space, then say what it names")
            )


def joinable_with(desk: Desk) -> list[str]:
    """What the active mention may be the same as, likeliest first.

    Raises:
        InvalidEdit: no mention is active, or there is nothing.
    """
    active = _need_active(desk)
    stands = as_taken(active) if isinstance(active, SuggestedMention) else active
    if not isinstance(stands, Mention):
        raise InvalidEdit(worded("this is for mentions; : says which happening an event is"))
    found = joinable(desk, stands)
    if not found:
        raise InvalidEdit(worded("there is nothing else it could be; ; names something new"))
    return found


def joining(desk: Desk, other_id: str) -> Edit:
    """Let the active mention be the same as another one."""
    active = _need_active(desk)
    if isinstance(active, SuggestedMention):
        return TakingFirst(active.id, lambda item_id: NameLike(item_id, other_id))
    return NameLike(active.id, other_id)


def parting(desk: Desk) -> Edit:
    """Take the identity off the active item, which is then the same as nothing else."""
    match _need_active(desk):
        case SuggestedMention() as suggestion:
            return TakingFirst(suggestion.id, lambda item_id: SetIdentity(item_id, None))
        case _:
            return identifying(desk, None)


def propagating(desk: Desk) -> PropagateMention:
    """Mark the active mention's words the same wherever they stand further on.

    Raises:
        InvalidEdit: no mention is active, or its words stand nowhere else.
    """
    mention = _need_active(desk)
    if not isinstance(mention, Mention):
        raise InvalidEdit(worded("what is marked is applied further on; take a suggestion first"))
    taken = [other.span for other in desk.session.annotations.mentions]
    found = equal_spans_ahead(mention, desk.words, taken, spellings=_spellings(mention, desk))
    return PropagateMention(mention.id, tuple(found))


def _spellings(mention: Mention, desk: Desk) -> Iterator[str]:
    """How else a person has let the thing be written that the mention names."""
    identity = desk.session.identities.get(mention.kb or "")
    if identity is not None:
        yield identity.label
        for other in desk.session.annotations.mentions:
            if other.kb == identity.id:
                yield other.span.of(desk.text)


def noting(desk: Desk, text: str) -> Edit:
    """Write a remark on the active item, or without one on the document."""
    match desk.active:
        case Mention(id=item_id) | Event(id=item_id):
            return AddNote(text, on=item_id)
        case _:
            return AddNote(text)


def _need_active(desk: Desk) -> Item:
    active = desk.active
    if active is None:
        raise InvalidEdit(worded("nothing is marked here; a letter of the legend marks the word"))
    return active


def _moved(desk: Desk, item: Item, span: Span) -> Edit:
    edit: Edit
    match item:
        case Mention(id=item_id):
            edit = MoveMention(item_id, span)
        case Event(id=item_id):
            edit = MoveTrigger(item_id, span)
        case SuggestedMention(id=item_id) | SuggestedEvent(id=item_id):
            edit = CorrectSuggestion(item_id, span=span)
    return Attributed(edit, desk)


def _without(type_name: str, attribute: str) -> str:
    return worded("{type} has no attribute {name}", type=type_name, name=attribute)


def _next_value(attribute: Attribute, value: AttributeValue) -> AttributeValue:
    choices = attribute.choices
    place = choices.index(value) if value in choices else -1
    return choices[(place + 1) % len(choices)]
