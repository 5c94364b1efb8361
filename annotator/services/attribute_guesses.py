"""The attributes that what a person marks most likely has, as its sentence tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias
from weakref import WeakKeyDictionary

from annotator.model.annotations import Annotations
from annotator.model.change import Added, Change, Changed
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.mention import AttributeValue, Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.protocols import Memory, Reading
from annotator.services.desk import Desk
from annotator.services.editing import Edit, EditContext
from annotator.services.navigation import Item, Level, place_of
from annotator.services.queue import is_blind
from annotator.services.reading import BY_A_PERSON, make_reading

_Attributes: TypeAlias = Mapping[str, AttributeValue]
_LAST_READ: WeakKeyDictionary[Desk, Reading] = WeakKeyDictionary()


@dataclass(frozen=True)
class Attributed:
    """An edit; what it makes has the attributes that are likeliest, until a person sets them.

    What it gives another type or other borders has those that are likeliest then, if it had the
    likeliest before: a person has set none.
    """

    edit: Edit
    desk: Desk

    def plan(self, context: EditContext) -> Sequence[Change]:
        """The changes of the edit, attributes added."""
        return [self._attributed(change) for change in self.edit.plan(context)]

    def _attributed(self, change: Change) -> Change:
        match change:
            case Added(item=Mention() | Event() as item) if not item.attributes:
                return replace(change, item=self._likeliest(item))
            case Changed(before=Mention() | Event() as before, after=Mention() | Event() as after):
                is_other = before.type != after.type or place_of(before) != place_of(after)
                if is_other and before == self._likeliest(before):
                    return replace(change, after=self._likeliest(after))
        return change

    def _likeliest(self, item: Mention | Event) -> Mention | Event:
        return replace(item, attributes=dict(likeliest_attributes(self.desk, item)))


def likeliest_attributes(desk: Desk, item: Mention | Event) -> _Attributes:
    """The attributes that are likeliest for an item of the desk's document; defaults are unset.

    Judged by its sentence, so that it takes no longer in a long text. None in a document that the
    queue shows without suggestions.
    """
    session = desk.session
    place = place_of(item)
    sentence = desk.words.sentence_at(place.start)
    is_dark = is_blind(session.project, session.layer, session.document.id)
    if is_dark or not sentence.contains(place):
        return {}
    # numpy and the weights: 0.1 s at the first mark.
    from annotator.services.learned_weights import attribute_weights, mention_weights  # noqa: PLC0415 -- heavy
    from annotator.suggesters.attributes import ranked_attributes  # noqa: PLC0415 -- heavy
    from annotator.suggesters.mention_attributes import likeliest_of_first  # noqa: PLC0415 -- heavy

    reading = _read(desk, sentence)
    mentions = [_mention(other, sentence) for other in _beside(desk, item, sentence, "entities")]
    events = [_event(other, sentence) for other in _beside(desk, item, sentence, "events")]
    if isinstance(item, Mention):
        mentions = [_mention(item, sentence), *mentions]
        weights = mention_weights(session.project, session.layer)
        return likeliest_of_first(reading, mentions, events, weights)
    events = sorted([_event(item, sentence), *events], key=lambda event: event.trigger)
    weights = attribute_weights(session.project, session.layer)
    trigger = _shifted(item.trigger, sentence)
    return next(iter(ranked_attributes(reading, events, trigger, weights)), {})


def _read(desk: Desk, sentence: Span) -> Reading:
    """The sentence; what is marked next mostly stands in the same."""
    text, reading = sentence.of(desk.text), _LAST_READ.get(desk)
    if reading is None or reading.document.text != text:
        document = Document(desk.session.document.id, text)
        reading = make_reading(document, desk.session.schema, Memory(), Annotations())
        _LAST_READ[desk] = reading
    return reading


def _beside(desk: Desk, item: Item, sentence: Span, level: Level) -> list[Item]:
    """What else stands in the sentence, marked or suggested."""
    return [
        other
        for other in desk.items(level).beginning_in(sentence)
        if place_of(other) != place_of(item) and sentence.contains(place_of(other))
    ]


def _mention(item: Item, sentence: Span) -> SuggestedMention:
    span = _shifted(place_of(item), sentence)
    return SuggestedMention(span, item.type, BY_A_PERSON, attributes=item.attributes)


def _event(item: Item, sentence: Span) -> SuggestedEvent:
    span = _shifted(place_of(item), sentence)
    return SuggestedEvent(span, item.type, BY_A_PERSON, attributes=item.attributes)


def _shifted(span: Span, sentence: Span) -> Span:
    return Span(span.start - sentence.start, span.end - sentence.start)
