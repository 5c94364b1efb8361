"""What the machine holds likely of one event: who fills a role, and which attributes it has.

Nothing of it is shown by itself: it is the order in which a key that is pressed again goes on.
"""

from collections.abc import Mapping
from typing import TypeAlias

from annotator.model.event import Event
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import AttributeValue
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from annotator.protocols import Memory, Reading
from annotator.services.editing import EditingSession
from annotator.services.queue import is_blind
from annotator.services.reading import make_reading

Likelihoods: TypeAlias = Mapping[tuple[str, Span], float]
"""Role and filler -> how likely it is."""


def likely_fillers(session: EditingSession, trigger: Span) -> Likelihoods:
    """How likely each mention and event of its sentence, marked or suggested, fills a role.

    Empty in a document that the queue shows without suggestions.
    """
    if is_blind(session.project, session.layer, session.document.id):
        return {}
    # numpy and the weights: 0.1 s when the first event is opened.
    from annotator.services.learned_weights import argument_weights  # noqa: PLC0415 -- heavy
    from annotator.suggesters.argument_ranker import filler_likelihoods  # noqa: PLC0415 -- heavy
    from annotator.suggesters.argument_sentences import ruled_sentences  # noqa: PLC0415 -- heavy

    weights = argument_weights(session.project, session.layer)
    for sentence in ruled_sentences(_reading(session), _beside(session)):
        for frame in sentence.frames:
            if frame.event.trigger == trigger:
                return filler_likelihoods(sentence, frame, weights)
    return {}


def other_attributes(session: EditingSession, event: Event) -> list[dict[str, AttributeValue]]:
    """What other attributes the event may have, all at once, likeliest first; defaults are unset.

    Empty in a document that the queue shows without suggestions.
    """
    if is_blind(session.project, session.layer, session.document.id):
        return []
    # numpy and the weights: 0.1 s when the first event is opened.
    from annotator.services.learned_weights import attribute_weights  # noqa: PLC0415 -- heavy
    from annotator.suggesters.attributes import ranked_attributes  # noqa: PLC0415 -- heavy

    reading = _reading(session)
    sentence = next((s for s in reading.sentences if s.contains(event.trigger)), None)
    beside = [found for found in _beside(session) if isinstance(found, SuggestedEvent)]
    inside = [
        known
        for known in (*reading.known_events, *beside)
        if sentence is None or sentence.contains(known.trigger)
    ]
    weights = attribute_weights(session.project, session.layer)
    ranked = ranked_attributes(reading, inside, event.trigger, weights)
    guessed = {name for each in ranked for name in each}
    kept = {name: held for name, held in event.attributes.items() if name not in guessed}
    found: dict[tuple[AttributeValue, ...], dict[str, AttributeValue]] = {}
    for each in ranked:
        attributes = {**kept, **each}
        found.setdefault(_in_force(session.schema, event.type, attributes), attributes)
    found.pop(_in_force(session.schema, event.type, event.attributes), None)
    return list(found.values())


def _in_force(
    schema: LabelSchema, event_type: str, attributes: Mapping[str, AttributeValue]
) -> tuple[AttributeValue, ...]:
    names = schema.event_attribute_names(event_type)
    return tuple(schema.attribute_value(event_type, name, attributes) for name in names)


def _reading(session: EditingSession) -> Reading:
    return make_reading(session.document, session.schema, Memory(), session.annotations)


def _beside(session: EditingSession) -> list[Suggestion]:
    """Open suggestions where nothing is annotated."""
    mentions = {mention.span for mention in session.annotations.mentions}
    triggers = {event.trigger for event in session.annotations.events}
    return [
        found
        for found in session.open_suggestions
        if (isinstance(found, SuggestedMention) and found.span not in mentions)
        or (isinstance(found, SuggestedEvent) and found.trigger not in triggers)
    ]
