"""Make the reading of a document that all suggesters share."""

from collections.abc import Mapping

from annotator.arabic.clitics import segment
from annotator.arabic.sentences import sentences
from annotator.arabic.tokenize import tokenize
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.protocols import Memory, Reading
from annotator.suggesters.known_names import distinctive_names

BY_A_PERSON = "person"
"""Stands as the suggester of what was decided already."""


def make_reading(
    document: Document,
    schema: LabelSchema,
    memory: Memory,
    annotations: Annotations,
    *,
    proclitics: Mapping[str, str] | None = None,
) -> Reading:
    """The document with its words and sentences, and what was decided in it so far.

    `proclitics` of folded words come from another segmenter, where one was chosen.
    """
    text = document.text
    tokens = tokenize(text)
    remembered = _whole_words(memory, schema)
    return Reading(
        document=document,
        schema=schema,
        words=segment(
            text, confirmed=distinctive_names() | remembered, tokens=tokens, given=proclitics
        ),
        sentences=sentences(text, tokens=tokens),
        memory=memory,
        rejected=frozenset(
            decision.id for decision in annotations.decisions if decision.verdict == "rejected"
        ),
        known_mentions=tuple(map(_as_suggested, annotations.mentions)),
        known_events=_events_as_suggested(annotations),
        identities={identity.id: identity for identity in annotations.identities},
    )


def _whole_words(memory: Memory, schema: LabelSchema) -> frozenset[str]:
    """Words that were confirmed without a proclitic, so that none is cut from them."""
    if not schema.boundary.proclitics_outside:  # mentions have them too: no proof of anything
        return frozenset()
    return frozenset(surface for surface in memory.mentions if " " not in surface)


def _as_suggested(mention: Mention) -> SuggestedMention:
    return SuggestedMention(
        span=mention.span,
        type=mention.type,
        suggester=BY_A_PERSON,
        attributes=mention.attributes,
        kb=mention.kb,
    )


def _events_as_suggested(annotations: Annotations) -> tuple[SuggestedEvent, ...]:
    fillers = {mention.id: mention.span for mention in annotations.mentions}
    fillers |= {event.id: event.trigger for event in annotations.events}
    return tuple(_event_as_suggested(event, fillers) for event in annotations.events)


def _event_as_suggested(event: Event, fillers: Mapping[str, Span]) -> SuggestedEvent:
    return SuggestedEvent(
        trigger=event.trigger,
        type=event.type,
        suggester=BY_A_PERSON,
        arguments=tuple(
            SuggestedArgument(argument.role, fillers[argument.target])
            for argument in event.arguments
            if argument.target in fillers
        ),
        attributes=event.attributes,
    )
